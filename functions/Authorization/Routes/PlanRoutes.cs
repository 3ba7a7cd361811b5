using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Action plans and their drafts.</summary>
internal static class PlanRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GetPlans", "GET", "api/plans", Everybody),
        new("ApiNewPlan", "POST", "api/plans", Of(Right.ManageProgramme)),
        new("GetPlan", "GET", "api/plans/{planId}", PlanReaders),
        new("ApiCancelPlan", "POST", "api/plans/{planId}/cancellation", Of(Right.ManageProgramme)),
        new("ApiClosePlan", "POST", "api/plans/{planId}/closing", Of(Right.ManageProgramme)),
        new("ApiComment", "POST", "api/plans/{planId}/comments", PlanCommenters),
        new("ComparePlanVersions", "GET", "api/plans/{planId}/compare/{before}/{after}", PlanReaders),
        new("ApiComparison", "GET", "api/plans/{planId}/comparison", PlanReaders with { Hides = false }),
        new("PlanDecisionEndpoint", "POST", "api/plans/{planId}/decision", Of(Right.ApprovePlan)),
        new("ApiDraft", "GET", "api/plans/{planId}/draft", PlanReaders with { Hides = false }),
        new("ApiSaveDraft", "PUT", "api/plans/{planId}/draft", PlanWriters),
        new("ApiWorkbook", "GET", "api/plans/{planId}/draft.xlsx", PlanReaders with { Hides = false }),
        new("ApiTakeWorkbook", "POST", "api/plans/{planId}/draft.xlsx", PlanWriters),
        new("ApiTakeWorkbook", "PUT", "api/plans/{planId}/draft.xlsx", PlanWriters),
        new("ApiReviseIndicator", "POST", "api/plans/{planId}/draft/indicators/{code}/revision", PlanWriters),
        new("ApiDraftSection", "GET", "api/plans/{planId}/draft/{section}", PlanReaders with { Hides = false }),
        new("ApiSaveDraftSection", "PUT", "api/plans/{planId}/draft/{section}", PlanWriters),
        new("ApiResumePlan", "POST", "api/plans/{planId}/resumption", Of(Right.ManageProgramme)),
        new("ApiReview", "GET", "api/plans/{planId}/review", PlanReaders with { Hides = false }),
        new("ApiOpenPlanReview", "POST", "api/plans/{planId}/reviews", Of(Right.ManageProgramme)),
        new("ApiPlanReviewFindings", "POST", "api/plans/{planId}/reviews/{number}/findings", PlanWriters),
        new("ApiPlanReviewOutcome", "POST", "api/plans/{planId}/reviews/{number}/outcome", Of(Right.ManageProgramme)),
        new("ApiOpenRevision", "POST", "api/plans/{planId}/revision", Of(Right.ManageProgramme)),
        new("ApiWithdrawRevision", "DELETE", "api/plans/{planId}/revision", Of(Right.ManageProgramme)),
        new("ApiPlanStandingNow", "GET", "api/plans/{planId}/standing", PlanReaders with { Hides = false }),
        new("ApiSubmitPlan", "POST", "api/plans/{planId}/submission", PlanWriters),
        new("ApiSuspendPlan", "POST", "api/plans/{planId}/suspension", Of(Right.ManageProgramme)),
        new("GetPlanVersions", "GET", "api/plans/{planId}/versions", PlanReaders),
        new("ApiVerifyVersion", "GET", "api/plans/{planId}/versions/{number}/verify", PlanReaders with { Hides = false }),
        new("GetPlanVersion", "GET", "api/plans/{planId}/versions/{version}", PlanReaders),
        new("PlanPageEndpoint", "GET", "plans/{planId}", PlanReaders),
        new("PlanCommentForm", "POST", "plans/{planId}/comments", PlanCommenters.Hidden),
        new("PlanComparisonEndpoint", "GET", "plans/{planId}/compare/{before}/{after}", PlanReaders),
        new("PlanDecisionFormEndpoint", "POST", "plans/{planId}/decision", Of(Right.ApprovePlan)),
        new("DraftOverviewPage", "GET", "plans/{planId}/draft", PlanWriters.Hidden),
        new("DraftOverviewPage", "POST", "plans/{planId}/draft", PlanWriters.Hidden),
        new("DraftSectionPage", "GET", "plans/{planId}/draft/{section}", PlanWriters.Hidden),
        new("DraftSectionPage", "POST", "plans/{planId}/draft/{section}", PlanWriters.Hidden),
        new("DraftItemPage", "GET", "plans/{planId}/draft/{section}/{code}", PlanWriters.Hidden),
        new("DraftItemPage", "POST", "plans/{planId}/draft/{section}/{code}", PlanWriters.Hidden),
        new("PlanFindingsForm", "POST", "plans/{planId}/findings", PlanWriters.Hidden),
        new("PlanStandingForm", "POST", "plans/{planId}/standing", Of(Right.ManageProgramme).Hidden),
    ];
}
