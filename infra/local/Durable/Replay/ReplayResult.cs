using ACip.Local.Durable.History;
using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>How the instance stands after a turn.</summary>
/// <param name="Actions">What the last turn asked for.</param>
/// <param name="Outstanding">Numbers of the actions that are still awaited.</param>
internal sealed record ReplayResult(
    ReplayOutcome Outcome,
    object? Output,
    TaskFailureDetails? Failure,
    ContinueAsNewOptions? NextGeneration,
    IReadOnlyList<HistoryEvent> Actions,
    IReadOnlySet<int> Outstanding,
    IReadOnlyList<(string Name, string? Payload)> Unprocessed,
    bool CustomStatusWasSet,
    string? CustomStatus)
{
    public static ReplayResult Failed(Exception error, TurnContext context) =>
        From(context, ReplayOutcome.Failed, null, TaskFailureDetails.FromException(error));

    /// <summary>Failed before it could be run.</summary>
    public static ReplayResult Failed(Exception error) =>
        new(ReplayOutcome.Failed, null, TaskFailureDetails.FromException(error), null, [], new HashSet<int>(), [], false, null);

    public static ReplayResult Of(Task<object?>? run, TurnContext context)
    {
        if (run is { IsFaulted: true } or { IsCanceled: true })
        {
            Exception error = run.Exception?.InnerException ?? new TaskCanceledException(run);
            TaskFailureDetails details = error is TaskFailedException failed
                ? TaskFailureDetails.FromException(failed) with { InnerFailure = failed.FailureDetails }
                : TaskFailureDetails.FromException(error);
            return From(context, ReplayOutcome.Failed, null, details);
        }

        if (run is { IsCompletedSuccessfully: true })
        {
            return context.NextGeneration is null
                ? From(context, ReplayOutcome.Completed, run.Result, null)
                : From(context, ReplayOutcome.ContinuedAsNew, null, null);
        }

        return From(context, ReplayOutcome.Waiting, null, null);
    }

    private static ReplayResult From(TurnContext context, ReplayOutcome outcome, object? output, TaskFailureDetails? failure) =>
        new(outcome, output, failure, context.NextGeneration, [.. context.Actions], context.Outstanding.ToHashSet(), context.Events.TakeUnprocessed(), context.CustomStatusWasSet, context.SerializedCustomStatus);
}

internal enum ReplayOutcome { Waiting, Completed, Failed, ContinuedAsNew }
