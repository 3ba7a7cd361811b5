using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;
using FsCheck;
using FsCheck.Fluent;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.Time;

public sealed class PeriodScheduleTests
{
    private static readonly PeriodRule Quarters = Calendars.Quarters;

    [Theory]
    // 30 May is a Saturday
    [InlineData("MX", 0, "20260101-20260331", "2026-04-01T00:00:00-06:00", "2026-04-30T23:59:59-06:00", "2026-06-01T23:59:59-06:00")]
    // 29 August is a Saturday
    [InlineData("MX", 1, "20260401-20260630", "2026-07-01T00:00:00-06:00", "2026-07-30T23:59:59-06:00", "2026-08-31T23:59:59-06:00")]
    // 30 January is a Saturday
    [InlineData("MX", 3, "20261001-20261231", "2027-01-01T00:00:00-06:00", "2027-02-01T23:59:59-06:00", "2027-03-01T23:59:59-06:00")]
    // and Jordan works on Sunday 30 August
    [InlineData("JO", 1, "20260401-20260630", "2026-07-01T00:00:00+03:00", "2026-07-30T23:59:59+03:00", "2026-08-30T23:59:59+03:00")]
    // Sunday 31 January is a working day
    [InlineData("NP", 3, "20261001-20261231", "2027-01-01T00:00:00+05:45", "2027-01-31T23:59:59+05:45", "2027-03-01T23:59:59+05:45")]
    [InlineData("AL", 0, "20260101-20260331", "2026-04-01T00:00:00+02:00", "2026-04-30T23:59:59+02:00", "2026-06-01T23:59:59+02:00")]
    // summer time ended meanwhile
    [InlineData("AL", 2, "20260701-20260930", "2026-10-01T00:00:00+02:00", "2026-10-30T23:59:59+01:00", "2026-11-30T23:59:59+01:00")]
    [InlineData("AL", 3, "20261001-20261231", "2027-01-01T00:00:00+01:00", "2027-02-01T23:59:59+01:00", "2027-03-01T23:59:59+01:00")]
    public void A_calendar_quarter_opens_at_the_midnight_after_and_is_due_on_a_working_day(
        string country,
        int number,
        string key,
        string opens,
        string due,
        string locks
    )
    {
        ReportingPeriod period = PeriodSchedule.Build(Quarters, Day("2026-01-01"), Day("2026-12-31"), Of(country))[number];

        Assert.Equal((key, opens, due, locks), (period.Key.Value, Text(period.Opens), Text(period.Due), Text(period.Locks)));
    }

    [Fact]
    public void Ethiopias_quarters_are_dated_rows()
    {
        PeriodRule rule = Quarters with
        {
            Own =
            [
                new(Day("2025-07-08"), Day("2025-10-10")), // with Pagume and the new year in it
                new(Day("2025-10-11"), Day("2026-01-08")),
                new(Day("2026-01-09"), Day("2026-04-08")),
                new(Day("2026-04-09"), Day("2026-07-07")),
            ],
        };

        IReadOnlyList<ReportingPeriod> periods = PeriodSchedule.Build(rule, Day("2025-07-08"), Day("2026-07-07"), Of("ET"));

        Assert.Equal(
            ["20250708-20251010", "20251011-20260108", "20260109-20260408", "20260409-20260707"],
            periods.Select(period => period.Key.Value)
        );
        Assert.Equal("2025-10-11T00:00:00+03:00", Text(periods[0].Opens));
        Assert.Equal("2025-11-10T23:59:59+03:00", Text(periods[0].Due)); // 9 November 2025 is a Sunday
    }

    [Fact]
    public void Nepals_year_moves_by_a_day_and_its_weekend_is_Saturday()
    {
        PeriodRule rule = Quarters with
        {
            Own =
            [
                new(Day("2025-07-17"), Day("2025-10-16")), // the year before began on 16 July
                new(Day("2025-10-17"), Day("2026-01-14"), DueOn: Day("2026-02-13")),
            ],
        };

        IReadOnlyList<ReportingPeriod> periods = PeriodSchedule.Build(rule, Day("2025-07-17"), Day("2026-07-16"), Of("NP"));

        Assert.Equal("2025-10-17T00:00:00+05:45", Text(periods[0].Opens));
        Assert.Equal("2025-11-16T23:59:59+05:45", Text(periods[0].Due)); // 15 November 2025 is a Saturday, 16 November a working Sunday
        Assert.Equal("2026-02-13T23:59:59+05:45", Text(periods[1].Due));
    }

