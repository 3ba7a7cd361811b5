using System.Text.Json.Serialization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Reporting;

/// <summary>One quarterly report: what it asks for, what has been said so far, and what was decided.</summary>
/// <param name="PlanVersion">The version of the plan whose items it asks for.</param>
/// <param name="Entries">What stands in it now, by code of the item.</param>
/// <param name="Submissions">Each time it was handed in, and what was decided on that; all are kept.</param>
/// <param name="NoticeKey">The mail that tells of the last decision; null while there is none.</param>
/// <param name="Due">Begins as the period's; an officer may extend it.</param>
public sealed record ReportFile(
    PlanId Plan,
    AdministrationId Administration,
    ReportingPeriod Period,
    int PlanVersion,
    ReportState State,
    DateTimeOffset Due,
    IReadOnlyDictionary<string, ReportEntry> Entries,
    IReadOnlyDictionary<ReportSection, string> Narratives,
    IReadOnlyList<ReportSubmission> Submissions,
    string? NoticeKey = null)
{
    public static string InstanceIdOf(PlanId plan, string period) => $"report:{plan}:{period}";

    public static ReportFile NotDue(PlanId plan, AdministrationId administration, ReportingPeriod period, int planVersion) =>
        new(plan, administration, period, planVersion, ReportState.NotDue, period.Due, new Dictionary<string, ReportEntry>(), new Dictionary<ReportSection, string>(), []);

    /// <summary>The round under way: the first is 1, and each return begins the next.</summary>
    public int Round => Submissions.Count(submission => submission.Decision is { Accepted: false }) + 1;

    public bool IsOverdue(DateTimeOffset now) => now > Due && State is ReportState.Open or ReportState.Returned;

    public bool TakesAnswers => State is ReportState.Open or ReportState.Returned or ReportState.Submitted;
}

/// <summary>What was said about one item, not yet accepted.</summary>
/// <param name="Groups">Values by group's word.</param>
/// <param name="AsWritten">The line as the person wrote it, for the reviewer.</param>
/// <param name="Source">Where it came from: "mail:{key}", "page:{key}" or "api:{key}".</param>
public sealed record ReportEntry(
    string Item,
    decimal? Value,
    bool? Reached,
    DateOnly? Date,
    string? Narrative,
    string? MissingReason,
    IReadOnlyDictionary<string, decimal> Groups,
    IReadOnlyList<string> EvidenceSha256,
    PersonId By,
    DateTimeOffset At,
    string Source,
    string AsWritten);

/// <param name="NilReason">There is nothing to report, and why.</param>
public sealed record ReportSubmission(int Number, PersonId By, DateTimeOffset At, string Source, string? NilReason = null, ReviewDecision? Decision = null);

/// <param name="Reason">Always there when sent back.</param>
/// <param name="Items">Reasons by code of the item they concern.</param>
public sealed record ReviewDecision(bool Accepted, PersonId By, DateTimeOffset At, string? Reason, IReadOnlyDictionary<string, string> Items);

[JsonConverter(typeof(JsonStringEnumConverter<ReportSection>))]
public enum ReportSection
{
    Progress,
    CollectiveAction,
    PerformanceMeasurement,
    DataAnalysis,
    Challenges,
    Lessons,
    ParallelReforms,
    CrossCuttingThemes,
    NextSteps,
}
