namespace ACip.Local.Mail.Sending.Rules;

internal sealed class AddressesAreValid : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now) =>
        Addresses(request)
            .Where(at => !at.Address.IsValid)
            .Select(at => SendError.About($"{at.Field}.email", at.Field.Split('.')[0], "Does not contain a valid address."));

    private static IEnumerable<(string Field, MailAddress Address)> Addresses(SendRequest request)
    {
        yield return ("from", request.From);
        if (request.ReplyTo is { } replyTo)
        {
            yield return ("reply_to", replyTo);
        }

        foreach (var at in Numbered("reply_to_list", request.ReplyToList))
        {
            yield return at;
        }

        foreach ((int index, Envelope envelope) in request.Personalizations.Index())
        {
            string path = $"personalizations.{index}";
            if (envelope.From is { } from)
            {
                yield return ($"{path}.from", from);
            }

            foreach (
                var at in Numbered($"{path}.to", envelope.To)
                    .Concat(Numbered($"{path}.cc", envelope.Cc))
                    .Concat(Numbered($"{path}.bcc", envelope.Bcc))
            )
            {
                yield return at;
            }
        }
    }

    private static IEnumerable<(string Field, MailAddress Address)> Numbered(string path, IReadOnlyList<MailAddress>? addresses) =>
        (addresses ?? []).Select((address, index) => ($"{path}.{index}", address));
}
