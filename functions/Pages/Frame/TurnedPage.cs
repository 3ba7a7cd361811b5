using System.Text.RegularExpressions;

namespace ACip.Functions.Pages.Frame;

/// <summary>Days and times of a page that runs from right to left, each set apart: a browser would write 2026-12-31 as 31-12-2026 within
/// Arabic words.</summary>
internal static partial class TurnedPage
{
    private const int Head = 100;

    /// <returns>The page as it is where it runs from left to right.</returns>
    public static string Of(string html) =>
        Of(html, html.AsSpan(0, Math.Min(Head, html.Length)).Contains("dir=\"rtl\"", StringComparison.Ordinal));

    /// <summary>A part of such a page.</summary>
    public static string Of(string html, bool turned) =>
        turned ? Days().Replace(html, found => found.Groups["day"].Success ? $"<bdi dir=\"ltr\">{found.Value}</bdi>" : found.Value) : html;

    // elements that hold no others, and tags, stay as they are
    [GeneratedRegex(
        @"<(?<raw>textarea|title|option|style)\b.*?</\k<raw>>|<[^>]*>|(?<day>\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?( UTC)?)",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Days();
}
