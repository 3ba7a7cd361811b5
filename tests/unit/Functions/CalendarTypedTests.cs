using ACip.Functions.Pages.Programme;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;
using ACip.Workflows.Serialization;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Functions;

/// <summary>The page of a calendar begins with what applies, so that saving it changes only what was changed on it.</summary>
public sealed class CalendarTypedTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    public static TheoryData<string> Administrations => [.. Seed.Administrations.Select(one => one.Id.Value)];

    [Theory]
    [MemberData(nameof(Administrations))]
    public void Who_only_ticks_that_periods_are_given_here_moves_none(string country)
    {
        Administration home = Seed.Administrations.Single(one => one.Id.Value == country);
        var none = new AdministrationCalendar([]);
        (DateOnly from, DateOnly until) = (new DateOnly(2026, 3, 1), new DateOnly(2030, 12, 31));

        (AdministrationCalendar? saved, _) = (CalendarTyped.Of(none, home, Now) with { Own = true }).Read(none);

        Assert.NotNull(saved!.Periods);
        Assert.Equal(Periods(none, home, from, until), Periods(saved, home, from, until));
    }

    [Fact]
    public void What_was_entered_is_shown_as_it_was_entered()
    {
        PeriodRule entered = PeriodRule.Default with { Length = PeriodLength.HalfYear, DaysToLock = 90 };
        CalendarTyped typed = CalendarTyped.Of(new([new(2026, 12, 25)], entered), Seed.Administrations[0], Now);

        Assert.Equal((true, "HalfYear", "30", "90"), (typed.Own, typed.Length, typed.DaysToSubmit, typed.DaysToLock));
        Assert.Equal("2026-12-25", typed.Holidays);
    }

    [Fact]
    public void What_the_form_does_not_show_of_the_periods_is_kept()
    {
        PeriodRule entered = PeriodRule.Default with { ShortestStub = 30 };
        var stands = new AdministrationCalendar([new(2026, 12, 26), new(2026, 12, 25)], entered);
        (AdministrationCalendar? saved, _) = CalendarTyped.Of(stands, Seed.Administrations[0], Now).Read(stands);

        Assert.Equal(ContentTag.Of(stands), ContentTag.Of(saved!));
    }

    [Fact]
    public void The_same_weekend_in_another_order_is_no_change()
    {
        Administration home = Seed.Administrations[0] with { Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday] };
        CalendarTyped typed = CalendarTyped.Of(new([]), home, Now) with { Weekend = [DayOfWeek.Sunday, DayOfWeek.Saturday] };

        Assert.Equal(home.Weekend, typed.Apply(home).Weekend);
        Assert.Equal([DayOfWeek.Friday], (typed with { Weekend = [DayOfWeek.Friday] }).Apply(home).Weekend);
    }

    private static IReadOnlyList<ReportingPeriod> Periods(
        AdministrationCalendar calendar,
        Administration home,
        DateOnly from,
        DateOnly until
    )
    {
        var calendars = new Dictionary<string, AdministrationCalendar> { [home.Id.Value] = calendar };
        return (CycleSettings.Standard with { Calendars = calendars }).Periods(home, from, until);
    }
}
