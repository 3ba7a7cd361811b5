using System.Globalization;
using System.Text.Json;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Sample;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>Holds every figure of every report that a simulation wrote against the replies that it wrote beside them.</summary>
internal static class FiguresAgain
{
    /// <returns>How many figures were compared.</returns>
    public static int CompareAll(string output)
    {
        int found = 0;
        Dictionary<AdministrationId, string> regions = ProgrammeSeed
            .Load()
            .Administrations.ToDictionary(one => one.Id, one => one.WcoRegion);
        foreach (
            string file in Directory
                .GetFiles(Path.Combine(output, "donor-reports"), "report.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(file));
            string agreement = Path.GetRelativePath(output, file).Split(Path.DirectorySeparatorChar)[1];
            var gaps = report
                .RootElement.GetProperty("gaps")
                .EnumerateArray()
                .Where(gap => gap.TryGetProperty("period", out _))
                .Select(gap => $"{gap.GetProperty("administration").GetString()} {gap.GetProperty("period").GetString()}")
                .ToHashSet();
            var again = new RepliesAgain(Path.Combine(output, "replies"), agreement, Day(report, "start"), Day(report, "end"), gaps);
            foreach (
                JsonElement figure in report
                    .RootElement.GetProperty("indicators")
                    .EnumerateArray()
                    .SelectMany(indicator => indicator.GetProperty("figures").EnumerateArray())
            )
            {
                string id = figure.GetProperty("id").GetString()!;
                (string indicator, string part) = (id[..id.IndexOf('/')], id[(id.IndexOf('/') + 1)..]);
                if (part.EndsWith(':'))
                {
                    continue; // the rest that was not broken down: total less groups, and those are found
                }

                (decimal? value, int administrations) = part.StartsWith("region:", StringComparison.Ordinal)
                    ? again.Figure(indicator, null, one => regions[one] == part["region:".Length..])
                    : again.Figure(indicator, part == "total" ? null : part);
                decimal? said = figure.TryGetProperty("value", out JsonElement number) ? number.GetDecimal() : null;
                switch (figure.GetProperty("state").GetString())
                {
                    case "Shown":
                        Assert.True(value == said, $"{agreement} {id}: the report says {said}, the replies give {value}");
                        Assert.Equal(administrations, figure.GetProperty("reported").GetInt32());
                        found++;
                        break;
                    case "Missing":
                        Assert.True(value is null, $"{agreement} {id}: the report has a gap, the replies give {value}");
                        break;
                    default:
                        Assert.Null(said);
                        break;
                }
            }
        }

        return found;
    }

    private static DateOnly Day(JsonDocument report, string name) =>
        DateOnly.ParseExact(report.RootElement.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