    [Theory]
    // the rows of the second half of 2026
    [InlineData("2026-04-01", "2027-03-31", "20260401-20260630 20260701-20261005 20261006-20261231 20270101-20270331")]
    [InlineData("2028-01-01", "2028-06-30", "20280101-20280331 20280401-20280630")] // years behind them
    [InlineData("2026-07-01", "2026-12-31", "20260701-20261005 20261006-20261231")]
    [InlineData("2026-07-01", "2027-01-10", "20260701-20261005 20261006-20261231")] // ten days are no period
    public void Beside_dated_rows_the_usual_periods_cover_the_plan(string from, string until, string expected)
    {
        PeriodRule rule = Quarters with { Own = [new(Day("2026-07-01"), Day("2026-10-05")), new(Day("2026-10-06"), Day("2026-12-31"))] };

        Assert.Equal(expected, string.Join(' ', PeriodSchedule.Build(rule, Day(from), Day(until), Of("MX")).Select(period => period.Key)));
    }

    [Fact]
    public void Where_a_usual_period_is_cut_to_a_few_days_they_go_with_its_neighbour()
    {
        PeriodRule rule = Quarters with { Own = [new(Day("2026-07-04"), Day("2026-09-25"))] };

        IReadOnlyList<ReportingPeriod> periods = PeriodSchedule.Build(rule, Day("2026-04-01"), Day("2027-03-31"), Of("MX"));

        Assert.Equal(
            ["20260401-20260703", "20260704-20260925", "20260926-20261231", "20270101-20270331"],
            periods.Select(period => period.Key.Value)
        );
    }

