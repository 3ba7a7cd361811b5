using System.Buffers.Text;

namespace ACip.Local.Mail.Sending.Rules;

internal sealed class AttachmentsAreWhole : ISendRule
{
    public IEnumerable<SendError> Check(SendRequest request, DateTimeOffset now) =>
        (request.Attachments ?? []).SelectMany((attachment, index) => Check(attachment, $"attachments.{index}"));

    private static IEnumerable<SendError> Check(SentAttachment attachment, string path)
    {
        if (!Base64.IsValid(attachment.Content))
        {
            yield return SendError.About($"{path}.content", "attachments", "The attachment content must be base64 encoded.");
        }

        if (attachment.Type is { } type && (type.AsSpan().ContainsAny(";\r\n") || !type.Contains('/', StringComparison.Ordinal)))
        {
            yield return SendError.About(
                $"{path}.type",
                "attachments",
                "The attachment type must be a MIME type and cannot contain ';' or CRLF characters."
            );
        }

        if (attachment.Filename.Any(char.IsControl))
        {
            yield return SendError.About($"{path}.filename", "attachments", "The attachment filename cannot contain CRLF characters.");
        }

        if (attachment.Disposition is not (null or "inline" or "attachment"))
        {
            yield return SendError.About($"{path}.disposition", "attachments", "The attachment disposition must be inline or attachment.");
        }

        if (attachment.ContentId?.AsSpan().ContainsAny(";\r\n") == true)
        {
            yield return SendError.About(
                $"{path}.content_id",
                "attachments",
                "The attachment content ID cannot contain ';' or CRLF characters."
            );
        }
    }
}
