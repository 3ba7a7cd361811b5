using ACip.Local.Durable.History;
using ACip.Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable;

using Engine;

/// <content>Sub-orchestrations: the child's own row names the step that awaits it, so that a start and an answer can be repeated.</content>
public sealed partial class DurableEngine
{
    private async Task StartChildAsync(InstanceState parent, HistoryEvent action)
    {
        using Work work = Begin();
        await Task.Yield();
        try
        {
            await EnsureChildAsync(parent, action);
        }
        catch (Exception) when (abandoned.IsCancellationRequested)
        {
            // the next engine starts it
        }
    }

    /// <summary>Starts the child unless this very step has started it before; tells what has become of it.</summary>
    private async Task EnsureChildAsync(InstanceState parent, HistoryEvent action)
    {
        var awaited = new ParentAction(parent.Name, parent.InstanceId, parent.Execution, action.Id);
        var child = new NewInstance(action.InstanceId!, action.Name!, action.Version, action.Data, null, new Dictionary<string, string>());
        if (await InsistAsync(parent.InstanceId, cancellation => CreateAsync(child, awaited, cancellation)) || Find(child.InstanceId) is not { State: var stands })
        {
            return;
        }

        if (stands.Parent == awaited)
        {
            if (stands.IsFinished)
            {
                TellParent(stands);
            }
        }
        else
        {
            var taken = new TaskFailureDetails(typeof(InvalidOperationException).FullName!, $"An instance with the id '{child.InstanceId}' is already {stands.Status}.", null, null, null);
            Answer(awaited, new HistoryEvent(HistoryKind.SubOrchestrationFailed, action.Id, Failure: taken));
        }
    }

    private void TellParent(InstanceState child)
    {
        if (child.Parent is { } awaited)
        {
            Answer(awaited, child.Status == OrchestrationRuntimeStatus.Completed
                ? new HistoryEvent(HistoryKind.SubOrchestrationCompleted, awaited.Action, Data: child.Output)
                : new HistoryEvent(HistoryKind.SubOrchestrationFailed, awaited.Action, Failure: child.Failure ?? Terminated(child)));
        }
    }

    private void Answer(ParentAction awaited, HistoryEvent ended)
    {
        if (Find(awaited.InstanceId) is { State.IsFinished: false } parent)
        {
            Deliver(parent, new InboxItem(ended, awaited.Execution));
        }
    }

    private static TaskFailureDetails Terminated(InstanceState child) =>
        new(typeof(OperationCanceledException).FullName!, $"Instance '{child.InstanceId}' was terminated.", null, null, null);
}
