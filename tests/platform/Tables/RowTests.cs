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
        List<TableEntity> queried = await Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).ToListAsync();

        Assert.Equal((key, key), (read.PartitionKey, read.RowKey));
        TableEntity found = Assert.Single(queried);
        Assert.Equal((2, "{x}"), (found.GetInt32("Value"), found.GetString("Other")));
        Assert.Equal(204, (await Table.DeleteEntityAsync(key, key)).Status);
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>(key, key)).HasValue);
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u0085b")]
    public async Task A_key_with_a_character_that_the_service_refuses_is_refused(string key)
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(new TableEntity("p", key)));
        Assert.Equal((400, "OutOfRangeInput"), (refused.Status, refused.ErrorCode));
        await Assert.ThrowsAsync<RequestFailedException>(() => Table.GetEntityAsync<TableEntity>(key, "r"));
        await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", key))]));
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
        var update = await Assert.ThrowsAsync<RequestFailedException>(() => Table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All));
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

    public static TheoryData<string, TableEntity> TooLarge => new()
    {
        { "PropertyValueTooLarge", new TableEntity("p", "r") { ["Text"] = new string('x', (32 * 1024) + 1) } },
        { "PropertyValueTooLarge", new TableEntity("p", "r") { ["Data"] = new byte[(64 * 1024) + 1] } },
        { "EntityTooLarge", Wide(17, new byte[64 * 1024]) },
        { "TooManyProperties", Wide(253, 1) },
        { "PropertyNameInvalid", new TableEntity("p", "r") { ["not-a-name"] = 1 } },
        { "PropertyNameTooLong", new TableEntity("p", "r") { [new string('n', 256)] = 1 } },
        { "KeyValueTooLarge", new TableEntity("p", new string('k', 513)) },
    };

    [Theory]
    [MemberData(nameof(TooLarge), DisableDiscoveryEnumeration = true)]
    public async Task A_row_that_is_too_large_in_any_way_is_refused_with_the_services_code(string code, TableEntity row)
    {
        var alone = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(row));
        var together = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(
            [new(TableTransactionActionType.Add, new TableEntity("p", "fine")), new(TableTransactionActionType.UpsertReplace, row)]));

        Assert.Equal((400, code), (alone.Status, alone.ErrorCode));
        Assert.Equal((400, code, 1), (together.Status, together.ErrorCode, together.FailedTransactionActionIndex));
    }

    [Fact]
    public async Task A_row_that_is_just_not_too_large_is_taken()
    {
        TableEntity row = Wide(15, new string('x', 32 * 1024));
        row.RowKey = new string('k', 512);

        await Table.AddEntityAsync(row);

        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", row.RowKey);
        Assert.Equal(row["P14"], read["P14"]);
    }

    private static TableEntity Wide(int properties, object value)
    {
        var row = new TableEntity("p", "r");
        for (int i = 0; i < properties; i++)
        {
            row[$"P{i}"] = value;
        }

        return row;
    }
}
