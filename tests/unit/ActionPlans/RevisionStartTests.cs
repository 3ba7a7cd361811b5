using ACip.Tests.Unit.Time;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>A revision approved after the period that it was to begin with has been opened.</summary>
public sealed class RevisionStartTests
{
    private static readonly DateOnly October = new(2026, 10, 1),
        January = new(2027, 1, 1);

    private static readonly IReadOnlyList<ReportingPeriod> Quarters = PeriodSchedule.Build(
        Calendars.Quarters,
        new DateOnly(2026, 7, 1),
        new DateOnly(2027, 3, 31),
        Calendars.Of("MX")
    );

    [Theory]
    [InlineData(1, "2026-10-01")]
    [InlineData(2, "2027-01-01")]
    [InlineData(3, "2027-04-01")] // no report is left: it is in force behind the last
    public void It_is_in_force_from_the_next_period_whose_report_has_not_begun(int started, string from) =>
        Assert.Equal(Calendars.Day(from), RevisionStart.Of(October, Quarters, started));

    [Fact]
    public void What_it_revised_is_measured_the_new_way_from_then_on_and_what_was_revised_before_as_it_was()
    {
        ActionPlan sample = ProgrammeSeed.Load().Plans[0];
        Indicator first = sample.Indicators[0],
            second = sample.Indicators[1];
        Indicator earlier = first with { Revision = first.Revision + 1, Change = new IndicatorChange("before", October, null) };
        Indicator now = second with { Revision = second.Revision + 1, Change = new IndicatorChange("now", October, 2) };
        ActionPlan approved = sample with { Indicators = [earlier, second] };

        ActionPlan moved = RevisionStart.Move(approved with { Indicators = [earlier, now] }, approved, October, January);

        Assert.Equal([October, January], moved.Indicators.Select(one => one.Change!.From));
        Assert.Equal("now", moved.Indicators[1].Change!.Reason);
    }
}
