using ACip.Tests.Unit.Time;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.QuarterlyReports;

/// <summary>When a report that was sent back is due, and what hangs on that day.</summary>
public sealed class AnswerDueTests
{
    private static readonly WorkingCalendar Home = Calendars.Of("MX");
    private static readonly PersonId Coordinator = new("p-1"),
        Approver = new("p-9");
    private static readonly DateTimeOffset SentBack = new(2026, 5, 18, 15, 0, 0, TimeSpan.Zero);

    /// <summary>Due on 30 April.</summary>
    private static readonly ReportRecord Report = ReportRecord.NotDue(
        new PlanId("mx-2026"),
        new AdministrationId("MX"),
        PeriodSchedule.Build(Calendars.Quarters, new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), Home)[0],
        1
    ) with
    {
        State = ReportState.Open,
    };

    private static readonly ReportRecord Returned = Back(SentBack);

    [Fact]
    public void In_the_first_round_it_is_the_report_s_due_date() => Assert.Equal(Report.Due, AnswerDue.Of(Report, Home));

    [Fact]
    public void After_a_return_ten_days_are_left() =>
        Assert.Equal(Home.EndOfWorkingDay(new DateOnly(2026, 5, 28)), AnswerDue.Of(Returned, Home));

    [Fact]
    public void Where_the_due_date_is_further_away_it_stays() =>
        Assert.Equal(Report.Due, AnswerDue.Of(Back(Report.Due.AddDays(-15)), Home));

    [Fact]
    public void It_never_lies_after_the_lock() =>
        Assert.Equal(Report.Period.Locks, AnswerDue.Of(Back(Report.Period.Locks.AddDays(-3)), Home));

    [Theory]
    [InlineData("2026-05-25", false)] // would be sooner than it is due now
    [InlineData("2026-05-28", false)]
    [InlineData("2026-06-05", true)]
    public void More_time_is_more_than_there_is(string day, bool later) =>
        Assert.Equal(later, MoreTimeRules.IsLater(Returned, DateOnly.Parse(day, null), Home, SentBack.AddDays(1)));

    [Fact]
    public void More_time_that_was_given_counts()
    {
        ReportRecord given = MoreTimeRules.Given(Returned, new DateOnly(2026, 6, 5), "census", Approver, SentBack.AddDays(1), Home);
        Assert.Equal(Home.EndOfWorkingDay(new DateOnly(2026, 6, 5)), AnswerDue.Of(given, Home));
    }

    [Fact]
    public void A_part_is_due_two_working_days_before() =>
        Assert.Equal(
            Home.EndOfWorkingDay(new DateOnly(2026, 5, 26)),
            PartDue.Of(Returned, Home, SentBack.AddDays(1)) // was the next working day: 30 April is past
        );

    private static ReportRecord Back(DateTimeOffset at) =>
        Report with
        {
            State = ReportState.Returned,
            Submissions =
            [
                new ReportSubmission(
                    1,
                    Coordinator,
                    at.AddDays(-2),
                    EntrySource.Mail("1"),
                    Decision: new ReviewDecision(false, Approver, at, "a wrong column", new Dictionary<string, string>())
                ),
            ],
        };
}
