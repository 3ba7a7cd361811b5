using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Verification;

/// <summary>Brings rows into the chain that were written before events said what they write: each is written again as it stands, with a
/// salt, and an event names it.</summary>
/// <remarks>Repeated half way, it goes on with those that no event names yet.</remarks>
public sealed class RowsTakingUp(ProgrammeTable table)
{
    /// <summary>A transaction holds a hundred rows; the event and the head are two, and a plan is large.</summary>
    private const int RowsAtOnce = 20;

    /// <returns>How many rows were taken up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        int taken = 0;
        var before = new List<StreamId>();
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> rows) in table.StreamsAsync(cancellation))
        {
            if (RowWalk.Unproven(new StreamRows(stream, rows)).Count > 0)
            {
                before.Add(stream);
            }
        }

        foreach (StreamId stream in before)
        {
            while (await TakeUpAsync(stream, cancellation) is var some and > 0)
            {
                taken += some;
            }
        }

        return taken;
    }

    private Task<int> TakeUpAsync(StreamId stream, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                IReadOnlyList<TableEntity> unproven = RowWalk.Unproven(
                    new StreamRows(stream, await table.EverythingAsync(stream, cancellation))
                );
                TableEntity[] some = [.. unproven.Take(RowsAtOnce)];
                if (some.Length == 0)
                {
                    return ((UnitOfWork?)null, 0);
                }

                var unit = new UnitOfWork(stream);
                foreach (TableEntity row in some)
                {
                    unit.TakeUp(row);
                }

                return (
                    unit.Record(
                        new AuditEntry(AuditKind.RowsTakenUp, stream.Value, Reason: some.Length == unproven.Count ? RowWalk.Ended : "some")
                    ),
                    some.Length
                );
            },
            cancellation
        );
}
