namespace ACip.Local.Mail.Sending.Rules;

/// <remarks>An account without templates refuses every template id; this one has none.</remarks>
internal sealed class NoTemplates : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now)
    {
        if (request.TemplateId is not null)
        {
            yield return SendError.About(
                "template_id",
                "template_id",
                "The template_id must be a valid GUID, you provided one that does not exist."
            );
        }
    }
}
