using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

public sealed class EntityTypesTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private static readonly DateTimeOffset Instant = new DateTimeOffset(2026, 10, 31, 23, 59, 59, TimeSpan.FromHours(5.75)).AddTicks(
        1234567
    );

    public static TheoryData<object> Values =>
        [
            "",
            "plain",
            "l'État, 100 % ~ \"quoted\" \\ / # ? <é> 日本 🌍\r\n\t",
            "2026-01-01T00:00:00Z",
            0,
            -1,
            int.MaxValue,
            int.MinValue,
            0L,
            long.MaxValue,
            long.MinValue,
            5L,
            0d,
            1d,
            -2.5,
            0.1,
            1e300,
            1e21,
            double.Epsilon,
            double.MaxValue,
            true,
            false,
            Guid.Parse("c2b1b2de-0bb4-4fd4-9c3e-8d3b6f9f3a11"),
            Guid.Empty,
            Instant,
            new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
            Array.Empty<byte>(),
            new byte[] { 0, 1, 254, 255 },
        ];

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public async Task A_value_comes_back_as_it_went_with_its_type(object value)
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Value"] = value });

        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(value, read["Value"]);
        Assert.IsType(value.GetType(), read["Value"]);
    }

    [Fact]
    public async Task A_null_is_as_good_as_not_there()
    {
        await Table.AddEntityAsync(new TableEntity("p", "r") { ["Here"] = 1, ["Gone"] = null });

        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(1, read.GetInt32("Here"));
        Assert.Null(read["Gone"]);
        Assert.False(read.ContainsKey("Gone"));
    }

    [Fact]
    public async Task Keys_timestamp_and_etag_are_read_and_the_etag_is_that_of_the_write()
    {
        Response written = await Table.AddEntityAsync(new TableEntity("p", "r"));
        TableEntity read = await Table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(written.Headers.ETag, read.ETag);
        Assert.Equal(204, written.Status);
        Assert.True(DateTimeOffset.UtcNow - read.Timestamp < TimeSpan.FromMinutes(5));
        Assert.Equal(("p", "r"), (read.PartitionKey, read.RowKey));
    }
}
