using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>The upkeep row between runs. What was written is remembered, so that a day costs one call; a run elsewhere makes the commit fail, and the next run reads.</summary>
public sealed class UpkeepBook(ProgrammeTable table)
{
    private Row<Upkeep>? known;

    public async Task<Upkeep> ReadAsync(CancellationToken cancellation)
    {
        known ??= await table.FindAsync<Upkeep>(Upkeep.Stream, Upkeep.RowKey, cancellation);
        return known?.Value ?? Upkeep.None;
    }

    /// <summary>Where another run was faster, its row stands: it saw the same.</summary>
    public async Task WriteAsync(Upkeep upkeep, CancellationToken cancellation)
    {
        Unit unit = new Unit(Upkeep.Stream).Put(Upkeep.RowKey, known, upkeep);
        bool written = await table.TryCommitAsync(unit, cancellation);
        known = written && unit.Tags.TryGetValue(Upkeep.RowKey, out Azure.ETag tag) ? new Row<Upkeep>(Upkeep.RowKey, upkeep, tag) : null;
    }
}
