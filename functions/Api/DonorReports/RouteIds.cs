using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Api.DonorReports;

/// <summary>Validates ids from routes, because they become row keys and blob names.</summary>
internal static class RouteIds
{
    private static readonly SearchValues<char> Letters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._"
    );

    public static IResult NoSuchReport { get; } =
        ApiProblem.Of(StatusCodes.Status404NotFound, "no-such-donor-report", "There is no such report, or it has not been assembled.");

    public static bool Sound(params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts)
        {
            if (part.Length is 0 or > 80 || part.StartsWith('.') || part.AsSpan().ContainsAnyExcept(Letters))
            {
                return false;
            }
        }

        return true;
    }
}
