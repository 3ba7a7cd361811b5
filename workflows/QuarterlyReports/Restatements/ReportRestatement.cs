using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>A change of figures after the lock: proposed with a reason, in force once approved. Both values are kept and shown.</summary>
/// <param name="Number">1, 2, … within the report.</param>
public sealed record ReportRestatement(
    PlanId Plan,
    PeriodKey Period,
    int Number,
    IReadOnlyList<RestatedItem> Items,
    string Reason,
    PersonId By,
    DateTimeOffset At,
    ReviewDecision? Decision = null
)
{
    /// <summary>Period and number: the key within the stream, and the subject of its task.</summary>
    [JsonIgnore]
    public TaskSubject Subject => TaskSubject.From(Period, Number);
}

/// <param name="Was">What was accepted before; null where there was a gap.</param>
/// <param name="Restates">Id of the observation that it replaces; null where there was none.</param>
public sealed record RestatedItem(string Item, decimal? Was, string? Restates, ReportEntry Now);

/// <summary>Identifies a restatement in workflow inputs.</summary>
public sealed record RestatementRef(PlanId Plan, PeriodKey Period, int Number)
{
    [JsonIgnore]
    public StreamId Stream => StreamId.Of(Plan);

    [JsonIgnore]
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"restatement:{Plan}:{Period}:{Number}");

    [JsonIgnore]
    public string RowKey => ReportRows.RestatementKey(TaskSubject.From(Period, Number));

    [JsonIgnore]
    public TaskRef Task => new(Stream, new TaskId(string.Create(CultureInfo.InvariantCulture, $"{Plan}-restate-{Period}-n{Number}")));
}

/// <param name="Start">The workflow to start for it; null where nothing was recorded.</param>
public sealed record RestatementProposed(CommandResult Result, RestatementRef? Start);

/// <summary>Starts the review of a restatement that is in the table. If this call is lost, the daily reconciliation starts it.</summary>
public static class RestatementBegin
{
    public static Task BeginAsync(this DurableTaskClient workflows, RestatementProposed proposed, CancellationToken cancellation) =>
        proposed.Start is { } start
            ? workflows.StartOnceAsync(nameof(RestatementReview), start, start.InstanceId, cancellation)
            : Task.CompletedTask;
}
