using System.Globalization;
using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

[CollectionDefinition(nameof(OneAtATime), DisableParallelization = true)]
public sealed class OneAtATime;

/// <summary>The time zone of a process is one for all its tests.</summary>
[Collection(nameof(OneAtATime))]
public sealed class SameBytesEverywhereTests
{
    [Theory]
    [InlineData(DonorTemplate.Neutral)]
    [InlineData(DonorTemplate.Norad)]
    [InlineData(DonorTemplate.GlobalAffairsCanada)]
    [InlineData(SampleTemplates.Aurora)]
    public void Every_format_has_the_bytes_that_were_approved(string template)
    {
        byte[] snapshot = SnapshotDocument.Write(SampleSnapshots.Sample(template));
        byte[] manifest = Manifest.Of(snapshot, [.. Language.All.Select(language => Render(snapshot, language))]).Write();
        ApprovedFiles.Holds(
            $"{template}.manifest.json",
            [.. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(manifest).Replace(",{", ",\n{", StringComparison.Ordinal)), (byte)'\n']
        );
    }

    [Fact]
    public void The_page_and_the_IATI_file_are_those_that_were_read()
    {
        RenderedReport report = DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.Norad), Language.En);
        ApprovedFiles.Holds("Norad.en.report.html", report[ReportParts.Html].Bytes);
        ApprovedFiles.Holds("Norad.en.iati.xml", report[ReportParts.Iati].Bytes);
        ApprovedFiles.Holds(
            "Canada.fr.report.html",
            DonorReport.Render(SampleSnapshots.Sample(DonorTemplate.GlobalAffairsCanada), Language.Fr)[ReportParts.Html].Bytes
        );
    }

    [Theory]
    [InlineData("fr-FR", "Asia/Kathmandu")]
    [InlineData("ar-SA", "America/St_Johns")]
    [InlineData("tr-TR", "Pacific/Apia")]
    public void Another_culture_and_another_time_zone_change_nothing(string culture, string zone)
    {
        byte[] snapshot = SnapshotDocument.Write(SampleSnapshots.Sample(DonorTemplate.Norad));
        RenderedReport here = Render(snapshot, Language.Fr);
        (byte[] Snapshot, RenderedReport Report) there = ElsewhereThan(
            culture,
            zone,
            () =>
            {
                byte[] written = SnapshotDocument.Write(SampleSnapshots.Sample(DonorTemplate.Norad));
                return (written, Render(written, Language.Fr));
            }
        );
        Assert.Equal(snapshot, there.Snapshot);
        Assert.Equal(ReportParts.All, here.Parts.Select(part => part.FileName));
        Assert.All(here.Parts, part => Assert.Equal(part.Bytes, there.Report[part.FileName].Bytes));
    }

    private static RenderedReport Render(byte[] snapshot, Language language) =>
        DonorReport.Render(SnapshotDocument.Read(snapshot), language);

    private static T ElsewhereThan<T>(string culture, string zone, Func<T> make)
    {
        (CultureInfo before, string? zoneBefore) = (CultureInfo.CurrentCulture, Environment.GetEnvironmentVariable("TZ"));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;
            Environment.SetEnvironmentVariable("TZ", zone);
            TimeZoneInfo.ClearCachedData();
            return make();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = before;
            Environment.SetEnvironmentVariable("TZ", zoneBefore);
            TimeZoneInfo.ClearCachedData();
        }
    }
}
