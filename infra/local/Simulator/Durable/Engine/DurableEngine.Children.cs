using FunctionsSimulator.Durable.History;
using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <content>Sub-orchestrations: the child's own row names the step that awaits it, so that a start and an answer can be repeated.</content>
internal sealed partial class DurableEngine
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
        SubOrchestrationInstanceCreatedEvent asked = action.SubOrchestrationInstanceCreated;
        var awaited = new ParentAction(parent.Name, parent.Version, parent.InstanceId, parent.Execution, action.EventId);
        var child = new NewInstance(
            asked.InstanceId,
            asked.Name,
            asked.Version,
            asked.Input,
            null,
            asked.Tags.ToDictionary(),
            asked.ParentTraceContext ?? parent.Trace
        );
        if (
            await InsistAsync(parent.InstanceId, cancellation => CreateAsync(child, awaited, cancellation))
            || Find(child.InstanceId) is not { State: var stands }
        )
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
            TaskFailureDetails taken = Failures.Of(
                typeof(InvalidOperationException).FullName!,
                $"An instance with the id '{child.InstanceId}' is already {stands.Status}."
            );
            Answer(
                awaited,
                HistoryEvents.New(
                    Now,
                    e =>
                        e.SubOrchestrationInstanceFailed = new SubOrchestrationInstanceFailedEvent
                        {
                            TaskScheduledId = action.EventId,
                            FailureDetails = taken,
                        }
                )
            );
        }
    }

    /// <remarks>A terminated child reports no details, as with Microsoft's engine: orchestrators that read them must expect that.</remarks>
    private void TellParent(InstanceState child)
    {
        if (child.Parent is { } awaited)
        {
            Answer(
                awaited,
                HistoryEvents.New(
                    Now,
                    e =>
                    {
                        if (child.Status == OrchestrationStatus.Completed)
                        {
                            e.SubOrchestrationInstanceCompleted = new SubOrchestrationInstanceCompletedEvent
                            {
                                TaskScheduledId = awaited.Action,
                                Result = child.Output,
                            };
                        }
                        else
                        {
                            e.SubOrchestrationInstanceFailed = new SubOrchestrationInstanceFailedEvent
                            {
                                TaskScheduledId = awaited.Action,
                                FailureDetails = child.Failure,
                            };
                        }
                    }
                )
            );
        }
    }

    private void Answer(ParentAction awaited, HistoryEvent ended)
    {
        if (Find(awaited.InstanceId) is { State.IsFinished: false } parent)
        {
            Deliver(parent, InboxItem.Of(ended, awaited.Execution));
        }
    }
}
