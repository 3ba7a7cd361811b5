using System.Text;
using System.Text.RegularExpressions;

namespace ACip.Functions.Pages.DonorReports;

/// <summary>The web report as those see it who may walk figures back: each leads to where it comes from. The file that was signed stays as
/// it is; this is a view of it.</summary>
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
