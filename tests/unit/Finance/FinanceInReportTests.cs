using System.Text;
using System.Xml.Linq;
using System.Xml.XPath;
using ACip.Tests.Unit.DonorReports;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Finance;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Finance;

/// <summary>The financial annex and IATI's money come from the rows.</summary>
public sealed class FinanceInReportTests
{
    [Fact]
    public void Iati_has_a_budget_a_period_a_revised_one_where_it_was_revised_and_what_came_and_went()
    {
        XDocument file = XDocument.Load(new MemoryStream(Part(Books.Second, ReportParts.Iati)));
        Assert.Equal(
            ["1 2024-01-01 NOK 300", "2 2024-01-01 NOK 250", "1 2025-01-01 NOK 200"],
            file.XPathSelectElements("//budget")
                .Select(one =>
                    $"{one.Attribute("type")!.Value} {one.Element("period-start")!.Attribute("iso-date")!.Value} {one.Element("value")!.Attribute("currency")!.Value} {one.Element("value")!.Value}"
                )
        );
        Assert.Equal(
            ["1 300", "4 240", "1 200", "4 220.5"],
            file.XPathSelectElements("//transaction")
                .Select(one => $"{one.Element("transaction-type")!.Attribute("code")!.Value} {one.Element("value")!.Value}")
        );
    }

    [TheoryWithShared(IatiStandard.Location)]
    [InlineData(DonorTemplate.Neutral)]
    [InlineData(DonorTemplate.Norad)]
    [InlineData(DonorTemplate.GlobalAffairsCanada)]
    [InlineData(SampleTemplates.Aurora)]
    public void With_money_it_is_valid_against_the_schema_the_codelists_and_the_rules(string template) =>
        Assert.Empty(IatiStandard.Breaches(Part(Books.Second, ReportParts.Iati, template), new DateOnly(2026, 3, 1)));

    [Theory]
    [InlineData(DonorTemplate.Neutral)]
    [InlineData(DonorTemplate.Norad)]
    [InlineData(DonorTemplate.GlobalAffairsCanada)]
    [InlineData(SampleTemplates.Aurora)]
    public void Every_template_shows_the_books_with_the_explanation(string template)
    {
        string page = Encoding.UTF8.GetString(Part(Books.Second, ReportParts.Html, template));
        Assert.Contains("Budget and spending since the grant began, NOK", page, StringComparison.Ordinal);
        Assert.Contains("A workshop of 2024 was held in 2025.", page, StringComparison.Ordinal);
        Assert.Contains("In hand at the end of the period: NOK 39.5.", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_books_nothing_is_said_of_money()
    {
        XDocument file = XDocument.Load(new MemoryStream(Part(null, ReportParts.Iati)));
        Assert.Empty(file.XPathSelectElements("//budget | //transaction"));
    }

    [Fact]
    public void A_snapshot_with_books_is_read_back_as_it_was()
    {
        DonorSnapshot snapshot = Snapshot(Books.Second, DonorTemplate.Norad);
        byte[] written = SnapshotDocument.Write(snapshot);
        DonorSnapshot read = SnapshotDocument.Open(() => new MemoryStream(written, writable: false));
        Assert.Equal(written, SnapshotDocument.Write(read));
        Assert.Equal(snapshot.Head.Finance!.Periods, read.Head.Finance!.Periods);
    }

    private static byte[] Part(FinancialPeriod? second, string name, DonorTemplate? template = null) =>
        DonorReport.Render(Snapshot(second, template ?? DonorTemplate.Norad), Language.En).Parts.First(part => part.FileName == name).Bytes;

    private static DonorSnapshot Snapshot(FinancialPeriod? second, DonorTemplate template)
    {
        DonorSnapshot sample = SampleSnapshots.Sample(template, 2, 1);
        return second is null
            ? sample
            : sample with
            {
                Head = sample.Head with
                {
                    Finance = FinancialStatement.Of(
                        [Books.First, second],
                        sample.Head.Agreement,
                        sample.Head.Period.Start,
                        sample.Head.Period.End
                    ),
                },
            };
    }
}
