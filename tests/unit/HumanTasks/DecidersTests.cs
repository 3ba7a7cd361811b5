using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.HumanTasks;

public sealed class DecidersTests
{
    private static readonly DateOnly Today = new(2026, 4, 13);
    private static readonly PersonId Officer = new("officer"),
        Approver = new("approver"),
        Second = new("second");

    private static readonly ProgrammeRegister Register = new(
        true,
        new Dictionary<AdministrationId, Administration>(),
        new Dictionary<DonorId, Donor>(),
        new Dictionary<AgreementId, GrantAgreement>(),
        new[] { Holding(Officer, Role.ProgrammeOfficer), Holding(Approver, Role.Approver), Holding(Second, Role.Approver) }.ToDictionary(
            person => person.Id
        ),
        new Dictionary<PlanId, PlanListing>()
    );

    public static TheoryData<TaskDefinition, string[], string[]> Asked =>
        new()
        {
            { ReportTaskKinds.ReviewReport, [], ["approver", "second"] },
            { ReportTaskKinds.ReviewReport, ["second"], ["approver"] },
            { ReportTaskKinds.ReviewReport, ["approver", "second"], ["officer"] }, // an officer may review where no approver is left
            { ReportTaskKinds.ReviewReport, ["approver", "second", "officer"], [] },
            { ReportTaskKinds.ReviewRestatement, ["approver", "second"], [] }, // and may not decide on a restatement
            { PlanTaskKinds.ApprovePlan, ["approver"], ["second"] },
            { DonorReportTaskKinds.SignDonorReport, ["officer"], ["approver", "second"] },
            { ReportTaskKinds.ReportQuarter, [], [] }, // is answered, not decided
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public void Who_wrote_is_not_asked_and_who_may_decide_is(TaskDefinition kind, string[] authors, string[] expected) =>
        Assert.Equal(
            expected,
            Deciders
                .Asked(kind.DecidedBy, Register, Today, authors.Select(one => new PersonId(one)).ToHashSet())
                .Select(person => person.Value)
        );

    [Fact]
    public void Every_hand_in_a_report_counts_except_in_what_is_accepted()
    {
        ReportEntry Entry(string item, PersonId by) =>
            new(item, 1, null, null, null, null, new Dictionary<string, decimal>(), [], by, default, new EntrySource("api:x"), "");
        var period = new ReportingPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31), default, default, default);
        ReportRecord report = ReportRecord.NotDue(new PlanId("gh-2026"), new AdministrationId("GH"), period, 1) with
        {
            Entries = new[] { Entry("A1", Officer), Entry("A2", Second) }.ToDictionary(entry => entry.Item),
            AcceptedItems = ["A1"],
            NotedBy = [Approver],
            Submissions = [new ReportSubmission(1, new PersonId("coordinator"), default, new EntrySource("mail:x"))],
        };

        Assert.Equal(
            ["approver", "coordinator", "second"],
            ReportAuthors.Of(report).Select(person => person.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_refusal_is_the_same_everywhere()
    {
        Assert.Equal(FourEyes.Rule, FourEyes.Refuse(new HashSet<PersonId> { Officer }, Officer)?.Rule);
        Assert.Null(FourEyes.Refuse(new HashSet<PersonId> { Officer }, Approver));
        Assert.Contains(FourEyes.Rule, RefusalRules.Names);
    }

    private static Person Holding(PersonId id, Role role) =>
        new(
            id,
            id.Value,
            $"{id}@acip.example",
            Language.En,
            [new RoleHeld(role, new DateOnly(2020, 1, 1)) { Grant = RoleGrant.OfDeployment(default) }]
        );
}
