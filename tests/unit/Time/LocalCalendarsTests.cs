using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Time;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.Time;

public sealed class LocalCalendarsTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    [Theory]
    [InlineData("ET", "2025-07-08", "2026-07-07", "20250708-20251010 20251011-20260108 20260109-20260408 20260409-20260707")]
    // new year on 12 September, before the leap year 2028
    [InlineData("ET", "2027-07-08", "2028-07-07", "20270708-20271011 20271012-20280109 20280110-20280408 20280409-20280707")]
    // Shrawan 2082 to Ashadh 2083
    [InlineData("NP", "2025-07-17", "2026-07-16", "20250717-20251017 20251018-20260114 20260115-20260413 20260414-20260716")]
    // a leap year: all begin a day earlier, until the next January
    [InlineData("NP", "2028-04-13", "2029-04-13", "20280413-20280715 20280716-20281016 20281017-20290113 20290114-20290413")]
    [InlineData("GH", "2026-01-01", "2026-12-31", "20260101-20260331 20260401-20260630 20260701-20260930 20261001-20261231")]
    public void A_year_has_the_quarters_of_its_own_calendar(string country, string from, string until, string expected) =>
        Assert.Equal(expected, string.Join(' ', Periods(country, from, until).Select(period => period.Key)));

    [Fact]
    public void Whatever_is_generated_has_nothing_wrong_with_it() =>
        Assert.All(
            Seed.Administrations,
            one => Assert.Empty(PeriodProblems.In(LocalCalendars.RuleFor(one.Id, Day("2024-03-01"), Day("2033-02-28"))))
        );

    [Fact]
    public void A_plan_that_begins_inside_a_period_reports_on_the_whole_of_it() =>
        Assert.Equal("20251011-20260108", Periods("ET", "2026-01-01", "2026-12-31")[0].Key.Value);

    [Fact]
    public void What_an_officer_enters_goes_before()
    {
        var settings = CycleSettings.Standard with
        {
            Calendars = new Dictionary<string, AdministrationCalendar>
            {
                ["GH"] = new([Day("2026-07-30")], Calendars.Quarters with { Length = PeriodLength.HalfYear }),
            },
        };

        ReportingPeriod period = settings.Periods(Ghana, Day("2026-01-01"), Day("2026-12-31"))[0];

        Assert.Equal("20260101-20260630", period.Key.Value);
        Assert.Equal("2026-07-31T23:59:59+00:00", Text(period.Due)); // 30 July is a holiday
    }

    [Fact]
    public void Behind_the_year_that_an_officer_entered_the_local_calendar_goes_on()
    {
        Administration nepal = Seed.Administrations.Single(one => one.Id.Value == "NP");
        OwnPeriod[] announced = [.. LocalCalendars.RuleFor(nepal.Id, Day("2025-07-17"), Day("2026-07-16")).Own];
        var settings = CycleSettings.Standard with
        {
            Calendars = new Dictionary<string, AdministrationCalendar> { ["NP"] = new([], Calendars.Quarters with { Own = announced }) },
        };

        IReadOnlyList<ReportingPeriod> periods = settings.Periods(nepal, Day("2025-07-17"), Day("2028-07-15"));

        Assert.Equal(Periods("NP", "2025-07-17", "2028-07-15").Select(one => one.Key), periods.Select(one => one.Key));
        Assert.Equal(12, periods.Count);
    }

    private static Administration Ghana => Seed.Administrations.Single(one => one.Id.Value == "GH");

    private static IReadOnlyList<ReportingPeriod> Periods(string country, string from, string until) =>
        CycleSettings.Standard.Periods(Seed.Administrations.Single(one => one.Id.Value == country), Day(from), Day(until));
}
