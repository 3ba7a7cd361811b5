using ACip.Workflows.Storage;

namespace ACip.Workflows.Reconciliation;

/// <summary>The upkeep row between runs. What was written is remembered, so that a day costs one call; a run elsewhere makes the commit fail, and the next run reads.</summary>
public sealed class UpkeepBook(ProgrammeTable table)
{
    /// <summary>A run that found nothing new is written down all the same where the row is older than this.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromDays(6.5);

    private Row<Upkeep>? known;
    private DateTimeOffset writtenAt;

    public async Task<Upkeep> ReadAsync(CancellationToken cancellation)
    {
        known ??= await table.FindAsync<Upkeep>(Upkeep.Stream, Upkeep.RowKey, cancellation);
        return known?.Value ?? Upkeep.None;
    }

    /// <summary>Where another run was faster, its row stands: it saw the same.</summary>
    public async Task WriteAsync(Upkeep upkeep, CancellationToken cancellation)
    {
        if (known is not null && upkeep.At - writtenAt < Stale && Json.Write(upkeep with { At = known.Value.At }) == Json.Write(known.Value))
        {
            known = known with { Value = upkeep };
            return;
        }

        Unit unit = new Unit(Upkeep.Stream).Put(Upkeep.RowKey, known, upkeep);
        bool written = await table.TryCommitAsync(unit, cancellation);
        writtenAt = upkeep.At;
        known = written && unit.Tags.TryGetValue(Upkeep.RowKey, out Azure.ETag tag) ? new Row<Upkeep>(Upkeep.RowKey, upkeep, tag) : null;
    }
}
