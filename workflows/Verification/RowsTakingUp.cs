using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Verification;

/// <summary>Adds rows to the chain that were written before events recorded what they write. Each is written again unchanged, with a salt,
/// and named by an event.</summary>
/// <remarks>If interrupted, it continues with the rows that no event names yet.</remarks>
public sealed class RowsTakingUp(ProgrammeTable table)
{
    /// <summary>A transaction holds a hundred rows. The event and the head are two of them, and a plan's row is large.</summary>
    private const int RowsAtOnce = 20;

    /// <returns>How many rows were taken up.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        int taken = 0;
        var before = new List<StreamId>();
        await foreach ((StreamId stream, IReadOnlyList<TableEntity> rows) in table.StreamsAsync(cancellation))
        {
            if (RowVerification.Unproven(new StreamRows(stream, rows)).Count > 0)
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
                IReadOnlyList<TableEntity> unproven = RowVerification.Unproven(
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
                        new AuditEntry(
                            AuditKind.RowsTakenUp,
                            stream.Value,
                            Reason: some.Length == unproven.Count ? RowVerification.Ended : "some"
                        )
                    ),
                    some.Length
                );
            },
            cancellation
        );
}
