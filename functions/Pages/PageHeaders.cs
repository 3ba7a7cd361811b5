using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages;

/// <summary>What a browser may do with a page of ours: show it, load our style sheet, post to us. No script runs, whatever gets into a text.</summary>
/// <remarks>
/// Referrer-Policy is same-origin and not no-referrer: App Service refuses a signed-in browser's POST that names neither origin nor referrer.
/// A link's token thus never leaves this site either.
/// </remarks>
internal static class PageHeaders
{
    public const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A donor report carries its style in itself, so that it can be kept as one file; nothing else is allowed to it.</summary>
    public const string PolicyForFiles = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

    public static void Write(IHeaderDictionary headers, string policy = Policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers["Referrer-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["X-Robots-Tag"] = "noindex";
    }
}
