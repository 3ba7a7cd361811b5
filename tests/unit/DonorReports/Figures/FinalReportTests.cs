using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>The end of an agreement, or its early end, opens a report over its whole life.</summary>
public sealed class FinalReportTests
{
    private static readonly GrantAgreement Agreement = SampleSnapshots.Head(DonorTemplate.Neutral, 2, 4).Agreement;

    [Fact]
    public void After_the_periods_comes_the_agreements_life()
    {
        Assert.Equal(
            ["20240101-20241231", "20250101-20251231", "20260101-20261231", "20270101-20271231", "20240101-20271231"],
            DonorSchedule.Periods(Agreement).Select(one => one.Period.Value)
        );
        Assert.DoesNotContain(
            DonorSchedule.Ended(Agreement, Agreement.End),
            period => period.Start == Agreement.Start && period.End == Agreement.End
        );
        Assert.Contains(DonorSchedule.Ended(Agreement, Agreement.End.AddDays(1)), period => DonorSchedule.IsFinal(Agreement, period));
    }

    [Fact]
    public void An_early_end_is_the_end_of_its_life()
    {
        GrantAgreement ended = Agreement with { End = new DateOnly(2025, 3, 31) };
        Assert.Equal(
            ["20240101-20241231", "20240101-20250331"],
            DonorSchedule.Ended(ended, new DateOnly(2025, 4, 1)).Select(one => one.Period.Value)
        );
    }

    [Fact]
    public void Every_section_has_a_name_of_its_own_in_the_sheet_of_texts()
    {
        string[] names = [.. Enum.GetValues<NarrativePart>().Select(section => Terms.Of(section).In(Language.En))];
        Assert.Equal(names.Length, names.Distinct().Count());
    }

    [Fact]
    public void The_report_on_the_only_period_is_the_final_one()
    {
        GrantAgreement brief = Agreement with { End = new DateOnly(2024, 6, 30) };
        DonorReportRef only = Assert.Single(DonorSchedule.Periods(brief));
        Assert.True(DonorSchedule.Begin(brief, only).IsFinal);
    }

    [Fact]
    public void It_has_its_own_deadline_where_the_agreement_says_so()
    {
        GrantAgreement patient = Agreement with { Schedule = Agreement.Schedule with { DaysToDeliverFinal = 180 } };
        Assert.Equal(new DateOnly(2028, 3, 30), Deadline(Agreement));
        Assert.Equal(new DateOnly(2028, 6, 28), Deadline(patient));
        Assert.Equal("2024–2027", DonorSchedule.Begin(patient, DonorSchedule.Periods(patient).Last()).Label);
        Assert.Equal("2024", DonorSchedule.Begin(patient, DonorSchedule.Periods(patient).First()).Label);

        static DateOnly Deadline(GrantAgreement agreement) =>
            DateOnly.FromDateTime(DonorSchedule.Begin(agreement, DonorSchedule.Periods(agreement).Last()).Deadline.UtcDateTime);
    }

    [Theory]
    [InlineData(DonorTemplate.Neutral)]
    [InlineData(DonorTemplate.Norad)]
    [InlineData(DonorTemplate.GlobalAffairsCanada)]
    public void By_every_template_it_has_a_rating_what_was_not_met_and_what_stays(string template)
    {
        ReportDocument document = Compose(template, true);
        Assert.Equal(["about", "summary", "final-rating", "unmet", "sustainability"], document.Sections.Take(5).Select(one => one.Id));
        Assert.StartsWith("Final report to ", document.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(Compose(template, null).Sections, section => section.Id is "final-rating" or "unmet" or "sustainability");
        Assert.True(Templates.RoomOf(Head(template, true)).Letters > Templates.RoomOf(Head(template, null)).Letters);
    }

    [Fact]
    public void Targets_that_were_not_met_are_those_that_count_and_are_not_met()
    {
        DonorSnapshot snapshot = Of(DonorTemplate.Neutral, true);
        FigureSet figures = FigureCalculator.Of(snapshot);
        string[] unmet =
        [
            .. figures
                .Indicators.Where(one => one.Target is not null && one.Progress != Progress.TargetMet)
                .Select(one => $"{one.Indicator.Code} {one.Indicator.Statement}"),
        ];
        Assert.NotEmpty(unmet);
        Table shown = Templates
            .Compose(snapshot.Head, figures, Language.En)
            .Sections.Single(one => one.Id == "unmet")
            .Blocks.OfType<Table>()
            .Single();
        Assert.Equal(unmet, shown.Rows.Select(row => row[0].Text));
    }

    [Fact]
    public void In_every_language_and_format_it_is_said()
    {
        foreach (Language language in (Language[])[Language.En, Language.Fr, Language.Es])
        {
            RenderedReport report = DonorReport.Render(Of(DonorTemplate.Neutral, true), language);
            string page = System.Text.Encoding.UTF8.GetString(report.Parts.Single(part => part.FileName == ReportParts.Html).Bytes);
            Assert.Contains("The registers stay with the administrations.", page, StringComparison.Ordinal);
        }
    }

    private static ReportDocument Compose(DonorTemplate template, bool? final)
    {
        DonorSnapshot snapshot = Of(template, final);
        return Templates.Compose(snapshot.Head, FigureCalculator.Of(snapshot), Language.En);
    }

    private static DonorSnapshot Of(DonorTemplate template, bool? final) =>
        SampleSnapshots.Sample(template, 2, 4) with
        {
            Head = Head(template, final),
        };

    private static SnapshotHead Head(DonorTemplate template, bool? final) =>
        SampleSnapshots.Head(template, 2, 4) with
        {
            Final = final,
            Narratives = [new Narrative(NarrativePart.Sustainability, Language.En, "The registers stay with the administrations.", null)],
        };
}
