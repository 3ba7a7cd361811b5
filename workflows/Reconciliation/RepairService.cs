using System.Text.Json;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>What people can do where the platform did not do its work by itself. Each act is in the programme's chain, with its author,
/// before it is done.</summary>
/// <remarks>All of it is what the daily reconciliation would do later: the tables say what remains, so nothing is done twice.</remarks>
public sealed class RepairService(ProgrammeTable table, ResendService resend, ReconciliationService reconciliation)
{
    /// <summary>Sends all mail that waits.</summary>
    /// <param name="by">Null: an operator who is known by the function key alone.</param>
    /// <returns>How many mails were handed over.</returns>
    public async Task<int> SendWaitingAsync(PersonId? by, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await NoteAsync("send", by, cancellation);
        return await resend.WaitingAsync(workflows, cancellation);
    }

    /// <summary>Runs the daily reconciliation now.</summary>
    /// <param name="by">Null: an operator who is known by the function key alone.</param>
    public async Task CheckAsync(PersonId? by, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await NoteAsync("check", by, cancellation);
        await reconciliation.RunAsync(late: true, workflows, cancellation);
    }

    /// <summary>Restarts a failed workflow with its original input. One that has not failed is left alone.</summary>
    public async Task RetryAsync(string instance, PersonId by, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (
            await workflows.GetInstanceAsync(instance, getInputsAndOutputs: true, cancellation) is
            { RuntimeStatus: OrchestrationRuntimeStatus.Failed } failed
        )
        {
            await NoteAsync($"retry {instance}", by, cancellation);
            JsonElement? input = failed.SerializedInput is { } said ? JsonSerializer.Deserialize<JsonElement>(said) : null;
            await workflows.StartAgainAsync(failed.Name, input, instance, cancellation);
        }
    }

    private Task<bool> NoteAsync(string act, PersonId? by, CancellationToken cancellation) =>
        table.DecideAsync(
            () =>
                Task.FromResult(
                    ((UnitOfWork?)new UnitOfWork(StreamId.Programme).Record(new AuditEntry(AuditKind.RepairAsked, act, by)), true)
                ),
            cancellation
        );
}
