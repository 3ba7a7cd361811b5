using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Middleware;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Protocol;
using Google.Protobuf.WellKnownTypes;
using P = Microsoft.DurableTask.Protobuf;

namespace ACip.Tests.Parity.Engine;

/// <summary>
/// Stands in the dispatchers of Microsoft's engine and has the worker do the work, through the simulator's end of the worker protocol:
/// the part that the Durable extension's out-of-process middleware has in the Functions host.
/// </summary>
internal sealed class WorkerMiddleware(IDurableWorker worker, DurableOptions options, Calendar calendar)
{
    /// <summary>As the extension's default, in real time.</summary>
    private const int SessionSeconds = 30;

    public async Task OrchestrateAsync(DispatchMiddlewareContext dispatch, Func<Task> next)
    {
        OrchestrationRuntimeState state = dispatch.GetProperty<OrchestrationRuntimeState>();
        if (!worker.HasOrchestrator(state.Name))
        {
            dispatch.SetProperty(
                OrchestratorExecutionResult.ForFailure(
                    $"The function '{state.Name}' doesn't exist, is disabled, or is not an orchestrator function.",
                    details: null
                )
            );
            return;
        }

        WorkItemMetadata session = dispatch.GetProperty<WorkItemMetadata>();
        OrchestratorExecutionResult result;
        try
        {
            P.OrchestratorResponse answer = await worker.RunTurnAsync(state.Name, Request(state, session), null, CancellationToken.None);
            if (answer.RequiresHistory)
            {
                throw new SessionAbortedException("The worker has forgotten the session.");
            }

            result = new OrchestratorExecutionResult
            {
                Actions = [.. answer.Actions.Select(action => WireActions.Of(action, calendar))],
                CustomStatus = answer.CustomStatus,
            };
        }
        catch (TurnFailedException failed)
        {
            result = OrchestratorExecutionResult.ForFailure($"Function '{state.Name}' failed with an unhandled exception.", failed);
        }
        catch (WorkerGoneException gone)
        {
            throw new SessionAbortedException(gone.Message, gone);
        }

        dispatch.SetProperty(result);
    }

    public async Task ActAsync(DispatchMiddlewareContext dispatch, Func<Task> next)
    {
        TaskScheduledEvent scheduled = dispatch.GetProperty<TaskScheduledEvent>();
        string name = scheduled.Name!;
        dispatch.SetProperty(
            new ActivityExecutionResult
            {
                ResponseEvent = worker.HasActivity(name)
                    ? await RunAsync(dispatch.GetProperty<OrchestrationInstance>(), scheduled, name)
                    : Missing(scheduled, name),
            }
        );
    }

    private static TaskFailedEvent Missing(TaskScheduledEvent scheduled, string name) =>
        new(-1, scheduled.EventId, $"The function '{name}' doesn't exist, is disabled, or is not an activity function.", details: null);

    private async Task<HistoryEvent> RunAsync(OrchestrationInstance instance, TaskScheduledEvent scheduled, string name)
    {
        try
        {
            ActivityAnswer answer = await worker.RunActivityAsync(
                instance.InstanceId,
                new P.TaskScheduledEvent
                {
                    Name = name,
                    Version = scheduled.Version,
                    Input = scheduled.Input,
                },
                null,
                CancellationToken.None
            );
            return answer.Failure is { } failure
                ? new TaskFailedEvent(
                    -1,
                    scheduled.EventId,
                    $"Function '{name}' failed with an unhandled exception.",
                    null,
                    WireFailures.Of(failure)
                )
                : new TaskCompletedEvent(-1, scheduled.EventId, answer.Result);
        }
        catch (WorkerGoneException gone)
        {
            throw new SessionAbortedException(gone.Message, gone);
        }
    }

    private P.OrchestratorRequest Request(OrchestrationRuntimeState state, WorkItemMetadata session)
    {
        var request = new P.OrchestratorRequest
        {
            InstanceId = state.OrchestrationInstance!.InstanceId,
            ExecutionId = state.OrchestrationInstance.ExecutionId,
        };
        request.PastEvents.AddRange(session.IncludeState ? state.PastEvents.Select(one => WireEvents.Of(one, calendar)) : []);
        request.NewEvents.AddRange(state.NewEvents.Select(one => WireEvents.Of(one, calendar)));
        if (options.DefaultVersion is { } version)
        {
            request.Properties["defaultVersion"] = Value.ForString(version);
        }

        if (session.IsExtendedSession)
        {
            request.Properties["IsExtendedSession"] = Value.ForBool(true);
            request.Properties["ExtendedSessionIdleTimeoutInSeconds"] = Value.ForNumber(SessionSeconds);
            request.Properties["IncludeState"] = Value.ForBool(session.IncludeState);
        }

        return request;
    }
}
