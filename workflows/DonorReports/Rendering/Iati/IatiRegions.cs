using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Rendering.Iati;

/// <summary>Where an agreement works, in the regions of the OECD's Development Assistance Committee. Shares by country are not known; those
/// of regions are of the administrations that the agreement funds, and add up to 100.</summary>
internal static class IatiRegions
{
    private const string AnyDevelopingCountry = "998";

    public static void Write(MarkupText xml, IReadOnlyList<Administration> funded)
    {
        (string Code, int Count)[] regions =
        [
            .. funded
                .GroupBy(one => CodeOf(one.WcoRegion))
                .Select(same => (same.Key, same.Count()))
                .DefaultIfEmpty((AnyDevelopingCountry, 1))
                .OrderBy(one => one.Item1, StringComparer.Ordinal),
        ];
        int all = regions.Sum(one => one.Count);
        decimal left = 100;
        for (int at = 0; at < regions.Length; at++)
        {
            // the last has what rounding left, so that they make the whole
            decimal share = at == regions.Length - 1 ? left : Math.Round(100m * regions[at].Count / all, 2, MidpointRounding.AwayFromZero);
            left -= share;
            xml.Raw($"<recipient-region code=\"{regions[at].Code}\" vocabulary=\"1\"")
                .Raw(regions.Length == 1 ? "/>" : $" percentage=\"{Writing.Plain(share)}\"/>");
        }
    }

    private static string CodeOf(string wcoRegion) =>
        wcoRegion switch
        {
            "AMS" => "498",
            "EUR" => "89",
            "MENA" => "589",
            "ESA" or "WCA" => "289",
            "A/P" or "AP" => "798",
            _ => AnyDevelopingCountry,
        };
}
