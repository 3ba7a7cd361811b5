using ACip.Functions.Api;
using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Authorization;

/// <summary>Reads the bytes of a request's body, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>Larger than any plan, which is the largest document sent.</summary>
    public const int LargestJson = 2 << 20;

    public const int LargestWorkbook = 25 << 20;

    public static IResult TooLarge(int largest) =>
        ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", $"The body has at most {largest >> 20} MiB.");

    /// <returns>Null where it is larger, whether it says so or not, or breaks off.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest, CancellationToken cancellation)
    {
        if (request.ContentLength > largest)
        {
            return null;
        }

        using var kept = new MemoryStream();
        byte[] buffer = new byte[81_920];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
            {
                if (kept.Length + read > largest)
                {
                    return null;
                }

                kept.Write(buffer, 0, read);
            }
        }
        catch (Exception broken) when (broken is BadHttpRequestException or IOException)
        {
            return null;
        }

        return kept.ToArray();
    }
}
