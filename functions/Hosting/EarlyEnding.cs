using System.Globalization;
using ACip.Functions.Api;
using ACip.Functions.Authorization;
using ACip.Functions.Pages.Frame;
using ACip.Workflows.Storage;
using Azure;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Hosting;

/// <summary>The response of an HTTP function that could not finish through no fault of its own: the client left, the host is stopping, or
/// storage is unavailable or contended.</summary>
/// <remarks>Never a success, because a mail service that receives one believes that its mail is stored. On 503 it tries again, and a
/// program may as well. A cancellation that reached the host would count as a failed invocation and alert people about a closed
/// browser.</remarks>
internal static class EarlyEnding
{
    /// <param name="invocation">Cancelled by the host.</param>
    /// <returns>Null where the failure is one of the function.</returns>
    public static IResult? Of(Exception error, HttpContext http, CancellationToken invocation)
    {
        if (HasLeft(http) || (error is OperationCanceledException && invocation.IsCancellationRequested))
        {
            // nobody reads it, or the host is on its way out; no body, for writing one would fail too
            return HasLeft(http) && !IsOfACancellation(error) ? null : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return error switch
        {
            BadHttpRequestException bad => Say(http, bad.StatusCode, "unreadable-request", "The request could not be read."),
            FactTooLargeException or FormTooLargeException => Say(
                http,
                StatusCodes.Status413PayloadTooLarge,
                "too-large",
                "This is more than can be stored at once. Nothing was changed."
            ),
            ContentionException => Busy(http),
            RequestFailedException { Status: 404 } => null,
            _ when StorageTrouble.IsPassing(error) => Busy(http),
            _ => null,
        };
    }

    /// <summary>A client that leaves also interrupts what was being read or written.</summary>
    public static bool IsOfACancellation(Exception error) => error is OperationCanceledException or IOException;

    public static bool HasLeft(HttpContext http) => http.RequestAborted.IsCancellationRequested;

    private static IResult Busy(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)ContentionException.TryAgainAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Say(
            http,
            StatusCodes.Status503ServiceUnavailable,
            "busy",
            "Many are writing here at once, or storage cannot be reached. Nothing was changed; please try again in a moment."
        );
    }

    private static IResult Say(HttpContext http, int status, string rule, string why)
    {
        HttpRequest request = http.Request;
        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return ApiProblem.Of(status, rule, why);
        }

        return PageFrame.Refuse(request, status);
    }
}
