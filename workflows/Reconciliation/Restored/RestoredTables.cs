using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;

namespace ACip.Workflows.Reconciliation.Restored;

/// <summary>What the tables say, read stream by stream: heads of chains, tasks, messages, and the blobs that they name.</summary>
internal sealed class RestoredTables(IEnumerable<IBlobClaims> capabilities)
{
    private readonly Dictionary<string, StoredChain> chains = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskState> tasks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> named = new(StringComparer.Ordinal);
    private readonly HashSet<string> messages = new(StringComparer.Ordinal);

    public async Task ReadAsync(ProgrammeTable table, CancellationToken cancellation)
    {
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> rows) in table.StreamsAsync(cancellation))
        {
            var content = new StreamRows(stream, rows);
            chains[stream.Value] = content.Chain;
            foreach (HumanTaskRecord task in content.Facts<HumanTaskRecord>(TaskRef.RowPrefix))
            {
                tasks[new TaskRef(stream, task.Id).InstanceId] = task.State;
            }

            messages.UnionWith(content.Facts<ReceivedMail>(ReceivedMail.Prefix).Select(mail => mail.MessageKey));
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
        let chain = chains.GetValueOrDefault(head.Key)
        where head.Value.Sequence > 0 && chain?.HashOf(head.Value.Sequence) != head.Value.Hash
        orderby head.Key
        select new LostEvents(
            head.Key,
            Math.Min((chain?.Events.LastOrDefault()?.Sequence ?? 0) + 1, head.Value.Sequence),
            head.Value.Sequence,
            head.Value.Hash
        );

    /// <summary>A task whose workflow has ended although the table shows it as open or not at all: its end was lost.</summary>
    public LostDecision? Lost(string task, TaskOutcome? outcome) =>
        outcome is null ? null
        : !tasks.TryGetValue(task, out TaskState state) ? new LostDecision(task, outcome.State.ToString(), outcome.By?.Value, Known: false)
        : state == TaskState.Open ? new LostDecision(task, outcome.State.ToString(), outcome.By?.Value, Known: true)
        : null;

    /// <summary>A message that some row is about: another delivery of it is a repeat, named or not.</summary>
    public bool Knows(string messageKey) => messages.Contains(messageKey);

    /// <returns>Names of blobs that no row and no event names.</returns>
    public IEnumerable<string> Unnamed(string container, IEnumerable<string> blobs) => blobs.Except(NamedIn(container));

    private HashSet<string> NamedIn(string container) =>
        named.TryGetValue(container, out HashSet<string>? names) ? names : named[container] = new(StringComparer.Ordinal);
}
