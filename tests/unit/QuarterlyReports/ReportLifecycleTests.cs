using ACip.Tests.Unit.Time;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class ReportLifecycleTests
{
    private static readonly ReportingPeriod Period = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 1, 1),
        new DateOnly(2026, 3, 31),
        Calendars.Of("MX")
    )[0];

    [Theory]
    [InlineData("Open Submit Accept Lock", ReportState.Locked)]
    [InlineData("Open Submit Submit Return Submit Accept Lock", ReportState.Locked)]
    [InlineData("Open DeclareNil", ReportState.NilReturn)]
    [InlineData("Open Submit Return DeclareNil", ReportState.NilReturn)]
    [InlineData("Open Submit DeclareNil", ReportState.NilReturn)]
    [InlineData("Open Miss", ReportState.Missed)]
    [InlineData("Open Submit Return Miss", ReportState.Missed)]
    [InlineData("Waive", ReportState.Waived)]
    [InlineData("Open Submit Waive", ReportState.Waived)]
    public void A_report_goes_its_way(string moves, ReportState expected) =>
        Assert.Equal(
            expected,
            moves
                .Split(' ')
                .Select(Enum.Parse<ReportMove>)
                .Aggregate(ReportState.NotDue, (state, move) => Assert.IsType<MoveResult.Moved>(ReportLifecycle.Try(state, move)).To)
        );

    [Theory]
    [InlineData(ReportState.NotDue, ReportMove.Submit, "report-state")]
    [InlineData(ReportState.Open, ReportMove.Accept, "report-state")]
    [InlineData(ReportState.Accepted, ReportMove.Return, "report-state")]
    [InlineData(ReportState.Accepted, ReportMove.Waive, "report-state")]
    [InlineData(ReportState.Submitted, ReportMove.Miss, "report-state")]
    [InlineData(ReportState.Missed, ReportMove.Submit, "report-has-ended")]
    [InlineData(ReportState.Locked, ReportMove.Return, "report-has-ended")]
    public void What_may_not_be_is_refused_by_name(ReportState from, ReportMove move, string rule) =>
        Assert.Equal(rule, Assert.IsType<MoveResult.Refused>(ReportLifecycle.Try(from, move)).Rule);

    [Fact]
    public void What_has_ended_stays_ended() =>
        Assert.All(
            Enum.GetValues<ReportState>().Where(ReportLifecycle.HasEnded),
            state => Assert.All(Enum.GetValues<ReportMove>(), move => Assert.IsType<MoveResult.Refused>(ReportLifecycle.Try(state, move)))
        );

    [Fact]
    public void After_an_outage_of_any_length_the_calendar_brings_a_silent_report_to_its_end()
    {
        DateTimeOffset muchLater = Period.Locks.AddMonths(5);
        ReportState state = ReportState.NotDue;
        while (ReportLifecycle.DueNow(Period, state, muchLater) is { } move)
        {
            state = Assert.IsType<MoveResult.Moved>(ReportLifecycle.Try(state, move)).To;
        }

        Assert.Equal(ReportState.Missed, state);
    }

    [Fact]
    public void A_report_that_waits_for_its_reviewer_is_never_missed()
    {
        Assert.Null(ReportLifecycle.DueNow(Period, ReportState.Submitted, Period.Locks.AddYears(1)));
        Assert.Equal(ReportMove.Lock, ReportLifecycle.DueNow(Period, ReportState.Accepted, Period.Locks));
    }

    [Fact]
    public void Nothing_changes_a_moment_too_early()
    {
        Assert.Null(ReportLifecycle.DueNow(Period, ReportState.NotDue, Period.Opens.AddTicks(-1)));
        Assert.Equal(ReportMove.Open, ReportLifecycle.DueNow(Period, ReportState.NotDue, Period.Opens));
        Assert.Null(ReportLifecycle.DueNow(Period, ReportState.Open, Period.Locks.AddTicks(-1)));
        Assert.Equal(Period.Locks, ReportLifecycle.NextChange(Period, ReportState.Open));
    }
}
