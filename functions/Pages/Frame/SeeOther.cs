using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>After a POST, a page that can be loaded again without posting again.</summary>
/// <param name="address">Of this site. What stands in it came in an address, maybe with letters that no header holds.</param>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Encoded(address);
        return Task.CompletedTask;
    }

    /// <summary>As it is, with everything percent-encoded that is not ASCII, a sign of it or a space.</summary>
    public static string Encoded(string address) =>
        string.Concat(
            address
                .EnumerateRunes()
                .Select(rune =>
                    rune.Value is > 0x20 and < 0x7f and not ('\\' or '"' or '<' or '>')
                        ? rune.ToString()
                        : Uri.EscapeDataString(rune.ToString())
                )
        );
}
