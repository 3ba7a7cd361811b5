using ACip.Local.Cli.Platform;
using Azure.Data.Tables;

namespace ACip.Tests.Bench.Cycle;

/// <summary>What no programme could do without a write: each event of an audit chain, and each mail that went out.</summary>
internal static class Changes
{
    public static async Task<int> CountAsync(LocalPlatform platform)
    {
        int events = 0;
        var table = new TableClient(platform.Storage!, "Programme");
        // "audit|" up to what comes after it: not the heads
        await foreach (
            TableEntity _ in table.QueryAsync<TableEntity>("RowKey ge 'audit|' and RowKey lt 'audit}'", select: ["PartitionKey"])
        )
        {
            events++;
        }

        int mails = 0;
        await foreach (TableEntity _ in table.QueryAsync<TableEntity>("RowKey ge 'mail|' and RowKey lt 'mail}'", select: ["PartitionKey"]))
        {
            mails++;
        }

        return events + mails;
    }
}
