using DurableTask.Core;
using DurableTask.Core.Command;
using DurableTask.Core.History;
using static Microsoft.DurableTask.Protobuf.OrchestratorAction;
using P = Microsoft.DurableTask.Protobuf;

namespace ACip.Tests.Parity.Engine;

/// <summary>What the worker asks for after a turn, in the engine's words.</summary>
internal static class WireActions
{
    public static OrchestratorAction Of(P.OrchestratorAction asked, Calendar calendar) =>
        asked.OrchestratorActionTypeCase switch
        {
            OrchestratorActionTypeOneofCase.ScheduleTask => new ScheduleTaskOrchestratorAction
            {
                Id = asked.Id,
                Name = asked.ScheduleTask.Name,
                Version = asked.ScheduleTask.Version,
                Input = asked.ScheduleTask.Input,
            },
            OrchestratorActionTypeOneofCase.CreateSubOrchestration => new CreateSubOrchestrationAction
            {
                Id = asked.Id,
                Name = asked.CreateSubOrchestration.Name,
                Version = asked.CreateSubOrchestration.Version,
                InstanceId = asked.CreateSubOrchestration.InstanceId,
                Input = asked.CreateSubOrchestration.Input,
            },
            OrchestratorActionTypeOneofCase.CreateTimer => new CreateTimerOrchestratorAction
            {
                Id = asked.Id,
                FireAt = calendar.Due(asked.CreateTimer.FireAt.ToDateTime()),
            },
            OrchestratorActionTypeOneofCase.SendEvent => new SendEventOrchestratorAction
            {
                Id = asked.Id,
                Instance = new OrchestrationInstance
                {
                    InstanceId = asked.SendEvent.Instance.InstanceId,
                    ExecutionId = asked.SendEvent.Instance.ExecutionId,
                },
                EventName = asked.SendEvent.Name,
                EventData = asked.SendEvent.Data,
            },
            OrchestratorActionTypeOneofCase.CompleteOrchestration => Completion(asked.Id, asked.CompleteOrchestration),
            _ => throw new NotSupportedException($"An action of the kind {asked.OrchestratorActionTypeCase} is not known."),
        };

    private static OrchestrationCompleteOrchestratorAction Completion(int id, P.CompleteOrchestrationAction asked)
    {
        var completion = new OrchestrationCompleteOrchestratorAction
        {
            Id = id,
            OrchestrationStatus = (OrchestrationStatus)asked.OrchestrationStatus,
            Result = asked.Result,
            Details = asked.Details,
            FailureDetails = WireFailures.Of(asked.FailureDetails),
            NewVersion = asked.NewVersion,
        };
        foreach (P.HistoryEvent carried in asked.CarryoverEvents.Where(one => one.EventRaised is not null))
        {
            completion.CarryoverEvents.Add(
                new EventRaisedEvent(carried.EventId, carried.EventRaised.Input) { Name = carried.EventRaised.Name }
            );
        }

        return completion;
    }
}
