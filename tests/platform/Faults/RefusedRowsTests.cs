using ACip.Tests.Platform.Tables;
using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Faults;

/// <summary>Rows that Azure does not take although Azurite and the client would: alone, and as the third step of a transaction.</summary>
public sealed class RefusedRowsTests(AzuriteFixture azurite) : TableTests(azurite)
{
    public static TheoryData<string> KeysOutOfRange =>
        ["a/b", "a\\b", "a#b", "a?b", "a\tb", "a\nb", "\0", "\u001F", "a\u007Fb", "a\u0085b", "\u009F"];

    public static TheoryData<string, TableEntity> TooLarge =>
        new()
        {
            { "PropertyValueTooLarge", Row("Text", new string('x', (32 * 1024) + 1)) },
            { "PropertyValueTooLarge", Row("Text", new string('é', (32 * 1024) + 1)) },
            { "PropertyValueTooLarge", Row("Data", new byte[(64 * 1024) + 1]) },
            { "EntityTooLarge", Wide(16, new byte[64 * 1024]) },
            { "EntityTooLarge", Wide(17, new string('é', 31 * 1024)) },
            { "TooManyProperties", Wide(253, 1) },
            { "KeyValueTooLarge", new TableEntity("p", new string('k', 513)) },
            { "KeyValueTooLarge", new TableEntity(new string('k', 513), "r") },
        };

    public static TheoryData<string, string> Misnamed =>
        new()
        {
            { "PropertyNameInvalid", "not-a-name" },
            { "PropertyNameInvalid", "1st" },
            { "PropertyNameInvalid", "two words" },
            { "PropertyNameInvalid", "a.b" },
            { "PropertyNameInvalid", "odata.reserved" },
            { "PropertyNameInvalid", "x@y" },
            { "PropertyNameInvalid", "\u0301a" },
            { "PropertyNameTooLong", new string('n', 256) },
        };

    [Theory]
    [MemberData(nameof(KeysOutOfRange))]
    public async Task A_key_with_a_character_that_the_service_refuses(string key)
    {
        await RefusedAsync("OutOfRangeInput", new TableEntity("p", key));
        await RefusedAsync("OutOfRangeInput", new TableEntity(key, "r"));
        string? inAddress =
            key.Any(char.IsControl) ? null
            : key.Contains('/', StringComparison.Ordinal) ? "InvalidInput"
            : "OutOfRangeInput";
        foreach (
            Func<Task> call in (Func<Task>[])
                [
                    () => Table.GetEntityAsync<TableEntity>(key, "r"),
                    () => Table.GetEntityIfExistsAsync<TableEntity>("p", key),
                    () => Table.UpsertEntityAsync(new TableEntity("p", key)),
                    () => Table.UpdateEntityAsync(new TableEntity(key, "r"), ETag.All),
                    () => Table.DeleteEntityAsync("p", key),
                ]
        )
        {
            var refused = await Assert.ThrowsAsync<RequestFailedException>(call);
            Assert.Equal((400, inAddress), (refused.Status, refused.ErrorCode));
        }

        var deleted = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([new(TableTransactionActionType.Delete, new TableEntity("p", key), ETag.All)])
        );
        Assert.Equal((400, 0), (deleted.Status, deleted.FailedTransactionActionIndex));
    }

    [Theory]
    [MemberData(nameof(TooLarge), DisableDiscoveryEnumeration = true)]
    public Task A_row_that_is_too_large_in_any_way(string code, TableEntity row) => RefusedAsync(code, row);

    [Theory]
    [MemberData(nameof(Misnamed), DisableDiscoveryEnumeration = true)]
    public Task A_property_that_may_not_be_called_so(string code, string name) => RefusedAsync(code, Row(name, 1));

    [Fact]
    public Task A_date_before_1601() => RefusedAsync("OutOfRangeInput", Row("At", default(DateTimeOffset)));

    [Fact]
    public async Task A_row_that_is_just_not_too_large_is_taken()
    {
        TableEntity row = Wide(15, new string('é', 32 * 1024));
        row.RowKey = new string('k', 512);
        row["Data"] = new byte[31 * 1024];
        foreach (string name in (string[])["_", "class", "été", "partitionkey", "a\u0301", "n1", new string('n', 255)])
        {
            row[name] = "";
        }

        TableEntity wide = Wide(252, 1);
        await Table.AddEntityAsync(row);
        await Table.AddEntityAsync(wide);

        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", row.RowKey);
        Assert.Equal(row["P14"], read["P14"]);
        Assert.Equal("", read["partitionkey"]);
        Assert.Equal(1, (await Table.GetEntityAsync<TableEntity>("p", "r")).Value.GetInt32("P251"));
    }

    private static TableEntity Row(string property, object value) => new("p", "r") { [property] = value };

    private static TableEntity Wide(int properties, object value)
    {
        var row = new TableEntity("p", "r");
        for (int i = 0; i < properties; i++)
        {
            row[$"P{i}"] = value;
        }

        return row;
    }

    private async Task RefusedAsync(string code, TableEntity row)
    {
        var alone = await Assert.ThrowsAsync<RequestFailedException>(() => Table.AddEntityAsync(row));
        var together = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([
                new(TableTransactionActionType.Add, new TableEntity("p", "1")),
                new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "2")),
                new(TableTransactionActionType.Add, row),
            ])
        );

        Assert.Equal((400, code), (alone.Status, alone.ErrorCode));
        Assert.Equal((400, code, 2), (together.Status, together.ErrorCode, together.FailedTransactionActionIndex));
        Assert.Empty(await Table.QueryAsync<TableEntity>().ToListAsync());
    }
}
