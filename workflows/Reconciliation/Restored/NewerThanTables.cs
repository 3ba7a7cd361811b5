using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ACip.Workflows.Reconciliation.Restored;

/// <summary>What the tables say, read stream by stream: heads of chains, tasks, and the blobs that they name.</summary>
internal sealed class NewerThanTables(BlobServiceClient blobs, IEnumerable<IBlobClaims> capabilities)
{
    private readonly Dictionary<string, StoredTrail> trails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskState> tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> named = new(StringComparer.Ordinal);

    public async Task ReadAsync(ProgrammeTable table, CancellationToken cancellation)
    {
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> rows) in table.StreamsAsync(cancellation))
        {
            var content = new StreamRows(stream, rows);
            trails[stream.Value] = content.Trail;
            foreach (HumanTaskRecord task in content.Facts<HumanTaskRecord>(TaskRef.RowPrefix))
            {
                tasks[new TaskRef(stream, task.Id).InstanceId] = task.State;
            }

            foreach (IBlobClaims capability in capabilities)
            {
                HashSet<string> names = NamedIn(capability.Container);
                names.UnionWith((await capability.OfAsync(content, cancellation)).Select(claim => claim.Name));
            }
        }
    }

    /// <summary>Streams that end earlier than the archive says, or differently.</summary>
    public IEnumerable<LostEvents> EventsBehind(DailyHeads? archived) =>
        from head in archived?.Heads ?? new Dictionary<string, AuditHead>()
        let trail = trails.GetValueOrDefault(head.Key)
        where head.Value.Sequence > 0 && trail?.HashOf(head.Value.Sequence) != head.Value.Hash
        orderby head.Key
        select new LostEvents(
            head.Key,
            Math.Min((trail?.Events.LastOrDefault()?.Sequence ?? 0) + 1, head.Value.Sequence),
            head.Value.Sequence,
            head.Value.Hash
        );

    /// <summary>A task whose workflow has ended although the table shows it as open or not at all: its end was lost.</summary>
    public LostDecision? Lost(string task, TaskOutcome? outcome) =>
        outcome is null ? null
        : !tasks.TryGetValue(task, out TaskState state) ? new LostDecision(task, outcome.State.ToString(), outcome.By?.Value, Known: false)
        : state == TaskState.Open ? new LostDecision(task, outcome.State.ToString(), outcome.By?.Value, Known: true)
        : null;

    /// <returns>Names of blobs that no row and no event names.</returns>
    public async Task<IReadOnlyList<string>> UnnamedAsync(string container, CancellationToken cancellation)
    {
        var unnamed = new List<string>();
        try
        {
            await foreach (BlobItem blob in blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancellation))
            {
                if (!NamedIn(container).Contains(blob.Name))
                {
                    unnamed.Add(blob.Name);
                }
            }
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            // nothing of the kind was written yet
        }

        return unnamed;
    }

    private HashSet<string> NamedIn(string container) =>
        named.TryGetValue(container, out HashSet<string>? names) ? names : named[container] = new(StringComparer.Ordinal);
}
