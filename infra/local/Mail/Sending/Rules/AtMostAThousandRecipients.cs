namespace ACip.Local.Mail.Sending.Rules;

internal sealed class AtMostAThousandRecipients : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        if (request.Personalizations.Sum(envelope => envelope.Recipients.Count()) > 1000)
        {
            yield return SendError.About(
                "personalizations",
                "recipient_count",
                "There is a limit of 1000 total recipients (to + cc + bcc) per request."
            );
        }
    }
}
