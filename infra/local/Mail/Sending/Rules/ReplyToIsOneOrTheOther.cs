namespace ACip.Local.Mail.Sending.Rules;

internal sealed class ReplyToIsOneOrTheOther : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        if (request.ReplyTo is not null && request.ReplyToList is not null)
        {
            yield return SendError.About("reply_to_list", "reply_to_list", "Use either reply_to or reply_to_list, not both.");
        }

        if (request.ReplyToList is { } list && list.Select(to => to.Email.ToLowerInvariant()).Distinct().Count() < list.Count)
        {
            yield return SendError.About("reply_to_list", "reply_to_list", "Each email address in the reply_to_list should be unique.");
        }
    }
}
