using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Webhooks;

/// <summary>What the mail service is answered where its post could not be taken.</summary>
internal static class WebhookAnswer
{
    /// <summary>Makes the mail service retry, so that a mail survives a rotated key or unavailable storage.</summary>
    public static IResult TryLater { get; } = Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
}
