using System.Text.Json.Serialization;

namespace ACip.Workflows.Reporting;

/// <summary>What comes next in a report's life. Pure: the same file at the same instant gives the same step.</summary>
public static class ReportRules
{
    public static ReportStepKind Next(ReportFile report, DateTimeOffset now) => report.State switch
    {
        ReportState.NotDue => now >= report.Period.Opens ? ReportStepKind.Open : ReportStepKind.WaitToOpen,
        ReportState.Open or ReportState.Returned => now >= report.Period.Locks ? ReportStepKind.Miss : ReportStepKind.AskCoordinator,
        ReportState.Submitted => ReportStepKind.AskReviewer,
        ReportState.Accepted => now >= report.Period.Locks ? ReportStepKind.Lock : ReportStepKind.WaitToLock,
        _ => ReportStepKind.End,
    };

    /// <summary>Items that have neither a value nor a reason.</summary>
    public static IReadOnlyList<string> Unanswered(ReportFile report, IEnumerable<string> items) =>
        [.. items.Where(item => !report.Entries.ContainsKey(item))];
}

[JsonConverter(typeof(JsonStringEnumConverter<ReportStepKind>))]
public enum ReportStepKind { WaitToOpen, Open, AskCoordinator, AskReviewer, WaitToLock, Lock, Miss, End }
