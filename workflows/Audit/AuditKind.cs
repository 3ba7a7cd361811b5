using System.Text.Json.Serialization;

namespace ACip.Workflows.Audit;

/// <summary>What an event tells of.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AuditKind>))]
public enum AuditKind
{
    ProgrammeChanged,
    PlanDrafted,
    PlanSubmitted,
    PlanReturned,
    PlanApproved,
    PlanActivated,
    PlanRevisionOpened,
    PlanClosed,
    PlanCancelled,
    PlanFirstApproval,
    PlanCommented,
    PlanSuspended,
    PlanResumed,
    PlanReviewed,
    PlanReviewOpened,
    PlanRevisionWithdrawn,
    PlanRevisionApproved,
    ReportOpened,
    ReportDrafted,
    ReportSubmitted,
    ReportNil,
    ReportReturned,
    ReportAccepted,
    ReportLocked,
    ReportMissed,
    ReportWaived,
    DueDateExtended,
    FigureRestated,
    RestatementProposed,
    RestatementReturned,
    ReportNoted,
    ReportCommented,
    TaskAsked,
    TaskReminded,
    TaskEscalated,
    TaskAnswered,
    TaskExpired,
    TaskCancelled,
    TaskMoved,
    MailReceived,
    MailSetAside,
    MailTreatedAsAnswer,
    MailDiscarded,
    MailResent,
    MailSealed,
    MailBounced,
    SenderConfirmed,
    EvidenceKept,
    DonorReportBegun,
    DonorReportAssembled,
    DonorReportReturned,
    DonorReportApproved,
    DonorReportIssued,
    DonorReportSuperseded,
    DonorReportOpened,
    DonorReportAcknowledged,
    DonorReportEdited,
    DonorReportReopened,
    DonorReportUnchanged,
    DonorReportNothingToReport,
    PersonErased,
    RolesChanged,
    RolesConfirmed,
    RolesRefused,

    /// <summary>Somebody who is signed in asked for what is not theirs.</summary>
    AccessDenied,

    /// <summary>Rows were written for which nobody is named: the cycle's own book-keeping.</summary>
    RowsChanged,

    /// <summary>Rows from before events carried the hashes of what they changed: from here on they are held to the chain.</summary>
    RowsTakenUp,

    /// <summary>Blobs of before a day are gone by their retention time.</summary>
    RetentionApplied,

    /// <summary>Probes that we send to our own address no longer come back.</summary>
    InboundMailSilent,
    InboundMailRestored,
    SurveyPrepared,
    SurveyOpened,
    SurveyImported,
    SurveyClosed,
    SurveyScored,
    SurveyPublished,
    SurveyWithheld,
    SurveyCodesTaken,
    AssessmentAsked,
    AssessmentGiven,

    /// <summary>The programme was brought here from an export; the event carries the SHA-256 of its manifest.</summary>
    ProgrammeImported,

    /// <summary>Tables were put back to an earlier state; the reason says how much was lost.</summary>
    StorageRestored,
}
