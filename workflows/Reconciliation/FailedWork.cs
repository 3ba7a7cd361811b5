using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Orchestration;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Failed workflows that no other check has repaired. Received mail is processed again, because nobody would resend it; the rest
/// is listed for a person.</summary>
public sealed class FailedWork(TimeProvider clock)
{
    internal const string Rule = "instance-failed";

    private const string MailRule = "mail-failed",
        MailPrefix = "mail:";

    /// <summary>What storage holds about an instance's failure can be long.</summary>
    private const int LongestWhy = 300;

    internal async Task<ReconciliationState> CheckAsync(
        ReconciliationState upkeep,
        RunningWork running,
        DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        var findings = new List<ReconciliationFinding>(upkeep.Findings.Where(one => one.Rule is not (Rule or MailRule)));
        foreach (OrchestrationMetadata failed in running.Failed.OrderBy(one => one.InstanceId, StringComparer.Ordinal))
        {
            string id = failed.InstanceId;
            // another check may have begun it again since
            if (
                await workflows.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation)
                is not { RuntimeStatus: OrchestrationRuntimeStatus.Failed } still
            )
            {
                continue;
            }

            string why = still.FailureDetails?.ErrorMessage ?? still.SerializedOutput ?? "";
            string said = why.Length > LongestWhy ? why[..LongestWhy] : why;
            bool mail = id.StartsWith(MailPrefix, StringComparison.Ordinal);
            if (mail)
            {
                await workflows.StartAgainAsync(nameof(InboundMail), id[MailPrefix.Length..], id, cancellation);
            }

            findings.Add(
                new ReconciliationFinding(
                    id,
                    null,
                    mail ? MailRule : Rule,
                    $"{failed.Name} failed on {failed.LastUpdatedAt:yyyy-MM-dd}{(mail ? ", and was begun again" : "")}: {said}",
                    false,
                    now
                )
            );
        }

        return upkeep with
        {
            Findings = findings,
        };
    }
}
