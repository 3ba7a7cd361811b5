using ACip.Tests.Platform.Tables;
using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Faults;

/// <summary>Transactions that Azure does not take although Azurite or the client would, or would say otherwise.</summary>
public sealed class RefusedTransactionsTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public Task Rows_of_two_partitions() =>
        RefusedAsync("CommandsInBatchActOnDifferentPartitions", 2, Add("p", "1"), Add("p", "2"), Add("q", "3"), Add("r", "4"));

    [Fact]
    public Task A_deletion_in_another_partition() =>
        RefusedAsync(
            "CommandsInBatchActOnDifferentPartitions",
            1,
            Add("p", "1"),
            new(TableTransactionActionType.Delete, new TableEntity("P", "2"), ETag.All)
        );

    [Fact]
    public Task The_same_row_twice() =>
        RefusedAsync(
            "InvalidDuplicateRow",
            2,
            Add("p", "1"),
            Add("p", "2"),
            new(TableTransactionActionType.UpsertMerge, new TableEntity("p", "1"))
        );

    [Fact]
    public async Task A_hundred_steps_are_taken_and_one_more_is_refused()
    {
        TableTransactionAction[] steps = [.. Enumerable.Range(0, 101).Select(i => Add("p", $"{i:D3}"))];

        await RefusedAsync("InvalidInput", 99, steps);
        await Table.SubmitTransactionAsync(steps.Take(100));

        Assert.Equal(100, (await Table.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task More_than_four_mebibytes()
    {
        var failed = await Assert.ThrowsAnyAsync<RequestFailedException>(() => Table.SubmitTransactionAsync(Large(5, 12)));

        Assert.Equal((413, "RequestBodyTooLarge"), (failed.Status, failed.ErrorCode));
        Assert.Empty(await Table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task Just_not_four_mebibytes_are_taken()
    {
        await Table.SubmitTransactionAsync(Large(4, 12));

        Assert.Equal(4, (await Table.QueryAsync<TableEntity>(select: ["RowKey"]).ToListAsync()).Count);
    }

    [Fact]
    public async Task Text_that_looks_like_the_protocol_is_text()
    {
        const string Text = "\r\n--changeset_1\r\n\r\nPOST http://x/account/Other HTTP/1.1\r\n\r\n{}\r\n--batch_1--\r\nboundary=x";
        await Table.SubmitTransactionAsync([Add("p", "POST boundary=x HTTP 1.1", Text), Add("p", "2", Text)]);

        Assert.All(await Table.QueryAsync<TableEntity>().ToListAsync(), row => Assert.Equal(Text, row.GetString("Text")));
    }

    private static TableTransactionAction Add(string partition, string row, string text = "") =>
        new(TableTransactionActionType.Add, new TableEntity(partition, row) { ["Text"] = text });

    /// <summary>In base64 a property takes 80,000 bytes of the body.</summary>
    private static IEnumerable<TableTransactionAction> Large(int rows, int properties) =>
        Enumerable
            .Range(0, rows)
            .Select(number =>
            {
                var row = new TableEntity("p", $"{number}");
                for (int part = 0; part < properties; part++)
                {
                    row[$"P{part}"] = new byte[60_000];
                }

                return new TableTransactionAction(TableTransactionActionType.Add, row);
            });

    private async Task RefusedAsync(string code, int operation, params TableTransactionAction[] steps)
    {
        var failed = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(steps));

        Assert.Equal((400, code, operation), (failed.Status, failed.ErrorCode, failed.FailedTransactionActionIndex));
        Assert.Empty(await Table.QueryAsync<TableEntity>().ToListAsync());
    }
}
