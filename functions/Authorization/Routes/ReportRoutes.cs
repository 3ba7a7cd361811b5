using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Quarterly reports.</summary>
internal static class ReportRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GetObservations", "GET", "api/plans/{planId}/observations", PlanReaders),
        new("GetReports", "GET", "api/plans/{planId}/reports", PlanReaders),
        new("ReportDossier", "GET", "api/plans/{planId}/reports/{period}/dossier", Of(Right.VerifyAudit)),
        new("GetReport", "GET", "api/plans/{planId}/reports/{period}", PlanReaders),
        new("ApiReportChanges", "GET", "api/plans/{planId}/reports/{period}/changes", PlanReaders),
        new("ApiReportChangesFile", "GET", "api/plans/{planId}/reports/{period}/changes.csv", PlanReaders),
        new("ApiReportTalk", "GET", "api/plans/{planId}/reports/{period}/comments", PlanReaders),
        new("ApiCommentReport", "POST", "api/plans/{planId}/reports/{period}/comments", PlanReaders),
        new("ReportDecision", "POST", "api/plans/{planId}/reports/{period}/decision", Of(Right.ReviewReport)),
        new("ApiEnterFigures", "POST", "api/plans/{planId}/reports/{period}/entries", PlanWriters),
        new("EvidenceFiles", "GET", "api/plans/{planId}/reports/{period}/evidence/{sha256}", Of(Right.ReadEvidence)),
        new("EvidenceFiles", "POST", "api/plans/{planId}/reports/{period}/evidence/{sha256}", Of(Right.HandleMail)),
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
        new("ApiWaiveReport", "POST", "api/plans/{planId}/reports/{period}/waiver", Of(Right.ManageProgramme)),
        new("EvidencePageEndpoint", "GET", "plans/{planId}/reports/{period}/evidence/{sha256}", EvidenceReaders),
        new("EvidencePageEndpoint", "POST", "plans/{planId}/reports/{period}/evidence/{sha256}", Of(Right.HandleMail).Hidden),
        new("OriginPageEndpoint", "GET", "plans/{planId}/reports/{period}/items/{item}", PlanReaders),
        new("ReportPageEndpoint", "GET", "plans/{planId}/reports/{period}", PlanReaders),
        new("ReportCommentFormEndpoint", "POST", "plans/{planId}/reports/{period}/comments", PlanReaders),
        new("ReportDecisionFormEndpoint", "POST", "plans/{planId}/reports/{period}/decision", Of(Right.ReviewReport).Hidden),
        new("ReportEntryFormEndpoint", "POST", "plans/{planId}/reports/{period}/entries", PlanWriters.Hidden),
        new("ReportNotesFormEndpoint", "POST", "plans/{planId}/reports/{period}/notes", PlanWriters.Hidden),
        new("RecallForm", "POST", "plans/{planId}/reports/{period}/recall", PlanWriters.Hidden),
        new("ReopeningForm", "POST", "plans/{planId}/reports/{period}/reopening", Of(Right.ReviewReport).Hidden),
        new("ReportOfficerFormEndpoint", "POST", "plans/{planId}/reports/{period}/officer", Of(Right.ManageProgramme).Hidden),
        new("TimeRequestFormEndpoint", "POST", "plans/{planId}/reports/{period}/time-requests", PlanWriters.Hidden),
        new("RestatementProposalForm", "POST", "plans/{planId}/reports/{period}/restatements", PlanWriters.Hidden),
        new(
            "RestatementDecisionForm",
            "POST",
            "plans/{planId}/reports/{period}/restatements/{number}/decision",
            Of(Right.DecideRestatement).Hidden
        ),
    ];
}
