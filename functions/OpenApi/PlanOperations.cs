using ACip.Functions.Api.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;

namespace ACip.Functions.OpenApi;

/// <summary>Operations for drafting, approving and revising plans.</summary>
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
            "Hands the draft in; 409 names the errors that hinder it, and with If-Match 412 that it was changed since it was read.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        )
        {
            Seen = ApiSeen.MaySay,
        },
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
        )
        {
            Seen = ApiSeen.MaySay,
        },
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
    ];
}
