using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

public sealed class TransactionTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task Every_kind_of_step_in_one_transaction()
    {
        foreach (string row in (string[])["merge", "replace", "delete", "upsert-merge"])
        {
            await Table.AddEntityAsync(new TableEntity("p", row) { ["A"] = 1 });
        }

        TableEntity merge = await Table.GetEntityAsync<TableEntity>("p", "merge");
        Response<IReadOnlyList<Response>> done = await Table.SubmitTransactionAsync([
            new(TableTransactionActionType.Add, New("add")),
            new(TableTransactionActionType.UpdateMerge, New("merge"), merge.ETag),
            new(TableTransactionActionType.UpdateReplace, New("replace"), ETag.All),
            new(TableTransactionActionType.Delete, New("delete")),
            new(TableTransactionActionType.UpsertMerge, New("upsert-merge")),
            new(TableTransactionActionType.UpsertReplace, New("upsert-replace")),
        ]);

        Assert.Equal([204, 204, 204, 204, 204, 204], done.Value.Select(answer => answer.Status));
        var rows = await Table.QueryAsync<TableEntity>().ToDictionaryAsync(row => row.RowKey);
        Assert.Equal(["add", "merge", "replace", "upsert-merge", "upsert-replace"], rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows.Values, row => Assert.Equal("{b} é", row.GetString("B")));
        Assert.Equal(["merge", "upsert-merge"], rows.Values.Where(row => row.ContainsKey("A")).Select(row => row.RowKey));
        Assert.Equal(rows["add"].ETag, done.Value[0].Headers.ETag);
        Assert.Equal(rows["merge"].ETag, done.Value[1].Headers.ETag);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_failed_transaction_names_the_step_and_leaves_nothing(int failing)
    {
        await Table.AddEntityAsync(new TableEntity("p", "there"));
        List<TableTransactionAction> steps =
        [
            new(TableTransactionActionType.Add, New("x")),
            new(TableTransactionActionType.UpsertReplace, New("y")),
        ];
        steps.Insert(failing, new(TableTransactionActionType.Add, New("there")));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(steps));

        Assert.Equal((409, "EntityAlreadyExists", failing), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.Equal("there", Assert.Single(await Table.QueryAsync<TableEntity>().ToListAsync()).RowKey);
    }

    [Fact]
    public async Task A_version_that_has_moved_on_fails_the_transaction()
    {
        Response first = await Table.AddEntityAsync(New("r"));
        await Table.UpsertEntityAsync(New("r"));

        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() =>
            Table.SubmitTransactionAsync([
                new(TableTransactionActionType.Add, New("x")),
                new(TableTransactionActionType.UpdateReplace, New("r"), first.Headers.ETag!.Value),
            ])
        );

        Assert.Equal((412, "UpdateConditionNotSatisfied", 1), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.False((await Table.GetEntityIfExistsAsync<TableEntity>("p", "x")).HasValue);
    }

    [Fact]
    public async Task A_transaction_on_a_table_that_is_not_there()
    {
        var nowhere = new TableClient(Proxy.ConnectionString, "nowhere");
        var failed = await Assert.ThrowsAnyAsync<RequestFailedException>(() =>
            nowhere.SubmitTransactionAsync([new(TableTransactionActionType.Add, New("r"))])
        );
        Assert.Equal((404, "TableNotFound"), (failed.Status, failed.ErrorCode));
    }

    private static TableEntity New(string row) => new("p", row) { ["B"] = "{b} é" };
}
