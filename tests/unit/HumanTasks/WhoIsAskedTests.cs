using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Tests.Unit.HumanTasks;

/// <summary>Who is asked where an office is vacant, where an officer moved the task to another role, and where a role goes on.</summary>
public sealed class WhoIsAskedTests
{
    private static readonly DateOnly Today = new(2026, 4, 30);
    private static readonly AdministrationId Ghana = new("GH");

    [Theory]
    [InlineData("coordinator,alternate,head,officer", "coordinator,alternate,head,officer")]
    [InlineData("alternate,head,officer", "alternate,,head,officer")]
    [InlineData("head,officer", "head,,,officer")]
    public void Where_the_office_is_vacant_whoever_stands_in_is_asked(string there, string told)
    {
        ProgrammeRegister register = Programme(there.Split(','));
        TaskPeople people = Of(Task(), register);
        string asked = told.Split(',')[0];
        Assert.Equal(
            told,
            string.Join(
                ',',
                new[] { Audience.Coordinator, Audience.Alternate, Audience.HeadOfCustoms, Audience.ProgrammeOfficer }.Select(one =>
                    string.Join('+', people.In(one))
                )
            )
        );
        Assert.False(people.NobodyAnswers);
        Assert.True(TaskPeople.IsAsked(Task(), register.People[new PersonId(asked)], register, Today));
        Assert.Equal([new PersonId(asked)], register.Answering(Ghana, Today));
    }

    [Fact]
    public void Where_nobody_is_left_officers_are_told()
    {
        TaskPeople people = Of(Task(), Programme(["officer"]));
        Assert.True(people.NobodyAnswers);
        Assert.Equal([Audience.ProgrammeOfficer], people.Audiences);

        // a colleague's part goes on without them: its coordinator hears of it
        HumanTaskRecord part = Task() with
        {
            Named = [new PersonId("gone")],
        };
        Assert.False(Of(part, Programme(["coordinator", "officer"])).NobodyAnswers);
    }

    [Fact]
    public void Who_is_moved_out_of_a_task_is_told_and_so_are_all_others()
    {
        HumanTaskRecord moved = Task() with { MovedTo = Role.Alternate };
        ProgrammeRegister register = Programme(["coordinator", "alternate", "head", "officer"]);
        TaskPeople people = Of(moved, register);
        Assert.Equal(["alternate"], people.Asked.Select(one => one.Value));
        Assert.Equal(["coordinator"], people.In(Audience.Alternate).Select(one => one.Value));
        Assert.Equal(["head"], people.In(Audience.HeadOfCustoms).Select(one => one.Value));
        Assert.Equal(["officer"], people.In(Audience.ProgrammeOfficer).Select(one => one.Value));
        Assert.False(TaskPeople.IsAsked(moved, register.People[new PersonId("coordinator")], register, Today));

        // nobody in that role any more: its own is asked again
        Assert.Equal(["coordinator"], Of(moved, Programme(["coordinator", "head"])).Asked.Select(one => one.Value));
        Assert.Equal(["head"], Of(moved with { AsksHead = true }, Programme(["coordinator", "head"])).Asked.Select(one => one.Value));
    }

    [Fact]
    public void What_becomes_of_a_task_concerns_whom_it_asks_now_and_whom_it_has_asked_but_nobody_who_has_left()
    {
        ProgrammeRegister register = Programme(["coordinator", "alternate", "head", "officer"]);
        HumanTaskRecord moved = Task() with { MovedTo = Role.HeadOfCustoms, People = [new PersonId("alternate"), new PersonId("gone")] };
        Assert.Equal(["head", "alternate"], TaskPeople.Concerned(moved, register, Today).Select(one => one.Value));
        Assert.Empty(TaskPeople.Concerned(moved with { AsksCoordinator = false }, register, Today)); // officers see what they decide
    }

    [Fact]
    public void An_open_task_takes_answers_until_it_expires_whatever_its_mails_said()
    {
        DateTimeOffset mailed = new(2026, 6, 14, 0, 0, 0, TimeSpan.Zero);
        HumanTaskRecord given = Task() with { Expires = mailed.AddDays(14) };
        Assert.Equal(mailed.AddDays(14), given.HoldsUntil(mailed));
        Assert.Equal(mailed.AddDays(30), given.HoldsUntil(mailed.AddDays(30))); // a link to a report that is closed
        Assert.Equal(mailed, (given with { State = TaskState.Answered }).HoldsUntil(mailed));
    }

    [Theory]
    [InlineData("2026-12-31", null)] // held for a while: it goes on
    [InlineData(null, null)]
    [InlineData("2026-11-01", "2026-11-01")] // over before: a new one begins
    public void Who_takes_a_role_over_that_they_hold_for_a_while_keeps_it(string? until, string? first)
    {
        DateOnly from = new(2026, 12, 1);
        RoleHeld own = new(Role.Coordinator, new DateOnly(2026, 1, 1), Day(until), Ghana);
        IReadOnlyList<RoleHeld> taken = DepartureService.Taken([own], [own with { From = new DateOnly(2020, 1, 1), Until = null }], from);
        Assert.Equal(Day(first), taken[0].Until);
        Assert.Equal(first is null ? 1 : 2, taken.Count);
        Assert.Single(taken, held => held.IsValidOn(from) && held.Until is null);

        static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_role_that_two_must_give_is_asked_for_anew_from_the_day_on_which_it_ends()
    {
        RoleHeld own = new(Role.Approver, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)) { Grant = RoleGrant.OfDeployment(default) };
        IReadOnlyList<RoleHeld> taken = DepartureService.Taken([own], [own with { Until = null }], new DateOnly(2026, 12, 1));
        Assert.Equal([own, own with { From = new DateOnly(2027, 1, 1), Until = null }], taken);
    }

    [Theory]
    [InlineData("integrity", "integrity", "officer")]
    [InlineData("officer", "officer", null)]
    public void Mail_that_is_set_aside_is_told_to_programme_officers_where_nobody_is_integrity_officer(
        string told,
        string one,
        string? other
    ) => Assert.Equal([new PersonId(told)], QuarantineIntake.Alerted(Programme([one, other]), Today));

    private static TaskPeople Of(HumanTaskRecord task, ProgrammeRegister register) =>
        TaskPeople.Of(task, register, Today, TaskKinds.Nobody);

    private static HumanTaskRecord Task() =>
        HumanTaskRecord.Ask(
            new TaskId("task"),
            ReportTaskKinds.ReportQuarter,
            TaskSubject.From(1),
            1,
            Ghana,
            [],
            default,
            default,
            default
        );

    private static ProgrammeRegister Programme(IEnumerable<string?> people) =>
        new(
            true,
            new Dictionary<AdministrationId, Administration>(),
            new Dictionary<DonorId, Donor>(),
            new Dictionary<AgreementId, GrantAgreement>(),
            people
                .OfType<string>()
                .Select(name => new Person(new PersonId(name), name, $"{name}@acip.example", Language.En, [Held(name)]))
                .ToDictionary(person => person.Id),
            new Dictionary<PlanId, PlanListing>()
        );

    private static RoleHeld Held(string name) =>
        name switch
        {
            "coordinator" => new(Role.Coordinator, default, Administration: Ghana),
            "alternate" => new(Role.Alternate, default, Administration: Ghana),
            "head" => new(Role.HeadOfCustoms, default, Administration: Ghana),
            "integrity" => new(Role.IntegrityOfficer, default) { Grant = RoleGrant.OfDeployment(default) },
            _ => new(Role.ProgrammeOfficer, default),
        };
}
