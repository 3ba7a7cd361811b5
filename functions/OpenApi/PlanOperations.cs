using ACip.Functions.Api;
using ACip.Functions.Api.ActionPlans;
using ACip.Functions.Api.Programme;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Functions.OpenApi;

/// <summary>What the OpenAPI document says of drafting, approval, revision and the register.</summary>
internal static class PlanOperations
{
    private const string Plan = "/api/plans/{planId}";

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "post",
            "/api/plans",
            "beginPlan",
            "Begins a plan, its draft taken from the library or the last plan.",
            ApiCaller.SignedIn,
            Body: typeof(NewPlan)
        ),
        new(
            "get",
            $"{Plan}/standing",
            "getPlanStatus",
            "Rounds, versions, revision and notes of a plan.",
            ApiCaller.SignedIn,
            typeof(PlanRecord),
            Tagged: false
        ),
        new("get", $"{Plan}/draft", "getDraft", "The draft with what is wrong with it, in the caller's language.", ApiCaller.SignedIn),
        new(
            "put",
            $"{Plan}/draft",
            "saveDraft",
            "Saves the draft; If-Match is needed. 412 carries both versions.",
            ApiCaller.SignedIn,
            Body: typeof(ActionPlan)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            $"{Plan}/draft/{{section}}",
            "getDraftSection",
            "One of plan, results, indicators, benchmarks, activities, risks.",
            ApiCaller.SignedIn
        ),
        new(
            "put",
            $"{Plan}/draft/{{section}}",
            "saveDraftSection",
            "Saves one section; If-Match is needed. 412 carries both versions.",
            ApiCaller.SignedIn
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new("get", $"{Plan}/draft.xlsx", "getPlanningWorkbook", "The draft as a workbook to be filled.", ApiCaller.SignedIn),
        new(
            "put",
            $"{Plan}/draft.xlsx",
            "putPlanningWorkbook",
            "Takes the filled workbook; only what was changed in it.",
            ApiCaller.SignedIn
        ),
        new("post", $"{Plan}/draft.xlsx", "postPlanningWorkbook", "As PUT.", ApiCaller.SignedIn),
        new(
            "post",
            $"{Plan}/submission",
            "submitPlan",
            "Hands the draft in; 409 names the errors that hinder it.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        ),
        new(
            "get",
            $"{Plan}/review",
            "getPlanReview",
            "The submission beside the one before, with findings and comments.",
            ApiCaller.SignedIn
        ),
        new(
            "post",
            $"{Plan}/comments",
            "commentPlan",
            "An expert's comment, which decides nothing.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanApprovalEndpoints.NewComment)
        ),
        new(
            "get",
            $"{Plan}/versions/{{number}}/verify",
            "verifyPlanVersion",
            "An approved version, and whether row and blob are still what was approved.",
            ApiCaller.SignedIn
        ),
        new(
            "get",
            $"{Plan}/comparison",
            "comparePlans",
            "What differs between ?from and ?to: numbers of approved versions, or draft.",
            ApiCaller.SignedIn
        ),
        new(
            "post",
            $"{Plan}/revision",
            "openRevision",
            "Opens a revision; the approved version stays in force meanwhile.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanRevisionEndpoints.Opening)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "delete",
            $"{Plan}/revision",
            "withdrawRevision",
            "Withdraws the open revision.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanRevisionEndpoints.Withdrawal)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/draft/indicators/{{code}}/revision",
            "reviseIndicator",
            "The next revision of one indicator, with reason and conversion.",
            ApiCaller.SignedIn,
            Body: typeof(PlanRevisionEndpoints.IndicatorRevision)
        ),
        new(
            "post",
            $"{Plan}/suspension",
            "suspendPlan",
            "Nothing is asked until the plan is resumed.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanStatusEndpoints.Why)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/resumption",
            "resumePlan",
            "Goes on; periods that ended meanwhile are waived.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanStatusEndpoints.Why)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/cancellation",
            "cancelPlan",
            "Ends a plan that is not carried out; open tasks are cancelled.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanStatusEndpoints.Why)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/closing",
            "closePlan",
            "Closes a plan before its time.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanStatusEndpoints.Why)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/reviews",
            "openPlanReview",
            "Opens a mid-term or closing review: the coordinator is asked what was found.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanEvaluationEndpoints.NewReview)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/reviews/{{number}}/findings",
            "givePlanReviewFindings",
            "What the administration found.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanEvaluationEndpoints.ReviewFindings)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Plan}/reviews/{{number}}/outcome",
            "concludePlanReview",
            "What follows from the review; for officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PlanEvaluationEndpoints.ReviewOutcome)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "get",
            "/api/people",
            "getRegisteredPeople",
            "People with their roles and validity dates; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<Person>),
            Paged: true
        )
        {
            Columns = new PersonList().Columns,
        },
        new("get", "/api/people/{id}", "getPerson", "One person.", ApiCaller.SignedIn, typeof(Person), Tagged: false),
        new(
            "put",
            "/api/people/{id}",
            "savePerson",
            "If-Match is needed, or If-None-Match: * for a new one; a reason where roles or the address change. Approver, IntegrityOfficer and Auditor wait for a confirmation.",
            ApiCaller.SignedIn,
            typeof(Person),
            typeof(RegisterEndpoints.PersonEntry)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "post",
            "/api/people/{id}/roles/decision",
            "decideRoles",
            "Confirms the roles of a person that wait, or refuses them with a reason; for an approver who neither proposed nor gets them.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Decision)
        ),
        new(
            "post",
            "/api/people/{id}/departure",
            "departPerson",
            "Roles pass on, open tasks move, tokens die.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Departure)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "get",
            "/api/agreements",
            "getAgreements",
            "Grant agreements with their frameworks; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<GrantAgreement>),
            Paged: true
        )
        {
            Columns = new AgreementList().Columns,
        },
        new(
            "get",
            "/api/agreements/{id}",
            "getAgreement",
            "One grant agreement.",
            ApiCaller.SignedIn,
            typeof(GrantAgreement),
            Tagged: false
        ),
        new(
            "put",
            "/api/agreements/{id}",
            "saveAgreement",
            "If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(GrantAgreement),
            typeof(GrantAgreement)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new("get", "/api/agreements/{id}/coverage", "getCoverage", "Which of the donor's indicators nobody feeds.", ApiCaller.SignedIn),
        new(
            "get",
            "/api/administrations/{id}",
            "getAdministration",
            "One administration.",
            ApiCaller.SignedIn,
            typeof(Administration),
            Tagged: false
        ),
        new(
            "put",
            "/api/administrations/{id}",
            "saveAdministration",
            "If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(Administration),
            typeof(Administration)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/agreements/{id}/allocations",
            "getAllocations",
            "What of the grant is meant for whom, and when; for officers.",
            ApiCaller.SignedIn,
            typeof(PageOf<FundingAllocation>),
            Paged: true
        ),
        new(
            "get",
            "/api/agreements/{id}/allocations/{allocation}",
            "getAllocation",
            "One allocation.",
            ApiCaller.SignedIn,
            typeof(FundingAllocation),
            Tagged: false
        ),
        new(
            "put",
            "/api/agreements/{id}/allocations/{allocation}",
            "saveAllocation",
            "If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(FundingAllocation),
            typeof(FundingAllocation)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/calendars/{id}",
            "getCalendar",
            "Zone, weekend, holidays and reporting periods of an administration, or of the secretariat.",
            ApiCaller.SignedIn,
            typeof(CalendarEndpoints.CalendarAnswer),
            Tagged: false
        ),
        new(
            "put",
            "/api/calendars/{id}",
            "saveCalendar",
            "Replaces holidays and periods; If-Match is needed. Zone and weekend are the administration's own.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(AdministrationCalendar)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/policies/approval",
            "getApprovalPolicy",
            "From which size on a plan needs a second approver.",
            ApiCaller.SignedIn,
            typeof(ApprovalPolicy),
            Tagged: false
        ),
        new(
            "put",
            "/api/policies/approval",
            "saveApprovalPolicy",
            "Replaces the policy; If-Match is needed.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ApprovalPolicy)
        )
        {
            Seen = ApiSeen.MustSay,
        },
    ];
}
