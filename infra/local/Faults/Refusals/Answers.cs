using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json;
using ACip.Local.Faults.Wire;
using Microsoft.AspNetCore.WebUtilities;

namespace ACip.Local.Faults.Refusals;

/// <summary>Writes refusals in the format of each service.</summary>
internal static class Answers
{
    private const int Accepted = 202;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Reply To(ClientRequest request, string service, Refusal refusal)
    {
        string id = Guid.NewGuid().ToString();
        var headers = new List<(string, string)> { ("x-ms-request-id", id) };
        if (request.Head.Header("x-ms-client-request-id"u8) is { } asked)
        {
            headers.Add(("x-ms-client-request-id", asked));
        }

        if (refusal.Code is null)
        {
            string page =
                $"<html><head><title>Bad Request</title></head><body><h2>Bad Request - Invalid URL</h2><hr><p>HTTP Error 400. {refusal.Message}</p></body></html>";
            return new Reply(refusal.Status, "text/html; charset=us-ascii", page) { Headers = headers };
        }

        string message = $"{refusal.Message}\nRequestId:{id}\nTime:{DateTime.UtcNow:O}";
        if (service != "Table")
        {
            headers.Add(("x-ms-error-code", refusal.Code));
            string xml =
                $"<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>{refusal.Code}</Code><Message>{message}</Message></Error>";
            return new Reply(refusal.Status, MediaTypeNames.Application.Xml, xml) { Headers = headers };
        }

        return refusal.Operation is { } operation
            ? Failed(id, refusal.Status, Json(refusal.Code, $"{operation}:{message}")) with
            {
                Headers = headers,
            }
            : new Reply(refusal.Status, MediaTypeNames.Application.Json, Json(refusal.Code, message)) { Headers = headers };
    }

    /// <summary>A transaction of which one operation tells why nothing was done.</summary>
    private static Reply Failed(string id, int status, string error) =>
        new(
            Accepted,
            $"multipart/mixed; boundary=batchresponse_{id}",
            $"--batchresponse_{id}\r\nContent-Type: multipart/mixed; boundary=changesetresponse_{id}\r\n\r\n"
                + $"--changesetresponse_{id}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + $"HTTP/1.1 {status} {ReasonPhrases.GetReasonPhrase(status)}\r\nContent-Type: application/json;odata=minimalmetadata;streaming=true;charset=utf-8\r\n\r\n"
                + $"{error}\r\n--changesetresponse_{id}--\r\n--batchresponse_{id}--\r\n"
        );

    private static string Json(string code, string message) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object> { ["odata.error"] = new { code, message = new { lang = "en-US", value = message } } },
            Plain
        );
}
