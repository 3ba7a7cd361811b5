using ACip.Tests.Unit.QuarterlyReports;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>A revision that moves a plan's last day leaves no day of it without a report.</summary>
public sealed class ExtendedPlanTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    [Theory]
    [InlineData("GH", "2026-08-31", "2027-03-31", "20260701-20260831 20260901-20260930 20261001-20261231 20270101-20270331")]
    [InlineData("GH", "2026-10-10", "2027-03-31", "20260701-20261010 20261011-20261231 20270101-20270331")] // a stub had joined its neighbour
    [InlineData("GH", "2026-12-31", "2027-03-31", "20260701-20260930 20261001-20261231 20270101-20270331")]
    [InlineData("GH", "2026-08-31", "2026-09-05", "20260701-20260831 20260901-20260905")]
    [InlineData("ET", "2026-08-31", "2027-01-08", "20260409-20260707 20260708-20261010 20261011-20270108")] // its last row ended beyond the plan
    [InlineData("GH", "2026-12-31", "2026-09-30", "20260701-20260930")] // shortened
    public void Rows_follow_each_other_without_a_gap(string country, string end, string moved, string rows)
    {
        Administration home = Seed.Administrations.Single(one => one.Id.Value == country);
        var plan = new PlanRecord(
            new PlanId($"{country.ToLowerInvariant()}-2026"),
            home.Id,
            "",
            new(2026, 7, 1),
            Calendars.Day(end),
            PlanState.UnderRevision,
            1,
            "a",
            [],
            CycleSettings.Standard.Periods(home, new(2026, 7, 1), Calendars.Day(end)),
            0,
            default
        );

        IReadOnlyList<ReportingPeriod> after = PlanFreezing.Rescheduled(plan, Calendars.Day(moved), CycleSettings.Standard, home);

        Assert.Equal(rows, string.Join(' ', after.Select(period => period.Key)));
    }
}
