using ACip.Workflows.Time;
using FsCheck;
using FsCheck.Fluent;

namespace ACip.Tests.Unit.Time;

public sealed class WorkingCalendarTests
{
    private static readonly Arbitrary<(string Country, DateOnly Day)> AnyCountryAndDay = (
        from country in Gen.Elements(Calendars.Countries.ToArray())
        from day in Gen.Choose(new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2034, 12, 31).DayNumber)
        select (country, DateOnly.FromDayNumber(day))
    ).ToArbitrary();

    [Theory]
    [InlineData("JO", "2026-10-29", "2026-10-29T23:59:59+03:00")]
    [InlineData("JO", "2026-10-30", "2026-11-01T23:59:59+03:00")] // Friday and Saturday are Jordan's weekend: due on Sunday
    [InlineData("NP", "2026-10-30", "2026-10-30T23:59:59+05:45")]
    [InlineData("NP", "2026-10-31", "2026-11-01T23:59:59+05:45")] // Nepal rests on Saturday only
    [InlineData("MX", "2026-10-30", "2026-10-30T23:59:59-06:00")]
    [InlineData("MX", "2026-10-31", "2026-11-03T23:59:59-06:00")] // Saturday, Sunday, and 2 November is a holiday
    [InlineData("AL", "2026-10-23", "2026-10-23T23:59:59+02:00")] // Friday before summer time ends
    [InlineData("AL", "2026-10-24", "2026-10-26T23:59:59+01:00")] // the Monday after
    [InlineData("AL", "2026-03-27", "2026-03-27T23:59:59+01:00")]
    [InlineData("AL", "2026-03-28", "2026-03-30T23:59:59+02:00")]
    [InlineData("LB", "2026-10-24", "2026-10-24T23:59:59+02:00")] // 23:59:59 comes twice that night: the later one
    [InlineData("AL", "2028-02-29", "2028-02-29T23:59:59+01:00")] // a leap day, Tuesday
    public void EndOfWorkingDay_moves_to_the_next_working_day_and_keeps_the_zone(string country, string day, string expected) =>
        Assert.Equal(expected, Calendars.Text(Calendars.Of(country, "2026-11-02").EndOfWorkingDay(Calendars.Day(day))));

    [Theory]
    [InlineData("NP", "2026-07-17", "2026-07-17T00:00:00+05:45")]
    [InlineData("MX", "2026-04-01", "2026-04-01T00:00:00-06:00")]
    [InlineData("AL", "2026-03-29", "2026-03-29T00:00:00+01:00")] // clocks change at two
    [InlineData("AL", "2026-03-30", "2026-03-30T00:00:00+02:00")]
    [InlineData("LB", "2026-03-29", "2026-03-29T01:00:00+03:00")] // there is no midnight: clocks jump from 0:00 to 1:00
    [InlineData("LB", "2026-10-25", "2026-10-25T00:00:00+02:00")]
    public void StartOfDay_is_the_first_instant_there(string country, string day, string expected) =>
        Assert.Equal(expected, Calendars.Text(Calendars.Of(country).StartOfDay(Calendars.Day(day))));

    [Theory]
    [InlineData("2026-10-24", "23:30", "2026-10-24T23:30:00+03:00")] // it comes twice that night: the earlier one
    [InlineData("2026-10-24", "22:59", "2026-10-24T22:59:00+03:00")]
    [InlineData("2026-03-29", "00:30", "2026-03-29T01:30:00+03:00")] // it does not come that night: as far behind the jump
    [InlineData("2026-03-29", "01:00", "2026-03-29T01:00:00+03:00")]
    public void At_an_hour_that_comes_twice_or_not_at_all(string day, string time, string expected) =>
        Assert.Equal(
            expected,
            Calendars.Text(
                Calendars.Of("LB").At(Calendars.Day(day), TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture))
            )
        );

    [Theory]
    [InlineData("2026-10-27T15:00:00-06:00", 48, "2026-10-29T23:59:59-06:00")]
    [InlineData("2026-10-28T23:30:00-06:00", 1, "2026-10-29T23:59:59-06:00")]
    [InlineData("2026-10-30T15:00:00-06:00", 24, "2026-11-03T23:59:59-06:00")] // a Saturday; Monday is a holiday
    public void A_limit_in_hours_runs_to_the_end_of_its_working_day(string from, int hours, string expected) =>
        Assert.Equal(
            expected,
            Calendars.Text(Calendars.Of("MX", "2026-11-02").EndOfWorkingDay(Calendars.Instant(from), TimeSpan.FromHours(hours)))
        );

    [Theory]
    [InlineData("MX", "2026-10-30", 1, "2026-11-03")] // Friday; Monday is a holiday
    [InlineData("MX", "2026-11-03", -1, "2026-10-30")]
    [InlineData("MX", "2026-11-01", 0, "2026-11-03")] // a Sunday itself is no working day
    [InlineData("MX", "2026-10-30", 0, "2026-10-30")]
    [InlineData("JO", "2026-10-29", 1, "2026-11-01")]
    [InlineData("NP", "2026-10-30", 1, "2026-11-01")]
    [InlineData("NP", "2026-11-01", -7, "2026-10-23")] // 31 and 24 October are Saturdays: 30, 29, 28, 27, 26, 25, 23
    [InlineData("AL", "2028-02-28", 1, "2028-02-29")]
    [InlineData("AL", "2028-02-28", 2, "2028-03-01")]
    [InlineData("AL", "2027-02-26", 1, "2027-03-01")]
    public void AddWorkingDays_counts_only_working_days(string country, string day, int count, string expected) =>
        Assert.Equal(Calendars.Day(expected), Calendars.Of(country, "2026-11-02").AddWorkingDays(Calendars.Day(day), count));

    [Theory]
    [InlineData("2026-10-24T20:30:00Z", "2026-10-24")]
    [InlineData("2026-10-24T21:30:00Z", "2026-10-24")] // half past eleven for the second time
    [InlineData("2026-10-24T22:00:00Z", "2026-10-25")]
    public void DayOf_follows_the_zone_through_a_change_of_the_clocks(string instant, string expected) =>
        Assert.Equal(Calendars.Day(expected), Calendars.Of("LB").DayOf(Calendars.Instant(instant)));

    [Theory]
    [InlineData("2026-10-29T08:00:00+03:00", "2026-10-29T09:00:00+03:00")]
    [InlineData("2026-10-29T16:59:59+03:00", "2026-10-29T16:59:59+03:00")]
    [InlineData("2026-10-29T17:00:00+03:00", "2026-11-01T09:00:00+03:00")] // Thursday evening in Jordan: Sunday
    [InlineData("2026-10-31T12:00:00+03:00", "2026-11-01T09:00:00+03:00")]
    [InlineData("2026-10-29T05:00:00Z", "2026-10-29T09:00:00+03:00")]
    public void NextWorkingMoment_waits_for_working_hours(string instant, string expected) =>
        Assert.Equal(
            expected,
            Calendars.Text(Calendars.Of("JO").NextWorkingMoment(Calendars.Instant(instant), new TimeOnly(9, 0), new TimeOnly(17, 0)))
        );

    [Fact]
    public void A_week_without_a_working_day_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new WorkingCalendar(TimeZoneInfo.Utc, Enum.GetValues<DayOfWeek>().ToHashSet(), new HashSet<DateOnly>())
        );

    [Fact]
    public void EndOfWorkingDay_is_on_a_working_day_and_none_was_passed_over() =>
        Prop.ForAll(
                AnyCountryAndDay,
                any =>
                {
                    WorkingCalendar calendar = Calendars.Of(any.Country, "2026-11-02", "2026-12-25");
                    DateOnly end = DateOnly.FromDateTime(calendar.EndOfWorkingDay(any.Day).DateTime);
                    return calendar.IsWorkingDay(end)
                        && end >= any.Day
                        && Enumerable
                            .Range(any.Day.DayNumber, end.DayNumber - any.Day.DayNumber)
                            .All(day => !calendar.IsWorkingDay(DateOnly.FromDayNumber(day)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Days_follow_each_other_without_a_gap_whatever_the_clocks_do() =>
        Prop.ForAll(
                AnyCountryAndDay,
                any =>
                {
                    WorkingCalendar calendar = Calendars.Of(any.Country);
                    DateTimeOffset start = calendar.StartOfDay(any.Day);
                    return calendar.DayOf(start) == any.Day && calendar.DayOf(start.AddTicks(-1)) == any.Day.AddDays(-1);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Working_days_counted_forth_and_back_come_home() =>
        Prop.ForAll(
                AnyCountryAndDay,
                Gen.Choose(1, 40).ToArbitrary(),
                (any, count) =>
                {
                    WorkingCalendar calendar = Calendars.Of(any.Country, "2026-11-02");
                    DateOnly day = calendar.WorkingDayOnOrAfter(any.Day);
                    return calendar.AddWorkingDays(calendar.AddWorkingDays(day, count), -count) == day;
                }
            )
            .QuickCheckThrowOnFailure();
}
