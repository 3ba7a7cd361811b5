using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.Audit;

/// <summary>What is to be recorded: who did what to what, and why. Ids only, never names or addresses.</summary>
/// <param name="By">Null: the automated cycle.</param>
/// <param name="DataSha256">Hash of what was decided upon, where there is such a thing.</param>
public sealed record AuditEntry(AuditKind Kind, string Subject, PersonId? By = null, string? Reason = null, string? DataSha256 = null);

/// <summary>One link of a stream's chain: it carries the hash of the link before, so that a removed or changed one shows.</summary>
/// <param name="Sequence">Begins at 1, without gaps.</param>
/// <param name="Hash">SHA-256, hex, over the canonical JSON of all other members.</param>
public sealed record AuditEvent(
    int Sequence,
    DateTimeOffset At,
    AuditKind Kind,
    string Subject,
    PersonId? By,
    string? Reason,
    string? DataSha256,
    string Previous,
    string Hash)
{
    public const string Genesis = "0000000000000000000000000000000000000000000000000000000000000000";

    public static AuditEvent After(AuditHead head, AuditEntry entry, DateTimeOffset at)
    {
        var unsigned = new AuditEvent(head.Sequence + 1, at.ToUniversalTime(), entry.Kind, entry.Subject, entry.By, entry.Reason, entry.DataSha256, head.Hash, "");
        return unsigned with { Hash = unsigned.ComputeHash() };
    }

    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Json.Write(this with { Hash = "" }))));
}

/// <summary>The end of a stream's chain.</summary>
public sealed record AuditHead(int Sequence, string Hash)
{
    public static AuditHead Empty { get; } = new(0, AuditEvent.Genesis);
}

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
}
