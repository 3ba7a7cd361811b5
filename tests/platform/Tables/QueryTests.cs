using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

public sealed class QueryTests(AzuriteFixture azurite) : TableTests(azurite)
{
    [Fact]
    public async Task More_rows_than_a_page_holds_come_in_order_page_after_page()
    {
        foreach (int[] hundred in Enumerable.Range(0, 2500).Chunk(100))
        {
            await Table.SubmitTransactionAsync(
                hundred.Select(i => new TableTransactionAction(
                    TableTransactionActionType.Add,
                    new TableEntity("p q", $"é {i:D5}") { ["N"] = i }
                ))
            );
        }

        List<int> sizes = [];
        List<string> keys = [];
        await foreach (Page<TableEntity> page in Table.QueryAsync<TableEntity>("PartitionKey eq 'p q'").AsPages())
        {
            sizes.Add(page.Values.Count);
            keys.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal([1000, 1000, 500], sizes);
        Assert.Equal(Enumerable.Range(0, 2500).Select(i => $"é {i:D5}"), keys);
    }

    [Fact]
    public async Task A_continuation_token_goes_on_where_the_page_ended()
    {
        await Table.SubmitTransactionAsync(
            Enumerable.Range(0, 5).Select(i => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", $"{i}")))
        );

        string? token = null;
        await foreach (Page<TableEntity> page in Table.QueryAsync<TableEntity>(maxPerPage: 2).AsPages())
        {
            token = page.ContinuationToken;
            break;
        }

        List<string> rest = [];
        await foreach (Page<TableEntity> page in Table.QueryAsync<TableEntity>().AsPages(token, 2))
        {
            rest.AddRange(page.Values.Select(row => row.RowKey));
        }

        Assert.Equal(["2", "3", "4"], rest);
    }

    [Fact]
    public async Task A_filter_finds_by_every_type_and_escapes_what_stands_in_it()
    {
        var at = new DateTimeOffset(2026, 2, 28, 12, 0, 0, TimeSpan.Zero);
        var id = Guid.NewGuid();
        const string Name = "Côte d'Ivoire ' or RowKey ne '";
        await Table.AddEntityAsync(
            new TableEntity("p", "yes")
            {
                ["S"] = Name,
                ["I"] = 5,
                ["L"] = 5_000_000_000L,
                ["D"] = 1.5,
                ["B"] = true,
                ["G"] = id,
                ["T"] = at,
                ["X"] = new byte[] { 10, 200 },
            }
        );
        await Table.AddEntityAsync(
            new TableEntity("p", "no")
            {
                ["S"] = "x",
                ["I"] = 6,
                ["L"] = 6L,
                ["D"] = 2.5,
                ["B"] = false,
                ["G"] = Guid.Empty,
                ["T"] = at.AddMilliseconds(1),
                ["X"] = new byte[] { 1 },
            }
        );

        FormattableString[] filters =
        [
            $"S eq {Name}",
            $"I eq {5}",
            $"L eq {5_000_000_000L}",
            $"D eq {1.5}",
            $"D lt {2.0}",
            $"B eq {true}",
            $"G eq {id}",
            $"T eq {at}",
            $"T lt {at.AddMilliseconds(1)}",
            $"X eq {new byte[] { 10, 200 }}",
            $"RowKey ge {"yes"} and RowKey lt {"yet"}",
            $"not (I gt {5})",
        ];
        foreach (FormattableString filter in filters)
        {
            string text = TableClient.CreateQueryFilter(filter);
            List<TableEntity> found = await Table.QueryAsync<TableEntity>(text).ToListAsync();
            Assert.True(found is [{ RowKey: "yes" }], $"{text} found {found.Count}");
        }
    }

    [Fact]
    public async Task A_filter_that_is_not_one_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(async () =>
            await Table.QueryAsync<TableEntity>("PartitionKey eq").ToListAsync()
        );
        Assert.Equal(400, refused.Status);
    }
}
