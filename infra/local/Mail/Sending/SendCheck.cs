using System.Text.Json;
using ACip.Local.Mail.Sending.Rules;

namespace ACip.Local.Mail.Sending;

/// <summary>Reads a request to send and finds everything that SendGrid would refuse it for.</summary>
internal static class SendCheck
{
    private static readonly ISendRule[] Rules =
    [
        new AddressesAreValid(),
        new AtMostAThousandRecipients(),
        new RecipientsAreUnique(),
        new EachHasASubject(),
        new ContentIsInOrder(),
        new HeadersAreAllowed(),
        new CustomArgumentsAreSmall(),
        new AttachmentsAreWhole(),
        new CategoriesAreUnique(),
        new ReplyToIsOneOrTheOther(),
        new SendAtIsNear(),
        new NoTemplates(),
        new BypassesStandAlone(),
    ];

    /// <returns>The request, or why it is refused: never both, never neither.</returns>
    public static (SendRequest? Request, IReadOnlyList<SendError> Errors) Read(ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            List<SendError> wrong = [.. RequestShape.Body.Check(document.RootElement, "")];
            if (wrong.Count > 0)
            {
                return (null, wrong);
            }

            SendRequest request = document.RootElement.Deserialize<SendRequest>(Wire.Json)!;
            wrong = [.. Rules.SelectMany(rule => rule.Check(request, now))];
            return wrong.Count > 0 ? (null, wrong) : (request, []);
        }
        // half a surrogate pair is valid JSON, but no text
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return (null, [new SendError("Bad Request", null)]);
        }
    }
}
