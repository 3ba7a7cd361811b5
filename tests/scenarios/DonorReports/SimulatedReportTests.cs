using System.Globalization;
using System.Text.Json;
using ACip.Local.Cli;
using ACip.Workflows.Programme;

namespace ACip.Tests.Scenarios.DonorReports;

public sealed class SimulatedReportTests(SimulatedYear year) : IClassFixture<SimulatedYear>
{
    [Fact]
    public void A_simulated_year_ends_without_a_problem() => Assert.Equal(0, year.FirstExit);

    [Fact]
    public void Every_figure_of_a_report_is_found_again_in_the_accepted_replies()
    {
        int found = 0;
        Dictionary<AdministrationId, string> regions = ProgrammeSeed.Load().Administrations.ToDictionary(one => one.Id, one => one.WcoRegion);
        foreach (string file in Directory.GetFiles(Path.Combine(year.First, "donor-reports"), "report.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(file));
            string agreement = Path.GetRelativePath(year.First, file).Split(Path.DirectorySeparatorChar)[1];
            var gaps = report.RootElement.GetProperty("gaps").EnumerateArray().Where(gap => gap.TryGetProperty("period", out _))
                .Select(gap => $"{gap.GetProperty("administration").GetString()} {gap.GetProperty("period").GetString()}").ToHashSet();
            var again = new RepliesAgain(Path.Combine(year.First, "replies"), agreement, Day(report, "start"), Day(report, "end"), gaps);
            foreach (JsonElement figure in report.RootElement.GetProperty("indicators").EnumerateArray().SelectMany(indicator => indicator.GetProperty("figures").EnumerateArray()))
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

        Assert.True(found >= 10, $"only {found} figures were compared");
    }

    [Fact]
    public void The_same_seed_gives_the_same_files_byte_for_byte()
    {
        string[] first = Files(year.First), second = Files(year.Second);
        Assert.Equal(first, second);
        Assert.Contains(first, name => name.EndsWith("report.docx", StringComparison.Ordinal));
        foreach (string name in first)
        {
            Assert.True(File.ReadAllBytes(Path.Combine(year.First, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(year.Second, name))), $"{name} differs");
        }
    }

    [Fact]
    public async Task Verify_finds_the_folder_sound_and_names_a_file_that_was_touched()
    {
        string copy = Directory.CreateTempSubdirectory("acip-verify-").FullName;
        try
        {
            foreach (string name in Files(year.First).Where(name => name.StartsWith("donor-reports", StringComparison.Ordinal)))
            {
                string to = Path.Combine(copy, name);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(Path.Combine(year.First, name), to);
            }

            Assert.Equal(0, await VerifyCommand.RunAsync([copy]));
            string csv = Directory.GetFiles(copy, "observations.csv", SearchOption.AllDirectories)[0];
            File.AppendAllText(csv, " ");
            Assert.Equal(1, await VerifyCommand.RunAsync([copy]));
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static DateOnly Day(JsonDocument report, string name) => DateOnly.ParseExact(report.RootElement.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];
}
