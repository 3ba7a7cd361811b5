using System.Globalization;
using ACip.Local.Azurite;
using ACip.Local.Faults;
using ACip.Workflows.Storage;
using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Storage;

/// <summary>Many callers, one partition: nobody goes on before his rows stand, and few transactions carry all of them.</summary>
public sealed class WriteBatcherTests : IAsyncLifetime
{
    private AzuriteProcess? azurite;
    private StorageProxy? proxy;
    private TableClient? table;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        table = new TableClient(proxy.ConnectionString, "Together");
        await table.CreateAsync();
        proxy.ResetCounts();
    }

    public async Task DisposeAsync()
    {
        await proxy!.DisposeAsync();
        await azurite!.DisposeAsync();
    }

    [Fact]
    public async Task Rows_of_many_callers_at_once_stand_when_each_goes_on_and_cost_few_transactions()
    {
        var together = new WriteBatcher(table!);

        await Task.WhenAll(
            Enumerable
                .Range(0, 250)
                .Select(async number =>
                {
                    await together.UpsertAsync([Row(number)]);
                    Assert.Equal(number, (await table!.GetEntityAsync<TableEntity>("p", Key(number))).Value.GetInt32("Number"));
                })
        );

        Assert.InRange(proxy!.CallsByOperation["Table POST $batch"], 3, 50);
    }

    [Fact]
    public async Task Two_callers_of_one_row_do_not_spoil_each_others_transaction()
    {
        var together = new WriteBatcher(table!);

        await Task.WhenAll(
            together.UpsertAsync([Row(1)]),
            together.UpsertAsync([new TableEntity("p", Key(1)) { ["Settled"] = true }]),
            together.UpsertAsync([Row(2)])
        );

        TableEntity merged = (await table!.GetEntityAsync<TableEntity>("p", Key(1))).Value;
        Assert.Equal(1, merged.GetInt32("Number"));
        Assert.True(merged.GetBoolean("Settled"));
    }

    [Fact]
    public async Task A_row_that_cannot_be_stored_is_told_to_its_caller_and_the_next_are_stored()
    {
        var together = new WriteBatcher(table!);

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => together.UpsertAsync([new TableEntity("p", "not/a/key")]));
        await together.UpsertAsync([Row(3)]);

        Assert.Equal(3, (await table!.GetEntityAsync<TableEntity>("p", Key(3))).Value.GetInt32("Number"));
    }

    private static TableEntity Row(int number) => new("p", Key(number)) { ["Number"] = number };

    private static string Key(int number) => number.ToString("000", CultureInfo.InvariantCulture);
}
