using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;

namespace ACip.Tests.Platform.Tables;

public sealed class RowTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Theory]
    [InlineData("")]
    [InlineData("plan:KE:42|audit:000017")]
    [InlineData("l'Agence d''État")]
    [InlineData("100 % & more + more = é 日本 🌍 {a} \"b\" <c> ;,@!~()[]^`$*")]
    [InlineData("%2F")]
    [InlineData("trailing space ")]
    [InlineData(".")]
    [InlineData("GET PUT DELETE http://x/")]
    public async Task A_row_is_found_again_under_whatever_key_it_was_given(string odd)
    {
        string key = odd.Replace("/", "", StringComparison.Ordinal);
        var row = new TableEntity(key, key) { ["Value"] = 1 };
        await Table.AddEntityAsync(row);

        TableEntity read = await Table.GetEntityAsync<TableEntity>(key, key);
        await Table.UpdateEntityAsync(new TableEntity(key, key) { ["Value"] = 2 }, read.ETag, TableUpdateMode.Replace);
        await Table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(key, key) { ["Other"] = "{x}" })]);
        List<TableEntity> queried = await Table
            .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}"))
            .ToListAsync();

        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        TableEntity found = Assert.Single(queried);
        Assert.Equal((2, "{x}"), (found.GetInt32("Value"), found.GetString("Other")));
        Assert.Equal(204, (await Table.DeleteEntityAsync(key, key)).Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>(key, key)).HasValue);
    }

    [Fact]
    public async Task Adding_a_row_twice_is_a_conflict()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r"));

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new TableEntity("p", "r")));

        Assert.Equal(409, refused.Status);
        Assert.True(refused.ErrorCode == TableErrorCode.EntityAlreadyExists);
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_the_second_to_write_is_told()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = 0 });
        TableEntity first = await Table.GetEntityAsync<TableEntity>("p", "r");
        TableEntity second = await Table.GetEntityAsync<TableEntity>("p", "r");

        first["Value"] = 1;
        Response written = await Table.UpdateEntityAsync(first, first.ETag);
        second["Value"] = 2;
        var late = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(second, second.ETag));
        var deleted = await Assert.ThrowsAsync<RequestFailedException>(() => Table.DeleteEntityAsync("p", "r", second.ETag));

        Assert.Equal((412, "UpdateConditionNotSatisfied"), (late.Status, late.ErrorCode));
        Assert.Equal(412, deleted.Status);
        TableEntity now = await Table.GetEntityAsync<TableEntity>("p", "r");
        Assert.Equal(1, now.GetInt32("Value"));
        Assert.Equal(written.Headers.ETag, now.ETag);
    }

    [Fact]
    public async Task Merge_keeps_what_is_not_sent_and_replace_drops_it()
    {
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });
        await Table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 });
        TableEntity merged = await Table.GetEntityAsync<TableEntity>("p", "r");
        await Table.UpdateEntityAsync(new TableEntity("p", "r") { ["C"] = 3 }, ETag.All, TableUpdateMode.Replace);
        TableEntity replaced = await Table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal((1, 2), (merged.GetInt32("A"), merged.GetInt32("B")));
        Assert.Equal((null, null, 3), (replaced.GetInt32("A"), replaced.GetInt32("B"), replaced.GetInt32("C")));
    }

    [Fact]
    public async Task A_row_that_is_not_there()
    {
        var get = await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>("p", "none"));
        var update = await Assert.ThrowsAsync<RequestFailedException>(() =>
            Table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All)
        );
        NullableResponse<TableEntity> maybe = await Table.GetEntityIfExistsAsync<TableEntity>("p", "none");

        Assert.Equal((404, "ResourceNotFound"), (get.Status, get.ErrorCode));
        Assert.Equal((404, "ResourceNotFound"), (update.Status, update.ErrorCode));
        Assert.False(maybe.HasValue);
        Assert.Throws<InvalidOperationException>(() => maybe.Value);
        Assert.Equal(404, (await Table.DeleteEntityAsync("p", "none")).Status); // as the genuine client: no exception
    }

    [Fact]
    public async Task Select_reads_only_what_is_asked_for()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 2 });

        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r", ["A"]);
        TableEntity queried = Assert.Single(await Table.QueryAsync<TableEntity>(select: ["B"]).ToListAsync());

        Assert.Equal(1, read.GetInt32("A"));
        Assert.Null(queried.GetInt32("A"));
        Assert.Equal(2, queried.GetInt32("B"));
    }
}
