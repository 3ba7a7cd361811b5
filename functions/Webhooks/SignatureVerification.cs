using ACip.Workflows.Messaging.Incoming;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Webhooks;

/// <summary>The raw bytes of a webhook call, if the mail service's signature is valid.</summary>
internal static class SignatureVerification
{
    /// <returns>Null where the signature is missing or wrong.</returns>
    /// <exception cref="BadHttpRequestException">Larger than <see cref="Hosting.BodyLimit"/>: the host answers 500 then, never a 4xx, on
    /// which a mail would be dropped.</exception>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        byte[] bytes = body.ToArray();
        return WebhookSignature.IsGenuine(
            bytes,
            request.Headers[WebhookSignature.SignatureHeader],
            request.Headers[WebhookSignature.TimestampHeader],
            keys
        )
            ? bytes
            : null;
    }
}
