using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ACip.Local.Faults;

/// <summary>Answers as storage does where the ETag of a condition no longer holds.</summary>
internal static partial class ForgedConflict
{
    private const string Table = """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"0:The update condition specified in the request was not satisfied."}}}""";

    /// <returns>False where the call has no condition: storage would not refuse it so.</returns>
    public static async Task<bool> AnswerAsync(HttpContext http)
    {
        bool batch = http.Request.Path.Value?.EndsWith("/$batch", StringComparison.Ordinal) ?? false;
        string? condition = batch ? await OfBatchAsync(http.Request) : http.Request.Headers.IfMatch;
        if (condition is null or "*")
        {
            return false;
        }

        if (batch)
        {
            string answer = "--batchresponse_forged\r\nContent-Type: multipart/mixed; boundary=changesetresponse_forged\r\n\r\n"
                + "--changesetresponse_forged\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + $"HTTP/1.1 412 Precondition Failed\r\nContent-Type: application/json;odata=minimalmetadata\r\n\r\n{Table}\r\n--changesetresponse_forged--\r\n--batchresponse_forged--\r\n";
            await WriteAsync(http.Response, StatusCodes.Status202Accepted, "multipart/mixed; boundary=batchresponse_forged", answer);
        }
        else if (http.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal))
        {
            await WriteAsync(http.Response, StatusCodes.Status412PreconditionFailed, "application/json", Table);
        }
        else
        {
            http.Response.Headers["x-ms-error-code"] = "ConditionNotMet";
            await WriteAsync(http.Response, StatusCodes.Status412PreconditionFailed, "application/xml", "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>ConditionNotMet</Code><Message>The condition specified using HTTP conditional header(s) is not met.</Message></Error>");
        }

        return true;
    }

    /// <summary>An operation's condition that names a tag, the first one.</summary>
    private static async Task<string?> OfBatchAsync(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        string body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        return Condition().Match(body) is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static Task WriteAsync(HttpResponse response, int status, string contentType, string body)
    {
        response.StatusCode = status;
        response.ContentType = contentType;
        return response.WriteAsync(body);
    }

    [GeneratedRegex(@"^If-Match:\s*([^*\s].*?)\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Condition();
}
