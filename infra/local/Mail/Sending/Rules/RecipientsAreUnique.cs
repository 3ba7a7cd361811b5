namespace ACip.Local.Mail.Sending.Rules;

internal sealed class RecipientsAreUnique : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now) =>
        from envelope in request.Personalizations.Index()
        from twice in envelope
            .Item.Recipients.GroupBy(to => to.Email, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Take(1)
        select SendError.About(
            $"personalizations.{envelope.Index}",
            "personalizations",
            $"Each email address in the personalization block should be unique between to, cc, and bcc. We found the first duplicate instance of [{twice.Key}]."
        );
}
