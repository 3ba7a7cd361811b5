using ACip.Local.Cli;

namespace ACip.Tests.Scenarios.DonorReports;

public sealed class SimulatedReportTests(SimulatedYear year) : IClassFixture<SimulatedYear>
{
    [Fact]
    public void A_simulated_year_ends_without_a_problem() => Assert.Equal(0, year.FirstExit);

    [Fact]
    public void Every_figure_of_a_report_is_found_again_in_the_accepted_replies() => Assert.True(FiguresAgain.CompareAll(year.First) >= 10);

    [Fact]
    public void The_same_seed_gives_the_same_files_byte_for_byte()
    {
        string[] first = Files(year.First),
            second = Files(year.Second);
        Assert.Equal(first, second);
        Assert.Contains(first, name => name.EndsWith("report.docx", StringComparison.Ordinal));
        foreach (string name in first)
        {
            Assert.True(
                File.ReadAllBytes(Path.Combine(year.First, name))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(year.Second, name))),
                $"{name} differs"
            );
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

    private static string[] Files(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Order(StringComparer.Ordinal),
        ];
}
