using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Overviews;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Overviews;

/// <summary>Overviews say what is still to come, and only that.</summary>
public sealed class NextReportTests
{
    private static readonly Administration Ghana = ProgrammeSeed.Load().Administrations.Single(one => one.Id.Value == "GH");

    private static readonly IReadOnlyList<ReportingPeriod> Periods = CycleSettings.Standard.Periods(
        Ghana,
        new(2026, 1, 1),
        new(2026, 12, 31)
    );

    private static readonly DateTimeOffset April = Calendars.Instant("2026-04-06T05:00:00Z");

    [Theory]
    [InlineData(PlanState.Active, ReportState.Open, "20260101-20260331")]
    [InlineData(PlanState.Active, ReportState.Returned, "20260101-20260331")]
    [InlineData(PlanState.Active, ReportState.Submitted, "20260401-20260630")] // nothing is asked of it now
    [InlineData(PlanState.Active, ReportState.Accepted, "20260401-20260630")]
    [InlineData(PlanState.Suspended, ReportState.Waived, null)]
    public void The_next_report_is_one_that_is_still_to_be_handed_in(PlanState plan, ReportState first, string? next)
    {
        PlanStatusNotice notice = PlanStatusNotice.Of(Of(plan, Report(first, Periods[0])), Text.Same("Ghana"), April);

        Assert.Equal(next, notice.Next?.Key.Value);
    }

    [Fact]
    public void It_is_due_when_it_was_given_until()
    {
        ReportingPeriod later = Periods[0] with { Due = Periods[0].Due.AddDays(12) };

        PlanStatusNotice notice = PlanStatusNotice.Of(Of(PlanState.Active, Report(ReportState.Open, later)), Text.Same("Ghana"), April);

        Assert.Equal(later.Due, notice.Next?.Due);
    }

    [Theory]
    [InlineData(PlanState.Active, 1)]
    [InlineData(PlanState.Suspended, 0)]
    [InlineData(PlanState.Closed, 0)]
    public void Where_nothing_is_asked_nothing_is_missing(PlanState plan, int lines) =>
        Assert.Equal(lines, PeriodCoverage.Since([Of(plan)], Periods[0].Due.AddDays(-1), Periods[0].Due).Count());

    private static PlanOverview Of(PlanState state, params ReportRecord[] reports) =>
        new(
            new PlanRecord(new PlanId("gh-2026"), Ghana.Id, "", new(2026, 1, 1), new(2026, 12, 31), state, 1, "a", [], Periods, 1, default),
            reports,
            []
        );

    private static ReportRecord Report(ReportState state, ReportingPeriod period) =>
        ReportRecord.NotDue(new PlanId("gh-2026"), Ghana.Id, period, 1) with
        {
            State = state,
        };
}
