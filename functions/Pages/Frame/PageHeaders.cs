using Microsoft.AspNetCore.Http;

namespace ACip.Functions.Pages.Frame;

/// <summary>What a browser may do with an answer of ours: one policy for pages, API, files, webhooks and redirects. Whatever an answer does
/// not say for itself is added to it as it leaves (<see cref="SecurityHeaders"/>).</summary>
/// <remarks>
/// Referrer-Policy is same-origin and not no-referrer: App Service refuses a signed-in browser's POST that names neither origin nor
/// referrer.
/// A link's token thus never leaves this site either.
/// </remarks>
internal static class PageHeaders
{
    /// <summary>A page is shown with our style sheet and our script file, and posts to us. No other script runs, whatever gets into a
    /// text.</summary>
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Of a page that shows a file of ours in a frame; only such a page may have frames at all.</summary>
    /// <param name="html">What people type cannot look like an element: it is encoded.</param>
    public static string PolicyOf(string html) =>
        html.Contains("<iframe ", StringComparison.Ordinal) ? $"{Policy}; frame-src 'self'" : Policy;

    /// <summary>A donor report carries its style in itself, so that it can be kept as one file; nothing else is allowed to it.</summary>
    public const string PolicyForFiles =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-popups";

    /// <summary>A file that a browser shows by its own viewer, which no sandbox lets run.</summary>
    public const string PolicyForShownFiles =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The same within a page of ours, and of nobody else. The frame has no sandbox, for Chromium's viewer of PDF files runs in
    /// none; what keeps the file in is this policy, and that nothing is shown which nobody found clean.</summary>
    public const string PolicyForFilesWithin =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    /// <summary>What is not a page may load nothing.</summary>
    public const string PolicyForData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    private static readonly (string Name, string Value)[] All =
    [
        ("Content-Security-Policy", PolicyForData),
        ("Referrer-Policy", "same-origin"),
        ("X-Content-Type-Options", "nosniff"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("X-Robots-Tag", "noindex"),
        ("Cache-Control", "private, no-store"),
    ];

    /// <summary>Names of the headers that every answer has.</summary>
    public static IEnumerable<string> Names => All.Select(header => header.Name);

    /// <summary>Adds what an answer does not say for itself.</summary>
    public static void Complete(IHeaderDictionary headers)
    {
        foreach ((string name, string value) in All)
        {
            headers.TryAdd(name, value);
        }
    }
}
