using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ACip.Local.Mail.Sending;

/// <summary>POST /local/sendgrid/v3/mail/send.</summary>
internal static class SendEndpoint
{
    /// <summary>What SendGrid takes, attachments included.</summary>
    private const int Largest = 30 * 1024 * 1024;

    public static async Task<IResult> Post(
        HttpRequest request,
        HttpResponse response,
        LocalMailbox mailbox,
        LocalMailOptions options,
        TimeProvider clock
    )
    {
        if (Refusal(request, options) is { } refusal)
        {
            return refusal;
        }

        if (await ReadAsync(request) is not { } body)
        {
            return Errors(StatusCodes.Status413PayloadTooLarge, "content too large");
        }

        (SendRequest? read, IReadOnlyList<SendError> errors) = SendCheck.Read(body, clock.GetUtcNow());
        if (read is null)
        {
            return Errors(StatusCodes.Status400BadRequest, errors);
        }

        if (read.MailSettings?.Sandbox?.Enable == true)
        {
            return Results.Ok();
        }

        (string? sendId, SendFault? fault) = mailbox.Accept(read, body);
        switch (fault)
        {
            case SendFault.TooMany:
                return Errors(StatusCodes.Status429TooManyRequests, "too many requests");
            case SendFault.Unavailable:
                return Errors(StatusCodes.Status503ServiceUnavailable, "service unavailable");
            case SendFault.SentButFailed:
                return Errors(StatusCodes.Status500InternalServerError, "internal server error");
            default:
                response.Headers["X-Message-Id"] = sendId;
                return Results.Accepted();
        }
    }

    /// <summary>Any other path or method below the API.</summary>
    public static IResult Other(HttpRequest request, LocalMailOptions options) =>
        Unauthorized(request, options)
        ?? (
            request.Path.Value!.EndsWith("/v3/mail/send", StringComparison.Ordinal)
                ? Errors(StatusCodes.Status405MethodNotAllowed, "method not allowed")
                : Errors(StatusCodes.Status404NotFound, "not found")
        );

    private static IResult? Refusal(HttpRequest request, LocalMailOptions options)
    {
        if (Unauthorized(request, options) is { } refusal)
        {
            return refusal;
        }

        if (request.Headers.ContentEncoding.Count > 0)
        {
            return Errors(
                StatusCodes.Status415UnsupportedMediaType,
                "Compressed bodies are available to some accounts only; not to this one."
            );
        }

        return request.HasJsonContentType()
            ? null
            : Errors(StatusCodes.Status415UnsupportedMediaType, "Content-Type should be application/json.");
    }

    private static IResult? Unauthorized(HttpRequest request, LocalMailOptions options)
    {
        string given = request.Headers.Authorization.ToString();
        string key = given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? given["Bearer ".Length..].Trim() : "";
        return key.Length == 0 || (options.ApiKey is { } known && key != known)
            ? Errors(
                StatusCodes.Status401Unauthorized,
                key.Length == 0
                    ? "Permission denied, wrong credentials"
                    : "The provided authorization grant is invalid, expired, or revoked"
            )
            : null;
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        using var body = new MemoryStream((int)Math.Min(request.ContentLength ?? 0, Largest));
        var buffer = new byte[81920];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0; )
        {
            if (body.Length + read > Largest)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static IResult Errors(int status, string message) => Errors(status, [new SendError(message, null)]);

    // SendGrid writes out the nulls, and code that reads its answers counts on them
    private static IResult Errors(int status, IReadOnlyList<SendError> errors) =>
        Results.Json(
            new
            {
                errors = errors.Select(error => new
                {
                    message = error.Message,
                    field = error.Field,
                    help = error.Help,
                }),
            },
            System.Text.Json.JsonSerializerOptions.Web,
            statusCode: status
        );
}
