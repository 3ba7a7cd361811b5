using ACip.Local.Cli;
using ACip.Tests.Unit.DonorReports;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>What Norad's guideline asks: five to seven pages before the annexes, however many administrations write.</summary>
public sealed class NoradsLength
{
    /// <param name="snapshot">Of a report by Norad's template; it is rendered in the language, whatever the agreement's are.</param>
    internal static void Holds(string snapshot, string tag)
    {
        var language = Language.FromString(tag);
        RenderedReport report = DonorReport.Render(SnapshotDocument.Read(File.ReadAllBytes(snapshot)), language);
        var pdf = new PdfReader(report[ReportParts.Pdf].Bytes);
        int annexes = pdf.PageOf(Texts.Coverage.In(language));
        Assert.InRange(annexes - 1, 5, 7);
        Assert.Equal(annexes - 1, pdf.PageOf(Texts.Signature.In(language)));
        Assert.InRange(pdf.Pages, annexes, 9);
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Two_years_of_all_administrations_keep_to_it()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("acip-two-years-");
        try
        {
            Assert.Equal(0, await Simulate.RunAsync(["--years", "2", "--administrations", "all", "--seed", "3", "--out", folder.FullName]));
            string[] snapshots = Directory.GetFiles(
                Path.Combine(folder.FullName, "donor-reports", "norad-acip-2026"),
                "snapshot.json",
                SearchOption.AllDirectories
            );
            Assert.Equal(2, snapshots.Length);
            Assert.All(snapshots, one => Assert.All(Language.All, language => Holds(one, language.Tag)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
