using ACip.Local.Azurite;
using ACip.Local.Faults;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Storage;

/// <summary>A refused commit does not say that somebody else wrote the row: a plan's workflow once waited for a task that nobody had
/// asked.</summary>
public sealed class AddOnceTests
{
    private static readonly StreamId Stream = new("plan-gh-2026");

    [Fact]
    public async Task A_row_stands_whoever_wrote_it_and_however_often_storage_said_that_something_had_changed()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        await new ProgrammeTable(new TableServiceClient(azurite.ConnectionString), TimeProvider.System).CreateAsync(CancellationToken.None);
        await using StorageProxy proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        proxy.Plan = new FaultPlan(1, oneIn: 2) { Always = StorageFault.Conflict };
        var table = new ProgrammeTable(new TableServiceClient(proxy.ConnectionString), TimeProvider.System);

        int refused = 0;
        for (int i = 0; i < 30; i++)
        {
            string key = $"task|{i}";
            refused += await table.TryCommitAsync(new UnitOfWork(Stream).Add($"fact|{i}", i), CancellationToken.None) ? 0 : 1;
            Assert.True(await AddAsync(key, i));
            Assert.False(await AddAsync(key, -1));
            Assert.Equal(i, (await table.FindAsync<int>(Stream, key, CancellationToken.None))!.Value);
        }

        Assert.InRange(refused, 1, 29); // or the test tests nothing

        Task<bool> AddAsync(string key, int value) =>
            table.AddOnceAsync<int>(Stream, key, () => new UnitOfWork(Stream).Add(key, value), CancellationToken.None);
    }
}
