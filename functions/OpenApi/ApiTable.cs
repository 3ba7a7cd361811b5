using ACip.Functions.Api;
using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Api.Audit;
using ACip.Functions.Api.Lists;
using ACip.Functions.Api.QuarterlyReports;
using ACip.Functions.Health;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Functions.OpenApi;

/// <summary>The API, operation by operation. A test compares it with the functions' routes, in both directions.</summary>
internal static class ApiTable
{
    public static IReadOnlyList<ApiOperation> Operations { get; } =
    [
        new("get", "/api/programme", "getProgramme", "The programme at one glance.", ApiCaller.SignedIn, typeof(ProgrammeOverview)),
        new(
            "get",
            "/api/administrations",
            "getAdministrations",
            "Administrations that take part.",
            ApiCaller.SignedIn,
            typeof(PageOf<Administration>),
            Paged: true
        )
        {
            Columns = new AdministrationList().Columns,
        },
        new("get", "/api/tasks", "getTasks", "What waits for whom.", ApiCaller.SignedIn, typeof(PageOf<WaitingTask>), Paged: true)
        {
            Columns = new TaskList().Columns,
        },
        new(
            "get",
            "/api/lists/{list}",
            "getList",
            "What a page of lists shows, such as reports and indicators of all plans, in the caller's language; with the filters of that page.",
            ApiCaller.SignedIn,
            typeof(PageOf<ListedRow>),
            Paged: true
        )
        {
            Columns = ListsRegistration.AllColumns,
        },
        new(
            "get",
            "/api/plans",
            "getPlans",
            "Plans that the caller may read.",
            ApiCaller.SignedIn,
            typeof(PageOf<PlanListing>),
            Paged: true
        )
        {
            Columns = new PlanList().Columns,
        },
        new(
            "get",
            "/api/plans/{planId}",
            "getPlan",
            "A plan: how it stands, its draft, its version in force.",
            ApiCaller.SignedIn,
            typeof(PlanAnswer)
        ),
        new(
            "get",
            "/api/plans/{planId}/versions",
            "getPlanVersions",
            "Approved versions.",
            ApiCaller.SignedIn,
            typeof(PageOf<PlanVersionAnswer>),
            Paged: true
        ),
        new(
            "get",
            "/api/plans/{planId}/versions/{version}",
            "getPlanVersion",
            "One approved version.",
            ApiCaller.SignedIn,
            typeof(ActionPlan)
        ),
        new(
            "get",
            "/api/plans/{planId}/compare/{before}/{after}",
            "comparePlanVersions",
            "What differs between two approved versions.",
            ApiCaller.SignedIn,
            typeof(PlanComparison)
        ),
        new(
            "post",
            "/api/plans/{planId}/decision",
            "decidePlan",
            "Approves what was submitted, or sends it back with reasons.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Decision)
        ),
        new(
            "get",
            "/api/plans/{planId}/reports",
            "getReports",
            "Reports of a plan that have begun.",
            ApiCaller.SignedIn,
            typeof(PageOf<ReportRecord>),
            Paged: true
        ),
        new(
            "get",
            "/api/plans/{planId}/reports/{period}",
            "getReport",
            "One report, and what the rules would ask about it.",
            ApiCaller.SignedIn,
            typeof(ReportAnswerBody)
        ),
        new(
            "post",
            "/api/plans/{planId}/reports/{period}/decision",
            "decideReport",
            "Accepts a report, or sends it back with reasons.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Decision)
        ),
        new(
            "get",
            "/api/plans/{planId}/observations",
            "getObservations",
            "Accepted figures, those that were restated later included.",
            ApiCaller.SignedIn,
            typeof(PageOf<Observation>),
            Paged: true
        ),
        .. ReportOperations.All,
        .. PlanOperations.All,
        .. RegisterOperations.All,
        .. SurveyOperations.All,
        .. MultilateralOperations.All,
        .. GrantOperations.All,
        .. OperationsOperations.All,
        .. DonorReportOperations.All,
        new(
            "post",
            "/api/registers/{register}",
            "importRegister",
            "The register of deliveries or of CIPS scores, whole, as CSV; errors line by line.",
            ApiCaller.SignedIn
        ),
        new(
            "get",
            "/api/audit/{stream}",
            "getAudit",
            "The chain of a stream: programme, inbox, plan-ID or agreement-ID.",
            ApiCaller.SignedIn,
            typeof(PageOf<AuditEvent>),
            Paged: true
        ),
        new(
            "get",
            "/api/audit/{stream}/verify",
            "verifyAudit",
            "Whether the chain is whole, and every row and file of the stream as it says.",
            ApiCaller.SignedIn,
            typeof(AuditVerified)
        ),
        new(
            "get",
            "/api/policies/reminders",
            "getReminderPolicy",
            "Who is reminded when, as it holds now.",
            ApiCaller.SignedIn,
            typeof(ReminderPolicy)
        ),
        new(
            "post",
            "/api/policies/reminders",
            "addReminderPolicy",
            "A new version of the reminders; tasks that have begun keep theirs. If-Match is needed.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReminderPolicy)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/verification",
            "verifyProgramme",
            "Whether anything that is stored was changed, removed or added past the programme: every chain, row and file.",
            ApiCaller.SignedIn,
            typeof(ProgrammeVerified)
        ),
        new(
            "get",
            "/api/health",
            "getHealth",
            "Whether storage, workflows and mail can be reached.",
            ApiCaller.Anybody,
            typeof(HealthAnswer),
            Tagged: false
        ),
        new("get", "/api/openapi.json", "getOpenApi", "This document.", ApiCaller.Anybody),
        new(
            "post",
            "/api/programme/sample",
            "loadSample",
            "Begins the programme with fictional sample data, or adds what is missing of it; refused in a real programme.",
            ApiCaller.MasterKey
        ),
        new("get", "/api/programme/people", "getPeople", "Who is registered; for setting up sign-in.", ApiCaller.MasterKey, Tagged: false),
        new(
            "get",
            "/api/plans/{planId}/reports/{period}/evidence/{sha256}",
            "getEvidence",
            "A file that came with a report, once somebody has checked it.",
            ApiCaller.SignedIn
        ),
        new(
            "post",
            "/api/plans/{planId}/reports/{period}/evidence/{sha256}",
            "checkEvidence",
            "Says that a file was checked: {\"clean\": true} or {\"clean\": false}.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        ),
        .. MailOperations.All,
    ];
}

public sealed record RecordedAnswer(bool Recorded);
