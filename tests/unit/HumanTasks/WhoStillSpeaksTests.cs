using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Tests.Unit.HumanTasks;

/// <summary>Whom a task still asks, and whose answer still counts, once roles have ended.</summary>
public sealed class WhoStillSpeaksTests
{
    private static readonly DateOnly LastDay = new(2026, 4, 30);
    private static readonly AdministrationId Ghana = new("GH"),
        Kenya = new("KE");

    public static TheoryData<TaskDefinition, Role[], bool, bool> Held =>
        new()
        {
            { ReportTaskKinds.ReportQuarter, [Role.Coordinator], true, true },
            { ReportTaskKinds.ReportQuarter, [Role.Alternate], false, true }, // was told that nobody answers
            { ReportTaskKinds.ReportQuarter, [Role.ProgrammeOfficer, Role.Approver], false, false },
            { ReportTaskKinds.ReportQuarter, [], false, false },
            { TaskDefinition.OfHead("Some"), [Role.HeadOfCustoms], true, true },
            { TaskDefinition.OfHead("Some"), [Role.Coordinator], false, true },
            { ContributionTasks.Contribute, [Role.Contributor], true, true }, // who is named needs no certain role
            { ContributionTasks.Contribute, [], false, false },
            { ReportTaskKinds.ReviewReport, [Role.Approver], true, true },
            { ReportTaskKinds.ReviewReport, [Role.ProgrammeOfficer], true, true }, // may decide where no approver is left
            { ReportTaskKinds.ReviewRestatement, [Role.ProgrammeOfficer], false, false },
            { MoreTimeTasks.Kind, [Role.ProgrammeOfficer], true, true },
            { MoreTimeTasks.Kind, [Role.Approver], false, false },
            { MoreTimeTasks.Kind, [Role.DonorReader], false, false },
        };

    [Theory]
    [MemberData(nameof(Held))]
    public void It_goes_by_the_roles_held_now(TaskDefinition kind, Role[] held, bool asked, bool speaks)
    {
        Person person = Holding(held, Ghana, null);
        Person inOffice = Holding([Role.Coordinator, Role.HeadOfCustoms], Ghana, null) with { Id = new PersonId("in-office") };
        Assert.Equal(asked, TaskPeople.IsAsked(Task(kind, person), person, Programme(person, inOffice), LastDay));
        Assert.Equal(speaks, TaskPeople.StillSpeaks(Task(kind, person), person, LastDay));
    }

    [Fact]
    public void Who_has_left_is_asked_and_speaks_until_the_last_day()
    {
        Person leaver = Holding([Role.Coordinator], Ghana, LastDay);
        HumanTaskRecord task = Task(ReportTaskKinds.ReportQuarter, leaver);
        Assert.Equal(
            (true, true),
            (TaskPeople.IsAsked(task, leaver, Programme(leaver), LastDay), TaskPeople.StillSpeaks(task, leaver, LastDay))
        );
        DateOnly after = LastDay.AddDays(1);
        Assert.Equal(
            (false, false),
            (TaskPeople.IsAsked(task, leaver, Programme(leaver), after), TaskPeople.StillSpeaks(task, leaver, after))
        );
    }

    [Fact]
    public void A_role_in_another_administration_does_not_count()
    {
        Person moved = Holding([Role.Coordinator], Kenya, null);
        HumanTaskRecord task = Task(ReportTaskKinds.ReportQuarter, moved);
        Assert.Equal(
            (false, false),
            (TaskPeople.IsAsked(task, moved, Programme(moved), LastDay), TaskPeople.StillSpeaks(task, moved, LastDay))
        );
    }

    [Theory]
    [InlineData("norad", Role.DonorReader, true)]
    [InlineData("seco", Role.DonorReader, false)] // a reader of this donor once, and of another by now
    [InlineData("norad", Role.ProgrammeOfficer, false)]
    public void What_was_issued_to_a_donor_is_replied_to_by_that_donor_s_readers(string donor, Role role, bool speaks)
    {
        Person reader = Holding([role], Ghana, null);
        reader = reader with { Roles = [.. reader.Roles.Select(held => held with { Administration = null, Donor = new DonorId(donor) })] };
        HumanTaskRecord issued = Task(DonorReportTaskKinds.ReadDonorReport, reader) with
        {
            Administration = null,
            Readers = new DonorId("norad"),
        };
        Assert.Equal(
            (speaks, speaks),
            (TaskPeople.IsAsked(issued, reader, Programme(reader), LastDay), TaskPeople.StillSpeaks(issued, reader, LastDay))
        );

        // a row of before does not say whose readers
        HumanTaskRecord older = issued with
        {
            Readers = null,
            State = TaskState.Answered,
        };
        Assert.Equal(role == Role.DonorReader, TaskPeople.StillSpeaks(older, reader, LastDay));
    }

