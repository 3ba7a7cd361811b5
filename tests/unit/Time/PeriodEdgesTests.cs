using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.Time;

/// <summary>The edges of what is allowed, and of what a day belongs to: the last that is, and the first that is not.</summary>
public sealed class PeriodEdgesTests
{
    private static readonly PeriodRule Quarters = Calendars.Quarters;

    [Theory]
    [InlineData(0, 0)] // due and locked on the last day itself
    [InlineData(30, 30)]
    [InlineData(0, 1000)]
    [InlineData(1000, 1000)]
    public void Days_that_are_just_allowed(int toSubmit, int toLock) =>
        Assert.Empty(PeriodProblems.In(Quarters with { DaysToSubmit = toSubmit, DaysToLock = toLock }));

    [Theory]
    [InlineData(-1, 0, "lock-before-due")]
    [InlineData(-1, -2, "lock-before-due")]
    [InlineData(30, 29, "lock-before-due")]
    [InlineData(0, 1001, "period-days")]
    [InlineData(1001, 1001, "period-days")]
    public void Days_that_are_just_not_allowed(int toSubmit, int toLock, string rule) =>
        Assert.Equal([rule], Rules(Quarters with { DaysToSubmit = toSubmit, DaysToLock = toLock }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void A_year_begins_in_one_of_twelve_months(int month, bool allowed) =>
        Assert.Equal(allowed ? [] : ["year-start"], Rules(Quarters with { YearStartMonth = month }));

    [Fact]
    public void More_days_to_submit_than_may_be_and_a_lock_before_them_are_two_things_wrong() =>
        Assert.Equal(["lock-before-due", "period-days"], Rules(Quarters with { DaysToSubmit = 1001, DaysToLock = 60 }));

    [Fact]
    public void A_period_may_be_one_day_long_and_must_not_end_before_it_begins()
    {
        Assert.Empty(PeriodProblems.In(With(own: [new(Day("2026-01-01"), Day("2026-01-01"))])));
        Assert.Equal(["period-ends-before-start"], Rules(With(own: [new(Day("2026-01-02"), Day("2026-01-01"))])));
    }

    [Fact]
    public void Rows_besides_are_checked_like_own_ones()
    {
        Assert.Equal(["period-ends-before-start"], Rules(With(adHoc: [new(Day("2026-01-02"), Day("2026-01-01"))])));
        Assert.Equal(["due-before-end"], Rules(With(adHoc: [new(Day("2026-01-01"), Day("2026-01-31"), Day("2026-01-31"))])));
        Assert.Empty(PeriodProblems.In(With(adHoc: [new(Day("2026-01-01"), Day("2026-01-31"), Day("2026-02-01"))])));
    }

    [Fact]
    public void The_same_wrong_row_both_as_own_and_besides_is_told_of_each_time() =>
        Assert.Equal(
            ["period-ends-before-start", "period-ends-before-start", "period-twice"],
            Rules(With(own: [new(Day("2026-01-02"), Day("2026-01-01"))], adHoc: [new(Day("2026-01-02"), Day("2026-01-01"))]))
        );

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", true)] // an own one once more
    [InlineData("2026-01-01", "2026-01-30", false)]
    [InlineData("2026-01-02", "2026-01-31", false)]
    public void A_row_besides_is_told_from_an_own_one_by_both_its_days(string start, string end, bool twice) =>
        Assert.Equal(
            twice ? ["period-twice"] : [],
            Rules(With(own: [new(Day("2026-01-01"), Day("2026-01-31"))], adHoc: [new(Day(start), Day(end))]))
        );

    [Fact]
    public void Two_rows_besides_with_the_same_days_are_one_too_many() =>
        Assert.Equal(
            ["period-twice"],
            Rules(With(adHoc: [new(Day("2026-01-01"), Day("2026-01-31")), new(Day("2026-01-01"), Day("2026-01-31"))]))
        );

    [Fact]
    public void Neighbours_touch_overlap_by_a_day_or_leave_one_out()
    {
        Assert.Empty(PeriodProblems.In(With(own: [Row("2026-01-01", "2026-01-31"), Row("2026-02-01", "2026-02-28")])));
        Assert.Equal(["periods-overlap"], Rules(With(own: [Row("2026-01-01", "2026-01-31"), Row("2026-01-31", "2026-02-28")])));
        Assert.Equal(["periods-gap"], Rules(With(own: [Row("2026-02-02", "2026-02-28"), Row("2026-01-01", "2026-01-31")])));
    }

    [Fact]
    public void A_stub_of_just_so_many_days_stands_and_one_shorter_goes_with_its_neighbour()
    {
        // the last fifteen days of the first quarter, and the first fifteen of the fourth
        Assert.Equal(["20260317-20260331", "20260401-20260630"], Keys("2026-03-17", "2026-06-30"));
        Assert.Equal(["20260318-20260630"], Keys("2026-03-18", "2026-06-30"));
        Assert.Equal(["20260701-20260930", "20261001-20261015"], Keys("2026-07-01", "2026-10-15"));
        Assert.Equal(["20260701-20261014"], Keys("2026-07-01", "2026-10-14"));
        Assert.Equal(["20260701-20261001"], Keys("2026-07-01", "2026-10-01")); // the last day is the first of a quarter
    }

    [Fact]
    public void Alone_a_stub_stands_however_short_it_is() => Assert.Equal(["20260630-20260630"], Keys("2026-06-30", "2026-06-30"));

    [Fact]
    public void A_row_that_touches_the_plan_by_a_day_belongs_to_it()
    {
        PeriodRule rule = With(
            own:
            [
                Row("2025-12-01", "2025-12-31"),
                Row("2026-01-01", "2026-01-31"),
                Row("2026-02-01", "2026-02-28"),
                Row("2026-03-01", "2026-03-31"),
            ]
        );
        Assert.Equal(
            ["20260101-20260131", "20260201-20260228"],
            PeriodSchedule.Build(rule, Day("2026-01-31"), Day("2026-02-01"), Of("BE")).Select(period => period.Key.Value)
        );
    }

    [Fact]
    public void Of_two_that_end_on_one_day_the_one_that_began_first_comes_first()
    {
        PeriodRule rule = With(
            own: [Row("2026-02-01", "2026-02-28")],
            adHoc: [Row("2026-01-01", "2026-02-28"), Row("2026-02-15", "2026-02-28")]
        );
        Assert.Equal(
            ["20260101-20260228", "20260201-20260228", "20260215-20260228"],
            PeriodSchedule.Build(rule, Day("2026-02-01"), Day("2026-02-28"), Of("BE")).Select(period => period.Key.Value)
        );
    }

    [Fact]
    public void A_row_with_a_due_day_after_the_lock_is_locked_when_it_is_due()
    {
        ReportingPeriod late = PeriodSchedule.Dated(new(Day("2026-01-01"), Day("2026-03-31"), Day("2026-09-01")), Quarters, Of("BE"));
        Assert.Equal(("2026-09-01T23:59:59+02:00", late.Due), (Text(late.Due), late.Locks));
    }

    [Fact]
    public void A_past_period_that_opens_just_now_keeps_its_days_and_one_that_opened_a_second_before_does_not()
    {
        DateTimeOffset now = Instant("2026-04-01T00:00:00+02:00");
        ReportingPeriod brief = new(Day("2026-01-01"), Day("2026-03-31"), now, now.AddDays(5), now.AddDays(9));

        Assert.Equal(brief, Assert.Single(PastPeriodDates.OneAfterTheOther([brief], new HashSet<PeriodKey>(), now, Of("BE"))));
        ReportingPeriod late = Assert.Single(
            PastPeriodDates.OneAfterTheOther([brief], new HashSet<PeriodKey>(), now.AddSeconds(1), Of("BE"))
        );
        Assert.Equal("2026-04-22T23:59:59+02:00", Text(late.Due)); // 21 days
        Assert.Equal("2026-04-27T23:59:59+02:00", Text(late.Locks)); // the four days between due and lock, and over the weekend
        Assert.Equal(now.AddSeconds(1), late.Opens);
    }

    [Fact]
    public void Those_that_opened_just_now_should_have_been_opened()
    {
        DateTimeOffset now = Instant("2026-04-01T00:00:00+02:00");
        ReportingPeriod one = new(Day("2026-01-01"), Day("2026-03-31"), now, now.AddDays(30), now.AddDays(60));
        Assert.Single(PastPeriodDates.In([one], now));
        Assert.Empty(PastPeriodDates.In([one], now.AddTicks(-1)));
    }

    [Fact]
    public void A_day_belongs_to_a_period_from_its_first_to_its_last()
    {
        ReportingPeriod one = new(Day("2026-01-01"), Day("2026-03-31"), default, default, default);
        Assert.Equal(
            [false, true, true, false],
            new[] { "2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01" }.Select(day => one.Covers(Day(day)))
        );
    }

    [Theory]
    [InlineData(ReportState.Open, true)]
    [InlineData(ReportState.Returned, true)]
    [InlineData(ReportState.Submitted, false)]
    [InlineData(ReportState.Missed, false)]
    public void Overdue_is_what_is_open_after_its_last_instant(ReportState state, bool overdue)
    {
        DateTimeOffset due = Instant("2026-04-30T23:59:59+02:00");
        ReportingPeriod one = new(Day("2026-01-01"), Day("2026-03-31"), default, due, default);
        Assert.False(ReportLifecycle.IsOverdue(state, one.Due, due));
        Assert.Equal(overdue, ReportLifecycle.IsOverdue(state, one.Due, due.AddTicks(1)));
    }

    [Fact]
    public void More_time_keeps_the_days_between_due_and_lock_and_is_refused_where_it_is_none()
    {
        ReportingPeriod one = PeriodSchedule.Build(Quarters, Day("2026-01-01"), Day("2026-03-31"), Of("BE"))[0];
        ReportingPeriod more = one.ExtendedTo(Day("2026-05-05"), Of("BE"));
        Assert.Equal(("2026-05-05T23:59:59+02:00", one.Locks - one.Due), (Text(more.Due), more.Locks - more.Due));
        Assert.Throws<ArgumentOutOfRangeException>(() => one.ExtendedTo(DateOnly.FromDateTime(one.Due.DateTime), Of("BE")));
    }

    [Fact]
    public void Opened_late_it_is_due_and_locked_as_much_later()
    {
        ReportingPeriod one = PeriodSchedule.Build(Quarters, Day("2026-01-01"), Day("2026-03-31"), Of("BE"))[0];
        ReportingPeriod late = one.OpenedAt(one.Opens.AddDays(5), Of("BE"));
        // 30 April and five days; 1 June (30 May is a Saturday) and five, which is a Saturday, too
        Assert.Equal(("2026-05-05T23:59:59+02:00", "2026-06-08T23:59:59+02:00"), (Text(late.Due), Text(late.Locks)));
    }

    [Fact]
    public void Sent_back_late_it_is_locked_later_and_never_earlier()
    {
        ReportingPeriod one = PeriodSchedule.Build(Quarters, Day("2026-01-01"), Day("2026-03-31"), Of("BE"))[0];
        Assert.Equal(one, one.LeavingTime(one.Locks.AddDays(-7), 7, Of("BE")));
        Assert.Equal("2026-06-08T23:59:59+02:00", Text(one.LeavingTime(one.Locks, 5, Of("BE")).Locks));
    }

    [Fact]
    public void Keys_are_ordered_by_their_days()
    {
        PeriodKey first = new("20260101-20260331"),
            second = new("20260401-20260630");
        PeriodKey same = new("20260101-20260331");
        Assert.True(first < second && second > first && first <= same && first >= same && first <= second && second >= first);
        Assert.False(second < first || first > second || second <= first || first >= second || first < same || first > same);
        Assert.Equal((Day("2026-01-01"), Day("2026-03-31")), first.Days);
        Assert.All(
            new[] { "", "20260101", "20260101-20260331-", "20260101-20261331", "20261301-20260331", "x-y" },
            text => Assert.Null(new PeriodKey(text).Days)
        );
    }

    [Fact]
    public void Working_hours_begin_with_their_first_minute_and_end_before_their_last()
    {
        WorkingCalendar calendar = Of("BE");
        TimeOnly nine = new(9, 0),
            five = new(17, 0);
        string Next(string instant) => Text(calendar.NextWorkingMoment(Instant(instant), nine, five));
        Assert.Equal("2026-04-01T09:00:00+02:00", Next("2026-04-01T09:00:00+02:00"));
        Assert.Equal("2026-04-01T09:00:00+02:00", Next("2026-04-01T08:59:59+02:00"));
        Assert.Equal("2026-04-01T16:59:59+02:00", Next("2026-04-01T14:59:59+00:00"));
        Assert.Equal("2026-04-02T09:00:00+02:00", Next("2026-04-01T17:00:00+02:00"));
        Assert.Equal("2026-04-06T09:00:00+02:00", Next("2026-04-04T10:00:00+02:00")); // a Saturday
    }

    [Fact]
    public void An_hour_that_comes_twice_is_the_later_one_for_an_end_and_the_earlier_one_for_a_beginning()
    {
        // Lebanon's clocks went back at midnight on 25 October 2020: 23:00 to 24:00 of the 24th came twice
        Assert.Equal("2020-10-24T23:59:59+02:00", Text(Of("LB").EndOfWorkingDay(Day("2020-10-24"))));
        Assert.Equal("2020-10-24T23:30:00+03:00", Text(Of("LB").At(Day("2020-10-24"), new TimeOnly(23, 30))));
        // and on 29 March 2020 there was no midnight
        Assert.Equal("2020-03-29T01:00:00+03:00", Text(Of("LB").StartOfDay(Day("2020-03-29"))));
    }

    private static PeriodRule With(IReadOnlyList<OwnPeriod>? own = null, IReadOnlyList<OwnPeriod>? adHoc = null) =>
        Quarters with
        {
            Own = own ?? [],
            AdHoc = adHoc ?? [],
        };

    private static OwnPeriod Row(string start, string end) => new(Day(start), Day(end));

    private static IEnumerable<string> Rules(PeriodRule rule) => PeriodProblems.In(rule).Select(problem => problem.Rule);

    private static IEnumerable<string> Keys(string from, string until) =>
        PeriodSchedule.Build(Quarters, Day(from), Day(until), Of("BE")).Select(period => period.Key.Value);
}
