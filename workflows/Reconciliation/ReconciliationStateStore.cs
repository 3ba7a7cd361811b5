using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>The reconciliation's row between runs. The last written value is cached, so that a day costs one call; if another process has
/// run, the commit fails and the next run reads.</summary>
public sealed class ReconciliationStateStore(ProgrammeTable table) : IStorageCache
{
    /// <summary>A run that found nothing new is still recorded if the row is older than this.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(6.5);

    private Row<ReconciliationState>? known;
    private DateTimeOffset writtenAt;

    public void Forget() => known = null;

    public async Task<ReconciliationState> ReadAsync(CancellationToken cancellation)
    {
        known ??= await table.FindAsync<ReconciliationState>(ReconciliationState.Stream, ReconciliationState.RowKey, cancellation);
        return known?.Value ?? ReconciliationState.None;
    }

    /// <summary>If another run was faster, its row stays: it found the same.</summary>
    public async Task WriteAsync(ReconciliationState upkeep, CancellationToken cancellation)
    {
        if (
            known is not null
            && upkeep.At - writtenAt < Stale
            && Json.Write(upkeep with { At = known.Value.At }) == Json.Write(known.Value)
        )
        {
            known = known with { Value = upkeep };
            return;
        }

        UnitOfWork unit = new UnitOfWork(ReconciliationState.Stream).Put(ReconciliationState.RowKey, known, upkeep);
        bool written = await table.TryCommitAsync(unit, cancellation);
        writtenAt = upkeep.At;
        known =
            written && unit.Tags.TryGetValue(ReconciliationState.RowKey, out Azure.ETag tag)
                ? new Row<ReconciliationState>(ReconciliationState.RowKey, upkeep, tag)
                : null;
    }
}
