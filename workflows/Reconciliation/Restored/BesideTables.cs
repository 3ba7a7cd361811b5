using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Verification;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation.Restored;

/// <summary>What is stored beside the tables: ended tasks, and names of blobs. Listed before the tables are read, because a task ends only
/// after its row was written: the other way round, what ends in between would look lost.</summary>
/// <param name="Ended">Completed tasks, by the id of their workflow.</param>
/// <param name="Blobs">Names, by container.</param>
internal sealed record BesideTables(IReadOnlyList<EndedTask> Ended, IReadOnlyDictionary<string, IReadOnlyList<string>> Blobs)
{
    public static async Task<BesideTables> ListAsync(
        DurableTaskClient workflows,
        BlobServiceClient blobs,
        IEnumerable<IBlobClaims> capabilities,
        CancellationToken cancellation
    )
    {
        var ended = new List<EndedTask>();
        await foreach (
            OrchestrationMetadata one in workflows
                .GetAllInstancesAsync(
                    new OrchestrationQuery(
                        Statuses: [OrchestrationRuntimeStatus.Completed],
                        PageSize: 1000,
                        InstanceIdPrefix: TaskRef.AllInstances,
                        FetchInputsAndOutputs: true
                    )
                )
                .WithCancellation(cancellation)
        )
        {
            ended.Add(new EndedTask(one.InstanceId, one.ReadOutputAs<TaskOutcome>()));
        }

        var names = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (string container in capabilities.Select(capability => capability.Container).Distinct(StringComparer.Ordinal))
        {
            names[container] = await NamesAsync(blobs.GetBlobContainerClient(container), cancellation);
        }

        return new BesideTables(ended, names);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(BlobContainerClient container, CancellationToken cancellation)
    {
        var names = new List<string>();
        try
        {
            await foreach (BlobItem blob in container.GetBlobsAsync(cancellationToken: cancellation))
            {
                names.Add(blob.Name);
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // nothing of the kind was written yet
        }

        return names;
    }
}

/// <param name="Outcome">Null where it ended without one.</param>
internal sealed record EndedTask(string InstanceId, TaskOutcome? Outcome);
