using System.Diagnostics;
using System.Globalization;
using ACip.Tests.Unit.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Rendering;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>What both donors get for a year of all administrations, looked at with other people's tools.</summary>
public sealed class WholeYearTests(WholeYear year) : IClassFixture<WholeYear>
{
    [Fact]
    public void Both_donors_have_their_reports_in_every_language_and_format_with_the_financial_annex()
    {
        Assert.Equal(0, year.Exit);
        string[] expected =
        [
            "norad-acip-2026/20260101-20261231/en",
            .. new[] { "20251001-20260331", "20260401-20260930", "20261001-20270331" }.SelectMany(period =>
                new[] { $"gac-acip-2026/{period}/en", $"gac-acip-2026/{period}/fr" }
            ),
        ];
        foreach (string folder in expected)
        {
            Assert.Equal(
                ReportParts.All.Order(StringComparer.Ordinal),
                Directory.GetFiles(Path.Combine(year.Reports, folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal)
            );
            Assert.True(File.Exists(Path.Combine(year.Reports, folder, "..", "annex", "financial-annex.pdf")), folder);
        }
    }

    [Fact]
    public void The_independent_auditor_finds_nothing_in_all_that_is_stored() => Assert.Equal([], year.Findings);

    [Fact]
    public void Every_figure_is_found_again_in_the_accepted_replies() => Assert.True(FiguresAgain.CompareAll(year.Output) >= 100);

    [Fact]
    public void Word_and_Excel_files_keep_to_the_Open_XML_schema()
    {
        foreach (string file in Files("report.docx"))
        {
            using WordprocessingDocument word = WordprocessingDocument.Open(file, isEditable: false);
            Valid(word, file);
        }

        foreach (string file in Files("report.xlsx"))
        {
            using SpreadsheetDocument excel = SpreadsheetDocument.Open(file, isEditable: false);
            Valid(excel, file);
        }
    }

    [FactWithShared(IatiStandard.Location)]
    public void IATI_files_keep_to_schema_codelists_and_rules() =>
        Assert.All(Files("iati.xml"), file => Assert.Empty(IatiStandard.Breaches(File.ReadAllBytes(file), new DateOnly(2027, 6, 1))));

    /// <summary>Verify makes every file anew from its snapshot and compares it byte by byte.</summary>
    [Theory]
    [InlineData("fr_FR.UTF-8", "Asia/Kathmandu")]
    [InlineData("ar_SA.UTF-8", "America/St_Johns")]
    public async Task Another_process_in_another_culture_and_zone_makes_the_same_bytes(string language, string zone)
    {
        // without ICU a process that is told to have cultures does not start
        bool cultures = CultureInfo.GetCultureInfo("fr-FR").NumberFormat.NumberDecimalSeparator == ",";
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "acip.dll"), "verify", year.Reports])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (
            (string name, string value) in new[]
            {
                ("LANG", language),
                ("LC_ALL", language),
                ("TZ", zone),
                ("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", cultures ? "0" : "1"),
                ("DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY", "0"),
            }
        )
        {
            start.Environment[name] = value;
        }

        using Process verify = Process.Start(start)!;
        Task<string> errors = verify.StandardError.ReadToEndAsync();
        string said = await verify.StandardOutput.ReadToEndAsync();
        await verify.WaitForExitAsync();

        Assert.True(verify.ExitCode == 0, said + await errors);
        Assert.Equal(4, said.Split("sound ").Length - 1);
    }

    /// <summary>Norad wants five to seven pages before the annexes.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("es")]
    public void Norads_report_has_its_length_in_every_language(string tag) =>
        NoradsLength.Holds(Path.Combine(year.Reports, "norad-acip-2026", "20260101-20261231", DonorReportArchive.Snapshot), tag);

    private string[] Files(string name)
    {
        string[] files = [.. Directory.GetFiles(year.Reports, name, SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        Assert.Equal(7, files.Length);
        return files;
    }

    private static void Valid(OpenXmlPackage package, string file) =>
        Assert.Empty(
            new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(package)
                .Select(error => $"{file} {error.Part?.Uri} {error.Path?.XPath} {error.Description}")
        );
}
