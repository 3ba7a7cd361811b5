using ACip.Local.Durable.History;
using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>How the instance stands after a turn.</summary>
/// <param name="Actions">What the last turn asked for.</param>
/// <param name="Outstanding">Numbers of the actions that are still awaited.</param>
/// <param name="Unprocessed">Events that nobody has waited for.</param>
internal sealed record ReplayResult(
    ReplayOutcome Outcome,
    string? Output,
    TaskFailureDetails? Failure,
    NextGeneration? Next,
    IReadOnlyList<HistoryEvent> Actions,
    IReadOnlySet<int> Outstanding,
    IReadOnlyList<HistoryEvent> Unprocessed,
    bool CustomStatusWasSet,
    string? CustomStatus)
{
    /// <summary>Broken: whatever it has asked for is not done.</summary>
    public static ReplayResult Failed(Exception error) =>
        new(ReplayOutcome.Failed, null, TaskFailureDetails.FromException(error), null, [], new HashSet<int>(), [], false, null);

    public static ReplayResult Of(Task<string?>? run, TurnContext context)
    {
        if (run is { IsFaulted: true } or { IsCanceled: true })
        {
            Exception error = run.Exception?.InnerException ?? new TaskCanceledException(run);
            TaskFailureDetails details = TaskFailureDetails.FromException(error);
            return From(context, ReplayOutcome.Failed, null, error is TaskFailedException failed ? details with { InnerFailure = failed.FailureDetails } : details);
        }

        if (run is { IsCompletedSuccessfully: true })
        {
            return context.Next is null
                ? From(context, ReplayOutcome.Completed, run.Result, null)
                : From(context, ReplayOutcome.ContinuedAsNew, null, null);
        }

        return From(context, ReplayOutcome.Waiting, null, null);
    }

    private static ReplayResult From(TurnContext context, ReplayOutcome outcome, string? output, TaskFailureDetails? failure) =>
        new(outcome, output, failure, context.Next, [.. context.Actions], context.Outstanding.ToHashSet(), [.. context.Events.Unprocessed], context.CustomStatusWasSet, context.SerializedCustomStatus);
}

internal enum ReplayOutcome { Waiting, Completed, Failed, ContinuedAsNew }

/// <param name="Version">Null: the same.</param>
internal sealed record NextGeneration(string? Input, string? Version, bool PreserveUnprocessedEvents);
