using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Time;
using static ACip.Tests.Unit.Time.Calendars;

namespace ACip.Tests.Unit.HumanTasks;

/// <summary>A report of Mexico that is due on Thursday 30 April 2026; 1 May is a holiday. Its coordinator was asked and
/// reminded.</summary>
public sealed class TaskRemindersTests
{
    private static readonly AdministrationId Home = new("MX");
    private static readonly WorkingCalendar Mexico = Of("MX", "2026-05-01");

    /// <summary>Whoever is told of a move reads that others are asked: what they would have been told then is told with it.</summary>
    [Theory]
    [InlineData("2026-04-30T10:30:00-06:00", Audience.Alternate, "")] // its day has not come
    [InlineData("2026-05-01T10:30:00-06:00", Audience.Alternate, "overdue-1:Alternate")] // next working hour: Monday's
    [InlineData("2026-05-04T10:30:00-06:00", Audience.Alternate, "overdue-1:Alternate")]
    [InlineData("2026-05-12T10:30:00-06:00", Audience.Alternate, "overdue-1:Alternate overdue-5:Alternate")]
    [InlineData("2026-05-04T10:30:00-06:00", Audience.Coordinator, "overdue-1:Coordinator")]
    [InlineData("2026-05-04T10:30:00-06:00", Audience.HeadOfCustoms, "")] // told ten days later
    [InlineData("2026-05-04T10:30:00-06:00", Audience.Approver, "")] // never told
    public void What_an_audience_would_be_told_next_is_pending_once_its_day_has_come(string now, Audience to, string pending) =>
        Assert.Equal(pending, string.Join(' ', Reminders(Asked).Pending(Instant(now), Asked, to)));

    [Fact]
    public void What_was_told_is_pending_no_more()
    {
        HumanTaskRecord told = Asked with
        {
            Steps = [.. Asked.Steps, Step("moved", Audience.Alternate, "2026-05-04T10:30:00-06:00", "overdue-1:Alternate")],
        };

        Assert.Empty(Reminders(told).Pending(Instant("2026-05-04T10:31:00-06:00"), told, Audience.Alternate));
        Assert.Equal(["overdue-1:Coordinator"], Reminders(told).Pending(Instant("2026-05-04T10:31:00-06:00"), told, Audience.Coordinator));
    }

    private static HumanTaskRecord Asked { get; } =
        HumanTaskRecord.Ask(
            new TaskId("task"),
            ReportTaskKinds.ReportQuarter,
            TaskSubject.From(1),
            1,
            Home,
            [new PersonId("coordinator")],
            Instant("2026-04-01T00:00:00-06:00"),
            Instant("2026-05-01T00:00:00-06:00"),
            Instant("2026-06-01T00:00:00-06:00")
        ) with
        {
            Steps =
            [
                Step("asked", Audience.Coordinator, "2026-04-01T09:00:00-06:00", "asked:Coordinator"),
                Step("due-in-10", Audience.Coordinator, "2026-04-16T09:00:00-06:00", "due-in-10:Coordinator"),
                Step("due-in-3", Audience.Coordinator, "2026-04-27T09:00:00-06:00", "due-in-3:Coordinator"),
            ],
        };

    private static TaskNextAction Step(string key, Audience to, string at, string covers) => new(key, to, Instant(at), 0, [covers], []);

    private static TaskReminders Reminders(HumanTaskRecord task) =>
        new(task, ReminderPolicy.Standard, TaskPeople.Of(task, Programme, Day("2026-05-01"), TaskKinds.Nobody), Mexico, Of("BE"));

    private static ProgrammeRegister Programme { get; } =
        new(
            true,
            new Dictionary<AdministrationId, Administration>(),
            new Dictionary<DonorId, Donor>(),
            new Dictionary<AgreementId, GrantAgreement>(),
            new[]
            {
                Holding("coordinator", Role.Coordinator, Home),
                Holding("alternate", Role.Alternate, Home),
                Holding("head", Role.HeadOfCustoms, Home),
                Holding("officer", Role.ProgrammeOfficer, null),
            }.ToDictionary(person => person.Id),
            new Dictionary<PlanId, PlanListing>()
        );

    private static Person Holding(string name, Role role, AdministrationId? home) =>
        new(new PersonId(name), name, $"{name}@acip.example", Language.En, [new RoleHeld(role, default, Administration: home)]);
}
