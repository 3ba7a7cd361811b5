using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Protocol;

/// <summary>Reads <c>{"odata.error":{"code":…,"message":{"value":…}}}</c>, so that exceptions carry the service's own code.</summary>
internal sealed class TableErrors : RequestFailedDetailsParser
{
    /// <summary>Key of the exception's data under which the index of the failed step of a transaction stands.</summary>
    public const string FailedEntity = nameof(FailedEntity);

    public static TableErrors Parser { get; } = new();

    public static RequestFailedException From(Response response) => new(response, null, Parser);

    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is not { CanSeek: true, Length: > 0 } stream)
        {
            return false;
        }

        try
        {
            stream.Position = 0;
            using JsonDocument document = JsonDocument.Parse(stream);
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("odata.error", out JsonElement root))
            {
                return false;
            }

            string? message = root.TryGetProperty("message", out JsonElement text) && text.TryGetProperty("value", out JsonElement value) ? value.GetString() : null;
            error = new ResponseError(root.TryGetProperty("code", out JsonElement code) ? code.GetString() : null, message);
            if (IndexOf(message) is { } index)
            {
                data = new Dictionary<string, string> { [FailedEntity] = index };
            }

            return true;
        }
        catch (JsonException)
        {
            return false; // a proxy's page, perhaps: the exception shows it as it is
        }
        finally
        {
            stream.Position = 0;
        }
    }

    // the service begins the message of a failed transaction with the number of the step: "1:The specified entity already exists."
    private static string? IndexOf(string? message)
    {
        int colon = message?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        return colon > 0 && message.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0 ? message![..colon] : null;
    }
}
