using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;
using static Microsoft.DurableTask.Protobuf.HistoryEvent;

namespace FunctionsSimulator.Durable.Engine;

/// <content>One turn: take what has come in, run the orchestrator, commit, and only then set going what it asked for.</content>
internal sealed partial class DurableEngine
{
    /// <summary>Leaves room in the transaction for the turn that follows.</summary>
    private const int MostInDraft = 10;

    /// <summary>What a property of a table holds. Microsoft's engine writes the status as it is: with a longer one, the instance stands
    /// still for ever.</summary>
    private const int MostCustomStatus = 32 * 1024;

    /// <summary>How often an instance may continue as new before that is stored: one that never waits must not grow for ever in
    /// memory.</summary>
    private const int MostPasses = 8;

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
            } while (await RunTurnAsync(instance));
        }
        catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
        {
            // what this turn would have done, the next engine does
        }
        catch (Exception) when (instance.First is { Ended.IsFaulted: true })
        {
            // storage did not take the start: whoever asked for it is told
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
            InstanceState state = instance.Current;
            bool mayRun =
                !state.IsFinished
                && state.Status != OrchestrationStatus.Suspended
                && !instance.IsGone
                && (state.Turns > 0 || state.StartAt is not { } at || at <= Now);
            IReadOnlyList<InboxItem> items = instance.Take(InstanceStore.MaxReadsATurn, mayRun);
            if (items.Count == 0)
            {
                return false;
            }

            InboxItem[] current = [.. items.Where(item => item.Execution is null || item.Execution == state.Execution)];
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

    /// <returns>False where somebody else has written.</returns>
    private async Task<bool> RunTurnAsync(Instance instance, IReadOnlyList<InboxItem> items)
    {
        instance.Turns ??=
        [
            .. await InsistAsync(
                instance.Id,
                async cancellation => (await store.ReadAsync(instance.Id, withTurns: false, cancellation))?.Turns ?? []
            ),
        ];
        InstanceState before = instance.State;
        Draft draft = (instance.Draft ?? Draft.Of(before)).WithRead(items);
        IReadOnlyList<HistoryEvent> events = [.. items.SelectMany(item => item.Events)];
        for (int passes = 1; ; passes++)
        {
            HistoryEvent[] history =
            [
                .. (draft.State.Generation == before.Generation ? instance.Turns : []).Concat(draft.Turns).SelectMany(turn => turn),
            ];
            InstanceState state = draft.State;
            Turn turn = await AskAsync(instance, state, history, events);
            DateTimeOffset now = Now;
            IReadOnlyList<HistoryEvent> turnEvents = turn.Events(now);
            IReadOnlyList<HistoryEvent> outstanding = HistoryEvents.Outstanding(history.Concat(turnEvents));
            await SendAsync(state, turn);
            if (turn.End is not { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew } again)
            {
                draft = draft.WithTurn(After(state, turn, now), turnEvents);
                Record(instance, before, draft, state, turn);
                bool isAlone = draft.Turns.Count == 1 && draft.State.CustomStatus == before.CustomStatus;
                return await EndTurnAsync(instance, draft, turn, outstanding, MayWait(items, turn, isAlone));
            }

            Record(instance, before, draft.WithTurn(state, turnEvents), state, turn);
            draft = draft.WithNextExecution(Next(state, again, turn, now));
            events = HandedOver(state, turn, again);
            if (passes == MostPasses)
            {
                return await PauseAsync(instance, draft, events);
            }
        }
    }

    /// <summary>Has the worker run the orchestrator, and sends it the history where it does not remember the instance.</summary>
    private async Task<Turn> AskAsync(Instance instance, InstanceState state, HistoryEvent[] history, IReadOnlyList<HistoryEvent> events)
    {
        List<HistoryEvent> arrived = Turn.Arriving(state, history.Length == 0, events, Now);
        if (!worker.HasOrchestrator(state.Name))
        {
            return Turn.Failed(arrived, Failures.NoSuch("an orchestrator", state.Name));
        }

        while (true)
        {
            bool remembers = !options.WholeHistories && instance.Session == state.Execution;
            OrchestratorRequest request = TurnRequest.Of(state, remembers ? null : history, arrived, options);
            try
            {
                OrchestratorResponse response = await worker.RunTurnAsync(state.Name, request, state.Trace, abandoned.Token);
                instance.Session = response.RequiresHistory ? null : state.Execution;
                if (response.CustomStatus is { Length: > MostCustomStatus } status)
                {
                    instance.Session = null;
                    return Turn.Failed(
                        arrived,
                        Failures.Of(
                            typeof(InvalidOperationException).FullName!,
                            $"A custom status has at most {MostCustomStatus} characters; this one has {status.Length}."
                        )
                    );
                }

                if (!response.RequiresHistory)
                {
                    return Turn.Of(arrived, response, Now);
                }

                if (!remembers)
                {
                    return Turn.Failed(
                        arrived,
                        Failures.Of(typeof(InvalidOperationException).FullName!, "The worker asks for the history that it was just given.")
                    );
                }
            }
            catch (Protocol.WorkerGoneException)
            {
                LogWorkerGone("a turn", state.InstanceId);
                instance.Session = null;
            }
            catch (Exception failed) when (failed is TurnFailedException or NotSupportedException)
            {
                instance.Session = null;
                return Turn.Failed(arrived, Failures.Of(typeof(InvalidOperationException).FullName!, failed.Message));
            }
        }
    }

    /// <summary>Commits the turn, or keeps it for the next to be committed with.</summary>
    private async Task<bool> EndTurnAsync(Instance instance, Draft draft, Turn turn, IReadOnlyList<HistoryEvent> outstanding, bool mayWait)
    {
        if (mayWait)
        {
            instance.Draft = draft;
            Set(instance, draft.State.Execution, turn.Actions);
            return true;
        }

        return await CommitAsync(instance, draft, null) && Follow(instance, draft, turn.Actions, outstanding);
    }

    /// <summary>Stores an instance between two executions, and has it go on after whatever else waits.</summary>
    private async Task<bool> PauseAsync(Instance instance, Draft draft, IReadOnlyList<HistoryEvent> events)
    {
        HandedOn? handedOn = events.Count == 0 ? null : new HandedOn(NextKey(), events);
        if (!await CommitAsync(instance, draft, handedOn))
        {
            return false;
        }

        string execution = draft.State.Execution;
        instance.PutFirst(
            handedOn is null ? [InboxItem.Wake(execution)] : [InboxItem.Wake(execution), InboxItem.Stored(handedOn.Key, events)]
        );
        Follow(instance, draft, [], []);
        Continue(instance);
        return true;
    }

    /// <summary>A turn that only begins activities is not worth a transaction of its own: activities run more than once anyway, and what
    /// they give stores it. Whoever started the instance is told when it is stored, and not before.</summary>
    /// <remarks>The Azure Storage backend, too, queues an activity before it saves the history that asks for it.</remarks>
    /// <param name="isAlone">True: nothing else is kept, and the custom status is the stored one, which the SDK tells with every
    /// turn.</param>
    private bool MayWait(IReadOnlyList<InboxItem> items, Turn turn, bool isAlone) =>
        isAlone
        && turn is { End: null, Actions.Count: > 0 }
        && turn.Actions.All(action => action.EventTypeCase == EventTypeOneofCase.TaskScheduled)
        && items.Count <= MostInDraft
        && chaos is null
        && !options.WholeHistories
        && !stopping;

    private InstanceState After(InstanceState before, Turn turn, DateTimeOffset now)
    {
        InstanceState state = before with
        {
            Status = OrchestrationStatus.Running,
            Turns = before.Turns + 1,
            Updated = now,
            CustomStatus = turn.CustomStatus ?? before.CustomStatus,
            Commit = NextCommit(),
        };
        return turn.End is not { } end
            ? state
            : state with
            {
                Status = end.OrchestrationStatus,
                // the Azure Storage backend tells a failure as the output's text, not as failure details
                Output = end.OrchestrationStatus == OrchestrationStatus.Failed ? end.FailureDetails?.AsOutput() ?? end.Result : end.Result,
                Failure = end.FailureDetails,
            };
    }

    private InstanceState Next(InstanceState before, CompleteOrchestrationAction again, Turn turn, DateTimeOffset now) =>
        before with
        {
            Status = OrchestrationStatus.Running,
            Generation = before.Generation + 1,
            Execution = NewExecution(),
            Turns = 0,
            Updated = now,
            Input = again.Result,
            Version = again.NewVersion ?? before.Version,
            CustomStatus = turn.CustomStatus ?? before.CustomStatus,
            Tags = again.Tags.Count > 0 ? again.Tags.ToDictionary() : before.Tags,
            Commit = NextCommit(),
        };

    /// <summary>Events that the execution had and did not use: the SDK sends them to the instance itself, and carries over what came in the
    /// same turn.</summary>
    private static IReadOnlyList<HistoryEvent> HandedOver(InstanceState state, Turn turn, CompleteOrchestrationAction again) =>
        [
            .. turn
                .Actions.Where(action => SentToItself(state, action))
                .Select(action => HistoryEvents.Raised(action.Timestamp.ToDateTimeOffset(), action.EventSent.Name, action.EventSent.Input)),
            .. again.CarryoverEvents.Where(one => one.EventTypeCase == EventTypeOneofCase.EventRaised),
        ];

    private static bool SentToItself(InstanceState state, HistoryEvent action) =>
        action.EventTypeCase == EventTypeOneofCase.EventSent && action.EventSent.InstanceId == state.InstanceId;

    /// <returns>False where another process has written: memory is then set to what stands.</returns>
    private async Task<bool> CommitAsync(Instance instance, Draft draft, HandedOn? handedOn)
    {
        InstanceState before = instance.State,
            after = draft.State;
        if (instance.First is { } first)
        {
            if (!await StoreFirstAsync(instance, first, after, draft.Changes(handedOn)))
            {
                return false;
            }
        }
        else if (!await InsistAsync(instance.Id, cancellation => store.CommitAsync(before, after, draft.Changes(handedOn), cancellation)))
        {
            LogConflict(instance.Id);
            if (await InsistAsync(instance.Id, cancellation => store.ReadAsync(instance.Id, withTurns: false, cancellation)) is { } stands)
            {
                Adopt(instance, stands);
            }

            return false;
        }

        instance.State = after;
        instance.Draft = null;
        instance.Turns =
            after.IsFinished ? []
            : options.WholeHistories ? null
            : [.. after.Generation == before.Generation ? instance.Turns! : [], .. draft.Turns];
        if (after.Generation != before.Generation)
        {
            instance.DisarmAll();
        }

        return true;
    }

    /// <summary>Does, before the turn is committed, what could not be done again afterwards; if the turn then is not committed, it is
    /// repeated.</summary>
    private async Task SendAsync(InstanceState state, Turn turn)
    {
        bool again = turn.End is { OrchestrationStatus: OrchestrationStatus.ContinuedAsNew };
        foreach (
            HistoryEvent sent in turn.Actions.Where(action =>
                action.EventTypeCase == EventTypeOneofCase.EventSent && !(again && SentToItself(state, action))
            )
        )
        {
            EventSentEvent what = sent.EventSent;
            await InsistAsync(state.InstanceId, cancellation => SendAsync(what.InstanceId, what.Name, what.Input, cancellation));
        }
    }

    private void Record(Instance instance, InstanceState before, Draft draft, InstanceState state, Turn turn)
    {
        if (options.Record is { } folder && turn.End is { } end)
        {
            folder.Keep(state, end, [.. (draft.State.Generation == before.Generation ? instance.Turns! : []).Concat(draft.Turns)]);
        }
    }
}
