using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

public sealed class ServiceTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private static string NewName => $"t{Guid.NewGuid():N}";

    [Fact]
    public async Task Tables_are_made_listed_and_deleted()
    {
        var service = new TableServiceClient(Proxy.ConnectionString);
        string name = NewName;

        await service.CreateTableIfNotExistsAsync(name);
        Assert.Equal(name, (await service.CreateTableIfNotExistsAsync(name)).Value.Name);
        var again = await Assert.ThrowsAsync<RequestFailedException>(() => service.CreateTableAsync(name));
        List<string> found = await service
            .QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}"))
            .Select(table => table.Name)
            .ToListAsync();
        List<string> all = await service.QueryAsync(maxPerPage: 1).Select(table => table.Name).ToListAsync();

        Assert.Equal((409, "TableAlreadyExists"), (again.Status, again.ErrorCode));
        Assert.Equal([name], found);
        Assert.Contains(name, all);
        Assert.Equal(204, (await service.DeleteTableAsync(name)).Status);
        Assert.Equal(404, (await service.DeleteTableAsync(name)).Status);
    }

    [Fact]
    public async Task A_table_that_is_not_there()
    {
        TableClient table = new TableServiceClient(Proxy.ConnectionString).GetTableClient("nowhere");

        var add = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r")));
        var query = await Assert.ThrowsAsync<RequestFailedException>(async () => await table.QueryAsync<TableEntity>().ToListAsync());

        Assert.Equal((404, "TableNotFound"), (add.Status, add.ErrorCode));
        Assert.Equal((404, "TableNotFound"), (query.Status, query.ErrorCode));
    }
}
