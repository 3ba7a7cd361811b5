using ACip.Tests.Unit.Time;
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

        IReadOnlyList<ReportingPeriod> after = PlanFreezing.Rescheduled(
            Frozen(home, end),
            Calendars.Day(moved),
            CycleSettings.Standard,
            home
        );

        Assert.Equal(rows, string.Join(' ', after.Select(period => period.Key)));
    }

    [Theory]
    [InlineData("2027-01-13 2027-04-13", "20261018-20270114 20270115-20270413")] // it begins a day before the usual rows end
    [InlineData("2026-10-18 2027-01-20 2027-04-13", "20261018-20270114 20270115-20270413")] // six days are no report of their own
    [InlineData("2026-10-18 2027-02-20 2027-04-13", "20261018-20270114 20270115-20270220 20270221-20270413")]
    public void Rows_entered_since_are_cut_where_the_plan_goes_on(string days, string rows)
    {
        Administration home = Seed.Administrations.Single(one => one.Id.Value == "NP");
        DateOnly[] marks = [.. days.Split(' ').Select(Calendars.Day)];
        OwnPeriod[] own = [.. marks.Skip(1).Select((end, at) => new OwnPeriod(at == 0 ? marks[0] : marks[at].AddDays(1), end))];
        var settings = CycleSettings.Standard with
        {
            Calendars = new Dictionary<string, AdministrationCalendar> { ["NP"] = new([], Calendars.Quarters with { Own = own }) },
        };

        var after = PlanFreezing.Rescheduled(Frozen(home, "2027-01-14"), Calendars.Day("2027-04-13"), settings, home);

        Assert.Equal(rows, string.Join(' ', after.Skip(2).Select(period => period.Key)));
    }

    private static PlanRecord Frozen(Administration home, string end) =>
        new(
            new PlanId($"{home.Id.Value.ToLowerInvariant()}-2026"),
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
}
