using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.DonorReports.Figures;

public sealed class GapReasonTests
{
    private const string Period = "20260101-20260331";

    private static readonly PlanId Plan = new("jo-2026");

    [Theory]
    [InlineData(ReportState.Missed, GapReason.Missed)]
    [InlineData(ReportState.NilReturn, GapReason.NilReturn)]
    [InlineData(ReportState.Waived, GapReason.Waived)]
    public void A_period_that_ended_without_figures_is_a_gap_until_some_are_restated_into_it(ReportState state, GapReason reason)
    {
        Assert.Equal(reason, Of(state));
        Assert.Null(Of(state, Restated("I1", Period)));
    }

    [Fact]
    public void Figures_of_another_period_or_of_an_item_that_the_donor_does_not_see_fill_no_gap()
    {
        Assert.Equal(GapReason.Missed, Of(ReportState.Missed, Restated("I1", "20260401-20260630")));
        Assert.Equal(GapReason.Missed, Of(ReportState.Missed, Restated("I9", Period)));
    }

    [Fact]
    public void What_was_accepted_before_a_report_was_missed_does_not_make_it_whole() =>
        Assert.Equal(GapReason.Missed, Of(ReportState.Missed, Restated("I1", Period) with { Restates = null }));

    private static GapReason? Of(ReportState state, params Observation[] accepted)
    {
        var period = new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), default, default, default);
        ReportRecord report = ReportRecord.NotDue(Plan, new AdministrationId("JO"), period, 1) with { State = state };
        var history = new AcceptedHistory(
            StreamId.Of(Plan),
            [new AcceptedFigures(new PersonId("approver-one"), DateTimeOffset.UnixEpoch, accepted)],
            []
        );
        return ReportingGaps.ReasonFor(new PeriodKey(Period), report, history, new HashSet<string> { "I1" });
    }

    private static Observation Restated(string item, string period) =>
        new(
            $"{Plan}:{period}:{item}:r1",
            Plan,
            1,
            item,
            new PeriodKey(period),
            45m,
            null,
            null,
            null,
            new Dictionary<string, decimal>(),
            [],
            new PersonId("coordinator"),
            DateTimeOffset.UnixEpoch,
            new EntrySource("api:restated")
        )
        {
            Restates = $"{Plan}:{period}:{item}:gap",
        };
}
