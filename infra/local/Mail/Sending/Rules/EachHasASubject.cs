namespace ACip.Local.Mail.Sending.Rules;

internal sealed class EachHasASubject : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        if (request.Subject is null && request.Personalizations.Any(envelope => envelope.Subject is null))
        {
            yield return SendError.About(
                "subject",
                "subject",
                "The subject is required. You can get around this requirement if every personalization has a subject defined."
            );
        }

        // a line break would be a header of its own
        foreach (string? subject in request.Personalizations.Select(envelope => envelope.Subject).Prepend(request.Subject))
        {
            if (subject?.AsSpan().IndexOfAny('\r', '\n') >= 0)
            {
                yield return SendError.About("subject", "subject", "The subject cannot contain CR or LF characters.");
            }
        }
    }
}