    [Theory]
    [InlineData(PeriodLength.HalfYear, 1, "2028-01-01", "2028-12-31", "20280101-20280630 20280701-20281231")]
    [InlineData(PeriodLength.Year, 1, "2027-01-01", "2028-12-31", "20270101-20271231 20280101-20281231")]
    [InlineData(PeriodLength.Year, 7, "2027-07-01", "2028-06-30", "20270701-20280630")]
    [InlineData(PeriodLength.HalfYear, 4, "2027-04-01", "2028-03-31", "20270401-20270930 20271001-20280331")]
    [InlineData(
        PeriodLength.Quarter,
        2,
        "2027-02-01",
        "2028-01-31",
        "20270201-20270430 20270501-20270731 20270801-20271031 20271101-20280131"
    )]
    [InlineData(PeriodLength.Quarter, 12, "2027-12-01", "2028-05-31", "20271201-20280229 20280301-20280531")] // a leap day ends the first
    [InlineData(PeriodLength.Quarter, 12, "2026-12-01", "2027-05-31", "20261201-20270228 20270301-20270531")]
    // the plan begins and ends inside a quarter
    [InlineData(PeriodLength.Quarter, 1, "2026-02-15", "2026-08-20", "20260215-20260331 20260401-20260630 20260701-20260820")]
    [InlineData(PeriodLength.Quarter, 1, "2026-03-20", "2026-07-10", "20260320-20260710")] // 12 and 10 days go with the neighbour
    [InlineData(PeriodLength.Quarter, 1, "2026-03-20", "2026-03-25", "20260320-20260325")]
    public void Periods_follow_from_their_length(PeriodLength length, int yearStart, string from, string until, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                PeriodSchedule
                    .Build(Quarters with { Length = length, YearStartMonth = yearStart }, Day(from), Day(until), Of("MX"))
                    .Select(period => period.Key)
            )
        );

    [Fact]
    public void An_ad_hoc_period_stands_beside_the_others()
    {
        PeriodRule rule = Quarters with { AdHoc = [new(Day("2026-02-01"), Day("2026-04-15"), DueOn: Day("2026-04-20"))] };

        IReadOnlyList<ReportingPeriod> periods = PeriodSchedule.Build(rule, Day("2026-01-01"), Day("2026-06-30"), Of("MX"));

        Assert.Equal(["20260101-20260331", "20260201-20260415", "20260401-20260630"], periods.Select(period => period.Key.Value));
        Assert.Equal("2026-04-20T23:59:59-06:00", Text(periods[1].Due));
    }

    [Fact]
    public void Generated_periods_cover_every_day_of_the_plan_once() =>
        Prop.ForAll(
                (
                    from start in Gen.Choose(0, 4000)
                    from days in Gen.Choose(1, 2500)
                    from month in Gen.Choose(1, 12)
                    from length in Gen.Elements(PeriodLength.Quarter, PeriodLength.HalfYear, PeriodLength.Year)
                    from country in Gen.Elements(Countries.ToArray())
                    select (
                        From: Day("2024-01-01").AddDays(start),
                        Days: days,
                        Rule: Quarters with
                        {
                            Length = length,
                            YearStartMonth = month,
                        },
                        Country: country
                    )
                ).ToArbitrary(),
                any =>
                {
                    DateOnly until = any.From.AddDays(any.Days - 1);
                    IReadOnlyList<ReportingPeriod> periods = PeriodSchedule.Build(any.Rule, any.From, until, Of(any.Country));
                    return periods[0].Start == any.From
                        && periods[^1].End == until
                        && periods.Zip(periods.Skip(1)).All(pair => pair.Second.Start == pair.First.End.AddDays(1))
                        && periods.All(period => period.Start <= period.End && period.Opens < period.Due && period.Due <= period.Locks);
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-01-01 2026-03-31, 2026-03-31 2026-06-30", "periods-overlap")]
    [InlineData("2026-01-01 2026-03-31, 2026-04-02 2026-06-30", "periods-gap")]
    [InlineData("2026-03-31 2026-01-01", "period-ends-before-start")]
    [InlineData("2026-01-01 2026-03-31 2026-03-31", "due-before-end")]
    public void Rows_that_cannot_be_are_named(string rows, string rule)
    {
        OwnPeriod[] own =
        [
            .. rows.Split(", ")
                .Select(row => row.Split(' '))
                .Select(days => new OwnPeriod(Day(days[0]), Day(days[1]), days.Length > 2 ? Day(days[2]) : null)),
        ];

        Assert.Equal([rule], PeriodProblems.In(Quarters with { Own = own }).Select(problem => problem.Rule));
        Assert.Throws<ArgumentException>(() =>
            PeriodSchedule.Build(Quarters with { Own = own }, Day("2026-01-01"), Day("2026-12-31"), Of("MX"))
        );
    }

    [Fact]
    public void The_usual_rule_has_nothing_wrong_with_it() => Assert.Empty(PeriodProblems.In(Quarters));

    [Fact]
    public void More_time_moves_the_lock_as_well()
    {
        ReportingPeriod period = PeriodSchedule.Build(Quarters, Day("2026-01-01"), Day("2026-03-31"), Of("MX"))[0];

        ReportingPeriod extended = period.ExtendedTo(Day("2026-05-09"), Of("MX"));

        Assert.Equal(("2026-05-11T23:59:59-06:00", period.Locks - period.Due), (Text(extended.Due), extended.Locks - extended.Due));
        Assert.Throws<ArgumentOutOfRangeException>(() => period.ExtendedTo(Day("2026-04-30"), Of("MX")));
    }

    [Theory]
    [InlineData(ReportState.Open, 0, false)]
    [InlineData(ReportState.Open, 1, true)]
    [InlineData(ReportState.Returned, 0, false)]
    [InlineData(ReportState.Returned, 1, true)]
    [InlineData(ReportState.Submitted, 1, false)]
    [InlineData(ReportState.Waived, 1, false)]
    public void A_report_is_overdue_only_while_the_coordinator_owes_it(ReportState state, int secondsLate, bool expected)
    {
        ReportingPeriod period = PeriodSchedule.Build(Quarters, Day("2026-01-01"), Day("2026-03-31"), Of("NP"))[0];
        Assert.Equal(expected, ReportLifecycle.IsOverdue(state, period.Due, period.Due.AddSeconds(secondsLate)));
    }
}
