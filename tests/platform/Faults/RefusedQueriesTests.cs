using ACip.Tests.Platform.Tables;
using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Faults;

public sealed class RefusedQueriesTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task A_filter_makes_fifteen_comparisons_and_not_one_more()
    {
        await Table.AddEntityAsync(new TableEntity("a eq b", "it's le 1"));
        string fifteen = "PartitionKey eq 'a eq b'" + string.Concat(Enumerable.Repeat(" and RowKey ge 'it''s le 1'", 14));

        Assert.Single(await Table.QueryAsync<TableEntity>(fifteen).ToListAsync());
        var refused = await Assert.ThrowsAsync<RequestFailedException>(async () =>
            await Table.QueryAsync<TableEntity>(fifteen + " and RowKey lt 'x'").ToListAsync()
        );
        Assert.Equal((400, "InvalidInput"), (refused.Status, refused.ErrorCode));
    }
}
