using System.Runtime.Serialization;
using Azure;
using Azure.Data.Tables;

namespace ACip.Tests.Platform.Tables;

public sealed class EntityTypesTests(AzuriteFixture azurite) : TableTests(azurite)
{
    private static readonly DateTimeOffset Instant = new DateTimeOffset(2026, 10, 31, 23, 59, 59, TimeSpan.FromHours(5.75)).AddTicks(1234567);

    public static TheoryData<object> Values =>
    [
        "", "plain", "l'État, 100 % ~ \"quoted\" \\ / # ? <é> 日本 🌍\r\n\t", "2026-01-01T00:00:00Z",
        0, -1, int.MaxValue, int.MinValue,
        0L, long.MaxValue, long.MinValue, 5L,
        0d, 1d, -2.5, 0.1, 1e300, 1e21, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity, double.NegativeInfinity,
        true, false,
        Guid.Parse("c2b1b2de-0bb4-4fd4-9c3e-8d3b6f9f3a11"), Guid.Empty,
        Instant, new DateTimeOffset(1601, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
        Array.Empty<byte>(), new byte[] { 0, 1, 254, 255 },
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

    [Fact]
    public async Task A_class_of_our_own_is_written_and_read()
    {
        var sent = new Row
        {
            PartitionKey = "p",
            RowKey = "r",
            Text = "é",
            Whole = 7,
            Long = 8,
            Number = 9,
            Flag = true,
            Id = Guid.Parse("c2b1b2de-0bb4-4fd4-9c3e-8d3b6f9f3a11"),
            At = Instant,
            Utc = Instant.UtcDateTime,
            Bytes = [1, 2],
            Data = BinaryData.FromBytes(new byte[] { 3 }),
            Kind = DayOfWeek.Friday,
            Renamed = "x",
            Ignored = "never sent",
        };
        await Table.AddEntityAsync(sent);

        Row read = await Table.GetEntityAsync<Row>("p", "r");
        TableEntity raw = await Table.GetEntityAsync<TableEntity>("p", "r");

        Assert.Equal(
            (sent.Text, sent.Whole, sent.Long, sent.Number, sent.Flag, sent.Id, sent.At, sent.Utc, sent.Kind, sent.Renamed, (int?)null),
            (read.Text, read.Whole, read.Long, read.Number, read.Flag, read.Id, read.At, read.Utc, read.Kind, read.Renamed, read.Nothing));
        Assert.Equal(sent.Bytes, read.Bytes);
        Assert.Equal(sent.Data.ToArray(), read.Data!.ToArray());
        Assert.Null(read.Ignored);
        Assert.Equal(("x", "Friday"), (raw.GetString("Other"), raw.GetString("Kind")));
        Assert.NotEqual(default, read.ETag);
    }

    [Fact]
    public async Task A_value_that_the_service_has_no_type_for_is_refused_before_it_loses_digits()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["Amount"] = 1.1m }));
        await Assert.ThrowsAsync<NotSupportedException>(() => Table.AddEntityAsync(new TableEntity("p", "r") { ["At"] = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Local) }));
    }

    [Fact]
    public void A_property_read_as_another_type_is_a_mistake_that_is_named()
    {
        var entity = new TableEntity("p", "r") { ["Count"] = 1, ["When"] = Instant };

        Assert.Contains("Count", Assert.Throws<InvalidOperationException>(() => entity.GetString("Count")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => entity["Count"] = "one");
        Assert.Null(entity.GetInt32("Missing"));
        Assert.Equal(Instant.UtcDateTime, entity.GetDateTime("When"));
    }

    private sealed class Row : ITableEntity
    {
        public string PartitionKey { get; set; } = "";

        public string RowKey { get; set; } = "";

        public DateTimeOffset? Timestamp { get; set; }

        public ETag ETag { get; set; }

        public string? Text { get; set; }

        public int? Whole { get; set; }

        public int? Nothing { get; set; }

        public long Long { get; set; }

        public double Number { get; set; }

        public bool Flag { get; set; }

        public Guid Id { get; set; }

        public DateTimeOffset At { get; set; }

        public DateTime Utc { get; set; }

        public byte[]? Bytes { get; set; }

        public BinaryData? Data { get; set; }

        public DayOfWeek Kind { get; set; }

        [DataMember(Name = "Other")]
        public string? Renamed { get; set; }

        [IgnoreDataMember]
        public string? Ignored { get; set; }
    }
}
