using ACip.Local.Faults;
using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Platform.Faults;

[Collection(WithAzurite.Name)]
public sealed class StorageProxyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Signed_calls_pass_with_awkward_keys_and_large_bodies()
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        TableClient table = Table(proxy);
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p:ä %2F'x", "r (1) + & é") { ["Text"] = "ü" });
        await table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, new TableEntity("p", "1")),
            new(TableTransactionActionType.Add, new TableEntity("p", "2")),
        ]);
        BlobContainerClient container = new BlobServiceClient(proxy.ConnectionString).GetBlobContainerClient(
            "faults-" + Guid.NewGuid().ToString("N")
        );
        await container.CreateAsync();
        byte[] large = new byte[6_000_000];
        new Random(1).NextBytes(large);
        await container.GetBlobClient("a b/c:é+%.bin").UploadAsync(new BinaryData(large));

        Assert.Equal("ü", (await table.GetEntityAsync<TableEntity>("p:ä %2F'x", "r (1) + & é")).Value.GetString("Text"));
        Assert.Equal(large, (await container.GetBlobClient("a b/c:é+%.bin").DownloadContentAsync()).Value.Content.ToArray());
        Assert.Equal(3, (await table.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task Calls_are_counted_by_operation()
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        TableClient table = Table(proxy);
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("p", "1"));
        await table.AddEntityAsync(new TableEntity("p", "2"));
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", "1"))]);

        Assert.Equal(4, proxy.Calls);
        Assert.Equal(2, proxy.CallsByOperation[$"Table POST {table.Name}"]);
        Assert.Equal(1, proxy.CallsByOperation["Table POST $batch"]);
    }

    [Theory]
    [InlineData(StorageFault.TooManyRequests, 429, false)]
    [InlineData(StorageFault.ServerError, 500, false)]
    [InlineData(StorageFault.Unavailable, 503, false)]
    [InlineData(StorageFault.TimedOut, 0, false)]
    [InlineData(StorageFault.DoneButError, 500, true)]
    [InlineData(StorageFault.DoneButLost, 0, true)]
    public async Task A_fault_is_answered_as_it_says(StorageFault fault, int status, bool done)
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        TableClient table = Table(proxy);
        await table.CreateAsync();
        int seed = Enumerable.Range(0, 1000).First(s => new FaultPlan(s, 1).For(2) == fault);
        proxy.Plan = new FaultPlan(seed, 1);

        var failed = await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "1")));

        Assert.Equal(status, failed.Status);
        var direct = new TableClient(azurite.ConnectionString, table.Name);
        Assert.Equal(done, (await direct.GetEntityIfExistsAsync<TableEntity>("p", "1")).HasValue);
    }

    [Fact]
    public async Task A_conflict_meets_only_calls_that_name_the_tag_they_have_read()
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        TableClient table = Table(proxy);
        await table.CreateAsync();
        var row = new TableEntity("p", "1") { ["Text"] = "before" };
        await table.AddEntityAsync(row);
        ETag tag = (await table.GetEntityAsync<TableEntity>("p", "1")).Value.ETag;
        var blob = new BlobContainerClient(azurite.ConnectionString, "faults-" + Guid.NewGuid().ToString("N"));
        await blob.CreateAsync();
        ETag written = (await blob.GetBlobClient("b").UploadAsync(new BinaryData("before"))).Value.ETag;
        proxy.Plan = new FaultPlan(0, 1) { Always = StorageFault.Conflict };

        var changed = new TableEntity("p", "1") { ["Text"] = "after" };
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(changed, tag));
        var whole = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateReplace, changed, tag)])
        );
        var overwritten = await Assert.ThrowsAsync<RequestFailedException>(() =>
            new BlobClient(proxy.ConnectionString, blob.Name, "b").UploadAsync(
                new BinaryData("after"),
                new Azure.Storage.Blobs.Models.BlobUploadOptions
                {
                    Conditions = new Azure.Storage.Blobs.Models.BlobRequestConditions { IfMatch = written },
                }
            )
        );

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (refused.Status, refused.ErrorCode));
        Assert.Equal((412, 0), (whole.Status, whole.FailedTransactionActionIndex));
        Assert.Equal((412, "ConditionNotMet"), (overwritten.Status, overwritten.ErrorCode));
        Assert.Equal("before", (await table.GetEntityAsync<TableEntity>("p", "1")).Value.GetString("Text"));
        await table.UpsertEntityAsync(changed);
        Assert.Equal("after", (await table.GetEntityAsync<TableEntity>("p", "1")).Value.GetString("Text"));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        var plan = new FaultPlan(7, 3);
        StorageFault[] faults = [.. Enumerable.Range(1, 300).Select(plan.For)];

        Assert.Equal(faults, Enumerable.Range(1, 300).Select(new FaultPlan(7, 3).For));
        Assert.InRange(faults.Count(f => f != StorageFault.None), 60, 140);
        Assert.Equal(8, faults.Distinct().Count());
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Severed_after_a_call_it_is_done_and_nothing_more_goes_through()
    {
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        TableClient table = Table(proxy);
        await table.CreateAsync();
        proxy.Watch = (call, moment) =>
        {
            if (call.Number == 3 && moment == CallMoment.After)
            {
                proxy.Sever();
            }

            return Task.CompletedTask;
        };
        await table.AddEntityAsync(new TableEntity("p", "2"));

        await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "3")));
        await Assert.ThrowsAnyAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "4")));

        var direct = new TableClient(azurite.ConnectionString, table.Name);
        Assert.Equal(["2", "3"], (await direct.QueryAsync<TableEntity>().ToListAsync()).Select(r => r.RowKey));
    }

    private static TableClient Table(StorageProxy proxy) =>
        new(proxy.ConnectionString, "F" + Guid.NewGuid().ToString("N"), new TableClientOptions { Retry = { MaxRetries = 0 } });
}