    public static TheoryData<TaskDefinition, Role, bool, bool> Left =>
        new()
        {
            { MemberTaskKinds.Register, Role.ProgrammeOfficer, true, true },
            { ReportTaskKinds.ReportQuarter, Role.Coordinator, true, true },
            { ReportTaskKinds.ReportQuarter, Role.Alternate, false, true }, // was never asked, and may have had a link
            { MemberTaskKinds.Register, Role.Coordinator, false, false },
        };

    /// <summary>Whatever the task hangs on: a plan, a recommendation, a new Member.</summary>
    [Theory]
    [MemberData(nameof(Left))]
    public void A_task_leaves_whom_it_asked_and_whoever_may_have_a_link_to_it(TaskDefinition kind, Role role, bool asked, bool leaves)
    {
        Person leaver = Holding([role], Ghana, LastDay);
        HumanTaskRecord task = Task(kind, leaver) with
        {
            Administration = kind.AsksCoordinator ? Ghana : null,
            People = asked ? [leaver.Id] : [],
        };
        DateOnly after = LastDay.AddDays(1);
        Assert.Equal(leaves, DepartureService.Leaves(task, leaver.Id, Programme(leaver), after));
        Assert.False(DepartureService.Leaves(task, leaver.Id, Programme(Holding([role], Ghana, null)), after) && asked);
        Assert.False(DepartureService.Leaves(task with { State = TaskState.Answered }, leaver.Id, Programme(leaver), after));
    }

    [Theory]
    [InlineData(Role.Coordinator, "gh-2026")]
    [InlineData(Role.ProgrammeOfficer, "gh-2026,ke-2026")]
    public void Tasks_are_looked_for_in_the_plans_that_can_hold_them(Role role, string plans)
    {
        Person leaver = Holding([role], Ghana, LastDay);
        PlanListing[] all =
        [
            new(new PlanId("gh-2026"), Ghana, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)),
            new(new PlanId("ke-2026"), Kenya, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31)),
        ];
        ProgrammeRegister register = Programme(leaver) with { Plans = all.ToDictionary(plan => plan.Id) };
        Assert.Equal(plans, string.Join(',', DepartureService.PlansOf([leaver.Id], register)));
        Assert.Equal(2, DepartureService.PlansOf([new PersonId("gone")], register).Count());
    }

    [Fact]
    public void Of_tasks_in_one_stream_each_stands_in_its_own_place()
    {
        HumanTaskRecord last = Task(ReportTaskKinds.ReportQuarter, Holding([Role.Coordinator], Ghana, null));
        HumanTaskRecord next = last with { Id = new TaskId("next") };
        var place = new TaskPlace(new StreamId("pmm-gh"), Text.Same("2026"), "/pmm") { Task = last.Id };
        Assert.Equal((true, false), (place.Holds(last), place.Holds(next)));
    }

    [Theory]
    [InlineData("coordinator-gh", Role.Coordinator, Role.Alternate, Role.HeadOfCustoms)]
    [InlineData("alternate-gh", Role.Alternate, Role.HeadOfCustoms)]
    [InlineData("headofcustoms-gh", Role.HeadOfCustoms)]
    [InlineData(null)]
    public void A_comment_is_told_to_whoever_is_asked_instead_of_a_coordinator(string? told, params Role[] there)
    {
        ProgrammeRegister register = Programme([
            .. there.Select(role => Holding([role], Ghana, null) with { Id = new PersonId($"{role}-gh".ToLowerInvariant()) }),
        ]);
        Assert.Equal(told is null ? [] : [new PersonId(told)], CommentMails.Answering(register, Ghana, LastDay));
    }

    private static ProgrammeRegister Programme(params Person[] people) =>
        new(
            true,
            new Dictionary<AdministrationId, Administration>(),
            new Dictionary<DonorId, Donor>(),
            new Dictionary<AgreementId, GrantAgreement>(),
            people.ToDictionary(person => person.Id),
            new Dictionary<PlanId, PlanListing>()
        );

    private static HumanTaskRecord Task(TaskDefinition kind, Person person) =>
        HumanTaskRecord.Ask(new TaskId("task"), kind, TaskSubject.From(1), 1, Ghana, [person.Id], default, default, default);

    private static Person Holding(Role[] roles, AdministrationId home, DateOnly? until) =>
        new(
            new PersonId("somebody"),
            "Somebody",
            "somebody@acip.example",
            Language.En,
            [
                .. roles.Select(role => new RoleHeld(
                    role,
                    new DateOnly(2020, 1, 1),
                    until,
                    role is Role.Approver or Role.ProgrammeOfficer ? null : home
                )
                {
                    Grant = RoleGrant.OfDeployment(default),
                }),
            ]
        );
}
