using System.Text;
using System.Text.RegularExpressions;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>The web report for people who may trace figures: each figure links to its origin. It is a view; the signed file is
/// unchanged.</summary>
internal static partial class FigureLinks
{
    public static byte[] In(byte[] report, string lineage) =>
        Encoding.UTF8.GetBytes(
            Figure()
                .Replace(
                    Encoding.UTF8.GetString(report),
                    found => $"<a href=\"{lineage}?figure={found.Groups[1].Value}\">{found.Value}</a>"
                )
        );

    [GeneratedRegex(
        "<data value=\"[^\"]*\" data-figure=\"([A-Za-z0-9.:/_-]+)\">[^<]*</data>",
        RegexOptions.None,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Figure();
}
