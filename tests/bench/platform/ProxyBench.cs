using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Bench.Platform;

/// <summary>What the storage proxy adds to a call: the same calls directly and through it, in turn, so that both see the same
/// machine.</summary>
internal sealed class ProxyBench(string direct, string through)
{
    private static readonly byte[] Document = new byte[4 * 1024 * 1024];

    private int last;

    public async Task RunAsync()
    {
        var sides = (A: await SideAsync(direct), B: await SideAsync(through));
        await DifferenceAsync(300, sides, side => side.Table.SubmitTransactionAsync(Rows(2))); // until what runs often is compiled well
        Console.WriteLine($"{"storage proxy, median ms", -44}{"without", 12}{"with", 12}{"more", 8}");
        await CompareAsync("transaction of 2 rows, of 300", 300, sides, side => side.Table.SubmitTransactionAsync(Rows(2)));
        await CompareAsync("transaction of 10 rows, of 200", 200, sides, side => side.Table.SubmitTransactionAsync(Rows(10)));
        await CompareAsync("transaction of 100 rows, of 40", 40, sides, side => side.Table.SubmitTransactionAsync(Rows(100)));
        await CompareAsync("row added, of 300", 300, sides, side => side.Table.AddEntityAsync(Rows(1)[0].Entity));
        await CompareAsync("row read, of 300", 300, sides, side => side.Table.GetEntityAsync<TableEntity>("fixed", "1"));
        await CompareAsync(
            "50 rows queried, of 200",
            200,
            sides,
            async side => await side.Table.QueryAsync<TableEntity>(row => row.PartitionKey == "fixed").CountAsync()
        );
        await CompareAsync(
            "blob of 4 MiB written, of 40",
            40,
            sides,
            side => side.Blob.UploadAsync(new BinaryData(Document), overwrite: true)
        );
        await CompareAsync("blob of 4 MiB read, of 40", 40, sides, side => side.Blob.DownloadContentAsync());
    }

    private static async Task CompareAsync(string what, int times, (Side A, Side B) sides, Func<Side, Task> call)
    {
        (double without, double more) = await DifferenceAsync(times, sides, call);
        Console.WriteLine($"{what, -44}{without, 12:0.00}{without + more, 12:0.00}{more / without, 8:+0%;-0%}");
    }

    /// <returns>Medians: of the direct call, and of what it takes longer through the proxy, of pairs, so that what else the machine does
    /// falls on both.</returns>
    private static async Task<(double Without, double More)> DifferenceAsync(int times, (Side A, Side B) sides, Func<Side, Task> call)
    {
        List<double> without = [],
            with = [];
        for (int i = 0; i < times; i++)
        {
            // who goes first changes, for the second finds the emulator warmer
            foreach (bool proxied in i % 2 == 0 ? (bool[])[false, true] : [true, false])
            {
                long began = Stopwatch.GetTimestamp();
                await call(proxied ? sides.B : sides.A);
                (proxied ? with : without).Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return (Median(without), Median([.. without.Zip(with, (a, b) => b - a)]));
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static async Task<Side> SideAsync(string connection)
    {
        var table = new TableClient(connection, "P" + Guid.NewGuid().ToString("N"));
        await table.CreateAsync();
        await table.SubmitTransactionAsync(
            Enumerable.Range(0, 50).Select(i => new TableTransactionAction(TableTransactionActionType.Add, BareCalls.Row("fixed", $"{i}")))
        );
        var container = new BlobContainerClient(connection, "p" + Guid.NewGuid().ToString("N"));
        await container.CreateAsync();
        return new Side(table, container.GetBlobClient("document"));
    }

    private TableTransactionAction[] Rows(int number)
    {
        string partition = $"p{++last}";
        return
        [
            .. Enumerable
                .Range(0, number)
                .Select(i => new TableTransactionAction(
                    TableTransactionActionType.UpsertReplace,
                    BareCalls.Row(partition, $"{i}"),
                    ETag.All
                )),
        ];
    }

    private sealed record Side(TableClient Table, BlobClient Blob);
}
