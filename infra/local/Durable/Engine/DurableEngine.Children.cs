using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable;

using Engine;

/// <content>Sub-orchestrations: the child's own row names the step that awaits it, so that a start and an answer can be repeated.</content>
public sealed partial class DurableEngine
{
    private async Task StartChildAsync(Instance parent, HistoryEvent action, int generation)
    {
        using IDisposable work = busy.Begin();
        Interlocked.Increment(ref running);
        try
        {
            await Task.Yield();
            var awaited = new ParentAction(parent.State.Name, parent.Id, generation, action.Id);
            if (await CreateAsync(action.InstanceId!, action.Name!, action.Version, action.Data, null, awaited, new Dictionary<string, string>(), CancellationToken.None, keepFinishedFor: awaited))
            {
                return;
            }

            Instance stands = instances[action.InstanceId!];
            if (stands.State.Parent != awaited)
            {
                var taken = new TaskFailureDetails(typeof(InvalidOperationException).FullName!, $"An instance with the id '{action.InstanceId}' is already {stands.State.Status}.", null, null, null);
                Deliver(parent, new InboxItem(new HistoryEvent(HistoryKind.SubOrchestrationFailed, action.Id, Failure: taken), Generation: generation));
            }
            else if (stands.State.IsFinished)
            {
                TellParent(stands, null);
            }
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private void TellParent(Instance child, TaskFailureDetails? failure)
    {
        if (child.State.Parent is not { } awaited || Find(awaited.InstanceId) is not { State.IsFinished: false } parent)
        {
            return;
        }

        InstanceState state = child.State;
        HistoryEvent ended = state.Status == OrchestrationRuntimeStatus.Completed
            ? new HistoryEvent(HistoryKind.SubOrchestrationCompleted, awaited.Action, Data: state.Output)
            : new HistoryEvent(HistoryKind.SubOrchestrationFailed, awaited.Action, Failure: failure ?? Told(state));
        Deliver(parent, new InboxItem(ended, Generation: awaited.Generation));
    }

    private static TaskFailureDetails Told(InstanceState state)
    {
        string[] told = (state.Output ?? "").Split(": ", 2);
        return state.Status == OrchestrationRuntimeStatus.Failed && told.Length == 2
            ? new TaskFailureDetails(told[0], told[1], null, null, null)
            : new TaskFailureDetails(typeof(OperationCanceledException).FullName!, $"Instance '{state.InstanceId}' was terminated.", null, null, null);
    }
}
