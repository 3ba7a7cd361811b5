namespace ACip.Local.Durable.Replay;

/// <summary>The code asked for something else than its history says.</summary>
public sealed class NonDeterministicOrchestrationException(string message) : Exception(message);

/// <summary>The orchestrator awaited something that is not its context's: the genuine host would hang without a word.</summary>
public sealed class LeftOrchestratorThreadException(string orchestrator) : Exception(
    $"Orchestrator '{orchestrator}' left its thread: it awaited something other than its context's tasks (Task.Delay, Task.Run, CancelAsync, ConfigureAwait(false), input or output). "
    + "On the genuine host the instance would hang for ever. Move it into an activity, or use context.CreateTimer and Cancel().");
