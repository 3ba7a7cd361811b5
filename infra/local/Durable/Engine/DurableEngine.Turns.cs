using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable;

using Engine;
using Replay;

/// <content>One turn: take what has come in, run the orchestrator, commit, and only then set going what it asked for.</content>
public sealed partial class DurableEngine
{
    /// <summary>Leaves room in the transaction for the turn that follows.</summary>
    private const int MostInUnstored = 10;

    private async Task RunTurnsAsync(Instance instance)
    {
        using Work work = Begin();
        await Task.Yield();
        try
        {
            do
            {
                if (chaos is not null)
                {
                    await chaos.LingerAsync();
                }
            }
            while (await RunTurnAsync(instance));
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            // what this turn would have done, the next engine does
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            LogBroken(error, instance.Id);
        }
    }

    /// <returns>False where there is nothing to do, or nothing may be done.</returns>
    private async Task<bool> RunTurnAsync(Instance instance)
    {
        await instance.Turn.WaitAsync(abandoned.Token);
        try
        {
            InstanceState state = instance.State;
            bool mayRun = !state.IsFinished && state.Status != OrchestrationRuntimeStatus.Suspended && !instance.IsGone
                && (state.Turns > 0 || state.StartAt is not { } at || at <= Now);
            IReadOnlyList<InboxItem> items = instance.Take(InstanceStore.MaxEventsATurn, mayRun);
            if (items.Count == 0)
            {
                return false;
            }

            InboxItem[] current = [.. items.Where(i => i.Execution is null || i.Execution == state.Execution)];
            if (current.Length > 0)
            {
                await RunTurnAsync(instance, current);
            }

            return true;
        }
        finally
        {
            instance.Turn.Release();
        }
    }

    /// <param name="first">Commits the turn of an instance that is not stored yet; null for any other.</param>
    /// <returns>False where somebody else has written.</returns>
    private async Task<bool> RunTurnAsync(Instance instance, IReadOnlyList<InboxItem> items, Func<InstanceState, IReadOnlyList<HistoryEvent>?, Task<bool>>? first = null)
    {
        instance.Turns ??= await InsistAsync(instance.Id, async cancellation =>
            (await store.ReadAsync(instance.Id, withTurns: false, cancellation))?.Turns ?? []);
        InstanceState before = instance.State;
        DateTimeOffset now = Now;
        List<HistoryEvent> turn = [new(HistoryKind.TurnStarted, At: now), .. items.Select(i => i.Event).Where(e => e.Kind != HistoryKind.None)];
        IReadOnlyList<IReadOnlyList<HistoryEvent>> history = instance.Unstored is { } unstored ? [.. instance.Turns, unstored.Events] : instance.Turns;
        ReplayResult result = items.Any(i => i.LeftThread)
            ? ReplayResult.Failed(new LeftOrchestratorThreadException(before.Name))
            : Replay(before, history, turn, () => Deliver(instance, InboxItem.Left(before.Execution)));
        turn.AddRange(result.Actions);
        HistoryEvent[] outstanding = [.. history.Append(turn).SelectMany(t => t).Where(e => e.IsAction && result.Outstanding.Contains(e.Id))];

        if (first is null && instance.Unstored is null && OnlyBeginsActivities(result, items))
        {
            instance.Unstored = new UnstoredTurn(turn, [.. items.Where(i => i.Key is not null).Select(i => i.Key!)]);
            instance.Disarm(result.Outstanding.Contains);
            Set(instance, before.Execution, outstanding.Where(result.Actions.Contains));
            return true;
        }

        await SendAsync(before, result, outstanding);
        IReadOnlyList<IReadOnlyList<HistoryEvent>> turns = [.. history.Skip(instance.Turns.Count), turn];
        InstanceState after = After(before, turns.Count, result, outstanding, now);
        bool next = after.Generation != before.Generation;
        IReadOnlyList<HistoryEvent> handedOn = result.Next is { PreserveUnprocessedEvents: true } && next ? result.Unprocessed : [];
        if (!await (first is null ? CommitAsync(instance, before, after, next ? [] : turns, items, handedOn) : first(after, next ? null : turn)))
        {
            return false;
        }

        instance.State = after;
        instance.Turns.AddRange(turns);
        instance.Unstored = null;
        if (next || after.IsFinished)
        {
            options.Record?.Keep(before, result, instance.Turns);
            instance.Turns = [];
        }
        else if (options.ReplayFromScratch)
        {
            instance.Turns = null;
        }

        Follow(instance, before.Execution, result, outstanding, handedOn);
        return true;
    }

