using ACip.Tests.Unit.Time;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.QuarterlyReports;

public sealed class TakenBackLateTests
{
    private static readonly Administration Ghana = ProgrammeSeed.Load().Administrations.Single(one => one.Id.Value == "GH");

    /// <summary>Due on 30 April 2026, locked on 15 June.</summary>
    private static readonly ReportRecord TakenBack = ReportRecord.NotDue(
        new PlanId("gh-2026"),
        Ghana.Id,
        CycleSettings.Standard.Periods(Ghana, new(2026, 1, 1), new(2026, 3, 31))[0],
        1
    ) with
    {
        State = ReportState.Open,
        Submissions =
        [
            new ReportSubmission(1, new PersonId("ama"), Calendars.Instant("2026-04-20T09:00:00Z"), new EntrySource("mail:1"))
            {
                TakenBack = new TakenBack(new PersonId("ama"), Calendars.Instant("2026-04-21T09:00:00Z"), "a figure is missing"),
            },
        ],
    };

    [Theory]
    [InlineData("2026-04-21T10:00:00Z", "2026-05-01T23:59:59+00:00")]
    [InlineData("2026-05-20T10:00:00Z", "2026-06-01T23:59:59+00:00")] // ten days, and on to Monday
    [InlineData("2026-06-12T10:00:00Z", "2026-06-15T23:59:59+00:00")] // with the lock: behind it nothing is taken any more
    public void It_is_due_in_ten_days_and_never_behind_its_lock(string now, string due)
    {
        HumanTaskRecord task = ReportNextTask.Of(TakenBack, new TaskId("t"), Register, CycleSettings.Standard, Calendars.Instant(now));

        Assert.Equal(due, Calendars.Text(task.Due));
    }

    [Fact]
    public void It_is_overdue_once_the_day_of_its_new_round_has_passed_and_an_extension_beyond_that_counts()
    {
        DateTimeOffset day = Calendars.Instant("2026-05-20T10:00:00Z");
        ReportRecord asked = AnswerDue.Asked(
            TakenBack with
            {
                State = ReportState.Returned,
            },
            CycleSettings.Standard.CalendarOf(Ghana),
            day
        );
        DateTimeOffset within = Calendars.Instant("2026-06-01T20:00:00Z"),
            after = Calendars.Instant("2026-06-02T01:00:00Z");

        Assert.Equal((false, true), (asked.IsOverdue(within), asked.IsOverdue(after)));
        Assert.False((asked with { Period = asked.Period with { Due = Calendars.Instant("2026-06-10T23:59:59Z") } }).IsOverdue(after));
        Assert.True((asked with { AnswerBy = null }).IsOverdue(within)); // as of a row that was written before
    }

    private static ProgrammeRegister Register =>
        new(
            true,
            new Dictionary<AdministrationId, Administration> { [Ghana.Id] = Ghana },
            new Dictionary<DonorId, Donor>(),
            new Dictionary<AgreementId, GrantAgreement>(),
            new Dictionary<PersonId, Person>(),
            new Dictionary<PlanId, PlanListing>()
        );
}
