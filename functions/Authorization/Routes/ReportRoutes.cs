using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Quarterly reports, several of them at once, and what holds them up.</summary>
internal static class ReportRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GetObservations", "GET", "api/plans/{planId}/observations", PlanReaders),
        new("GetReports", "GET", "api/plans/{planId}/reports", PlanReaders),
        new("GetReport", "GET", "api/plans/{planId}/reports/{period}", PlanReaders),
        new("ApiReportChanges", "GET", "api/plans/{planId}/reports/{period}/changes", PlanReaders),
        new("ApiReportChangesFile", "GET", "api/plans/{planId}/reports/{period}/changes.csv", PlanReaders),
        new("ApiReportTalk", "GET", "api/plans/{planId}/reports/{period}/comments", PlanReaders),
        new("ApiCommentReport", "POST", "api/plans/{planId}/reports/{period}/comments", PlanReaders),
        new("ReportDecision", "POST", "api/plans/{planId}/reports/{period}/decision", Of(Right.ReviewReport)),
        new("ApiEnterFigures", "POST", "api/plans/{planId}/reports/{period}/entries", PlanWriters),
        new("EvidenceFilesEndpoint", "GET", "api/plans/{planId}/reports/{period}/evidence/{sha256}", Of(Right.ReadEvidence)),
        new("EvidenceFilesEndpoint", "POST", "api/plans/{planId}/reports/{period}/evidence/{sha256}", Of(Right.HandleMail)),
        new("ApiExtendReport", "POST", "api/plans/{planId}/reports/{period}/extension", Of(Right.ManageProgramme)),
        new("ApiReportNil", "POST", "api/plans/{planId}/reports/{period}/nil", Of(Right.ManageProgramme)),
        new("ApiRecallReport", "POST", "api/plans/{planId}/reports/{period}/recall", PlanWriters),
        new("ApiReopenReport", "POST", "api/plans/{planId}/reports/{period}/reopening", Of(Right.ReviewReport)),
        new("ApiReportNotes", "PUT", "api/plans/{planId}/reports/{period}/notes", PlanWriters),
        new("ApiReportRestatements", "GET", "api/plans/{planId}/reports/{period}/restatements", PlanReaders),
        new("ApiProposeRestatement", "POST", "api/plans/{planId}/reports/{period}/restatements", PlanWriters),
        new(
            "ApiDecideRestatement",
            "POST",
            "api/plans/{planId}/reports/{period}/restatements/{number}/decision",
            Of(Right.DecideRestatement)
        ),
        new("ApiAskForTime", "POST", "api/plans/{planId}/reports/{period}/time-requests", PlanWriters),
        new("ApiRefuseTime", "POST", "api/plans/{planId}/reports/{period}/time-requests/refusal", Of(Right.ManageProgramme)),
        new("ApiAskForPart", "POST", "api/plans/{planId}/reports/{period}/contributions", PlanWriters),
        new("ApiTakePartBack", "POST", "api/plans/{planId}/reports/{period}/contributions/{number}/withdrawal", PlanWriters),
        new(
            "ApiDecideContributor",
            "POST",
            "api/plans/{planId}/reports/{period}/contributors/{number}/decision",
            Of(Right.ManageProgramme)
        ),
        new("ApiWaiveReport", "POST", "api/plans/{planId}/reports/{period}/waiver", Of(Right.ManageProgramme)),
        new("ApiPlanWaiting", "GET", "api/plans/{planId}/waiting", PlanReaders),
        new("ApiReportWaiting", "GET", "api/plans/{planId}/reports/{period}/waiting", PlanReaders),
        new("ApiDonorReportWaiting", "GET", "api/donor-reports/{agreement}/{period}/waiting", Of(Right.ReadProgramme)),
        new("ApiManyAtOnce", "POST", "api/many-at-once", Of(Right.ManageProgramme)),
        new("ApiManyPreview", "POST", "api/many-at-once/preview", Of(Right.ManageProgramme)),
        new("ManyPageEndpoint", "GET", "many-at-once", Of(Right.ManageProgramme)),
        new("ManyPageEndpoint", "POST", "many-at-once", Of(Right.ManageProgramme)),
        new("EvidencePageEndpoint", "GET", "plans/{planId}/reports/{period}/evidence/{sha256}", EvidenceReaders),
        new("EvidencePageEndpoint", "POST", "plans/{planId}/reports/{period}/evidence/{sha256}", Of(Right.HandleMail).Hidden),
        new("EvidenceUploadForm", "POST", "plans/{planId}/reports/{period}/evidence", PlanWriters.Hidden),
        new("OriginPageEndpoint", "GET", "plans/{planId}/reports/{period}/items/{item}", PlanReaders),
        new("ReportPageEndpoint", "GET", "plans/{planId}/reports/{period}", PlanReaders),
        new("ReportCommentFormEndpoint", "POST", "plans/{planId}/reports/{period}/comments", PlanReaders),
        new("ReportDecisionFormEndpoint", "POST", "plans/{planId}/reports/{period}/decision", Of(Right.ReviewReport).Hidden),
        new("ReportEntryFormEndpoint", "POST", "plans/{planId}/reports/{period}/entries", PlanWriters.Hidden),
        new("ReportNotesFormEndpoint", "POST", "plans/{planId}/reports/{period}/notes", PlanWriters.Hidden),
        new("RecallForm", "POST", "plans/{planId}/reports/{period}/recall", PlanWriters.Hidden),
        new("ReopeningForm", "POST", "plans/{planId}/reports/{period}/reopening", Of(Right.ReviewReport).Hidden),
        new("ReportOfficerFormEndpoint", "POST", "plans/{planId}/reports/{period}/officer", Of(Right.ManageProgramme).Hidden),
        new("MoreTimeFormEndpoint", "POST", "plans/{planId}/reports/{period}/time-requests", PlanWriters.Hidden),
        new("ContributionForm", "POST", "plans/{planId}/reports/{period}/contributions", PlanWriters.Hidden),
        new("ContributorForm", "POST", "plans/{planId}/reports/{period}/contributors", Of(Right.ManageProgramme).Hidden),
        new("RestatementProposalForm", "POST", "plans/{planId}/reports/{period}/restatements", PlanWriters.Hidden),
        new(
            "RestatementDecisionForm",
            "POST",
            "plans/{planId}/reports/{period}/restatements/{number}/decision",
            Of(Right.DecideRestatement).Hidden
        ),
    ];
}