    /// <summary>Such a turn is not worth a transaction of its own: activities run more than once anyway, and what they give stores it.</summary>
    /// <remarks>The Azure Storage backend, too, queues an activity before it saves the history that asks for it.</remarks>
    private bool OnlyBeginsActivities(ReplayResult result, IReadOnlyList<InboxItem> items) =>
        result is { Outcome: ReplayOutcome.Waiting, CustomStatusWasSet: false, Actions.Count: > 0 } && result.Actions.All(action => action.Kind == HistoryKind.TaskScheduled)
        && items.Count <= MostInUnstored && chaos is null && !options.ReplayFromScratch && !stopping;

    private InstanceState After(InstanceState before, int turns, ReplayResult result, HistoryEvent[] outstanding, DateTimeOffset now)
    {
        InstanceState state = before with
        {
            Status = OrchestrationRuntimeStatus.Running,
            Turns = before.Turns + turns,
            Updated = now,
            CustomStatus = result.CustomStatusWasSet ? result.CustomStatus : before.CustomStatus,
            Commit = NextCommit(),
        };
        if (result.Outcome == ReplayOutcome.Waiting)
        {
            return state;
        }

        state = state with { Loose = [.. before.Loose, .. outstanding.Where(a => a.Kind == HistoryKind.TaskScheduled).Select(a => new LooseActivity(before.Execution, a))] };
        return result.Outcome switch
        {
            ReplayOutcome.Completed => state with { Status = OrchestrationRuntimeStatus.Completed, Output = result.Output },
            // the Azure Storage backend tells a failure as the output's text, not as FailureDetails
            ReplayOutcome.Failed => state with { Status = OrchestrationRuntimeStatus.Failed, Output = result.Failure!.ToString(), Failure = result.Failure },
            _ => state with
            {
                Generation = before.Generation + 1,
                Execution = NewExecution(),
                Turns = 0,
                Input = result.Next!.Input,
                Version = result.Next.Version ?? before.Version,
            },
        };
    }

    /// <returns>False where another process has written: memory is then set to what stands.</returns>
    private async Task<bool> CommitAsync(Instance instance, InstanceState before, InstanceState after, IReadOnlyList<IReadOnlyList<HistoryEvent>> turns, IReadOnlyList<InboxItem> items, IReadOnlyList<HistoryEvent> handedOn)
    {
        // what is handed on and was read just now stays where it is
        HashSet<string> read = [.. instance.Unstored?.Read ?? [], .. items.Where(i => i.Key is not null).Select(i => i.Key!)];
        HistoryEvent[] again = [.. handedOn.Where(e => !read.Contains(e.Key!))];
        read.ExceptWith(handedOn.Select(e => e.Key!));
        if (await InsistAsync(instance.Id, cancellation => store.CommitAsync(before, after, turns, read, again, cancellation)))
        {
            return true;
        }

        LogConflict(instance.Id);
        if (await InsistAsync(instance.Id, cancellation => store.ReadAsync(instance.Id, withTurns: false, cancellation)) is { } stands)
        {
            Adopt(instance, stands);
        }

        return false;
    }

    /// <summary>Does, before the turn is committed, what could not be done again afterwards; if the turn then is not committed, it is repeated.</summary>
    private async Task SendAsync(InstanceState state, ReplayResult result, HistoryEvent[] outstanding)
    {
        foreach (HistoryEvent sent in result.Actions.Where(a => a.Kind == HistoryKind.EventSent))
        {
            await InsistAsync(state.InstanceId, cancellation => RaiseAsync(sent.InstanceId!, sent.Name!, sent.Data, cancellation));
        }

        // a finished generation is not taken up again: the sub-orchestrations that it leaves to themselves must stand before
        foreach (HistoryEvent child in outstanding.Where(a => result.Outcome != ReplayOutcome.Waiting && a.Kind == HistoryKind.SubOrchestrationCreated))
        {
            await EnsureChildAsync(state, child);
        }
    }

    private ReplayResult Replay(InstanceState state, IEnumerable<IReadOnlyList<HistoryEvent>> turns, IReadOnlyList<HistoryEvent>? next, Action leftLater)
    {
        if (!functions.Orchestrators.TryGetValue(state.Name, out OrchestratorFunction? function))
        {
            return ReplayResult.Failed(new InvalidOperationException($"There is no orchestrator named '{state.Name}'."));
        }

        var facts = new InstanceFacts(state.InstanceId, state.Execution, state.Name, state.Version, state.Input,
            state.Parent is { } parent ? new(parent.Name, parent.InstanceId) : null, options.DefaultVersion);
        return OrchestratorReplay.Run(function, facts, turns, next, options.DataConverter, loggers, leftLater);
    }
}
