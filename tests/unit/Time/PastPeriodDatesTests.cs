using ACip.Workflows.Time;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.Time;

public sealed class PastPeriodDatesTests
{
    private static readonly IReadOnlyList<ReportingPeriod> Year = PeriodSchedule.Build(
        Calendars.Quarters,
        Day("2026-01-01"),
        Day("2026-12-31"),
        Of("NP")
    );

    [Fact]
    public void Three_past_quarters_are_opened_one_after_the_other_with_days_of_their_own()
    {
        IReadOnlyList<ReportingPeriod> dated = Dated("2026-10-10T09:00:00+05:45");

        Assert.Equal(
            ["2026-10-10T09:00:00+05:45", "2026-11-02T00:00:00+05:45", "2026-11-24T00:00:00+05:45"],
            dated.Take(3).Select(period => Text(period.Opens))
        );
        Assert.Equal(
            ["2026-11-01T23:59:59+05:45", "2026-11-23T23:59:59+05:45", "2026-12-15T23:59:59+05:45"],
            dated.Take(3).Select(period => Text(period.Due))
        ); // 31 October is a Saturday, Nepal's day off
        Assert.Equal(Year[3], dated[3]); // the running quarter keeps its dates
        Assert.All(dated, period => Assert.True(period.Locks > period.Due));
    }

    [Fact]
    public void A_waived_period_takes_no_time() =>
        Assert.Equal("2026-10-10T09:00:00+05:45", Text(Dated("2026-10-10T09:00:00+05:45", Year[0].Key.Value, Year[1].Key.Value)[2].Opens));

    [Fact]
    public void A_plan_approved_in_time_keeps_all_its_dates() => Assert.Equal(Year, Dated("2025-12-01T09:00:00+05:45"));

    [Fact]
    public void A_period_that_has_just_opened_keeps_its_due_date_and_its_lock()
    {
        ReportingPeriod first = Dated("2026-04-03T09:00:00+05:45")[0];
        Assert.Equal((Year[0].Due, Year[0].Locks), (first.Due, first.Locks));
    }

    [Theory]
    [InlineData("2026-10-10T09:00:00+05:45")]
    [InlineData("2027-02-20T09:00:00+05:45")]
    [InlineData("2026-07-02T09:00:00+05:45")]
    public void No_two_are_due_on_one_day_and_none_opens_before_the_one_before_is_due(string approved)
    {
        IReadOnlyList<ReportingPeriod> dated = Dated(approved);
        Assert.Equal(dated.Count, dated.Select(period => period.Due.Date).Distinct().Count());
        foreach ((ReportingPeriod before, ReportingPeriod after) in dated.Zip(dated.Skip(1)))
        {
            Assert.True(
                after.Opens > before.Opens && (after.Opens > before.Due || after.Opens == Year.Single(one => one.Key == after.Key).Opens)
            );
        }
    }

    private static IReadOnlyList<ReportingPeriod> Dated(string approved, params string[] waived) =>
        PastPeriodDates.OneAfterTheOther(Year, waived.Select(PeriodKey.From).ToHashSet(), Instant(approved), Of("NP"));
}
