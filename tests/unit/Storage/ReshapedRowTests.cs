using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Unit.Storage;

/// <summary>A made-up kind of row that was written in three shapes over the years.</summary>
public sealed class ReshapedRowTests
{
    private static readonly StreamId Stream = new("plan-gh-2026");

    [Theory]
    [InlineData(null, """{"title":"Port hall","rows":4,"perRow":10}""")]
    [InlineData(2, """{"name":"Port hall","rows":4,"perRow":10}""")]
    [InlineData(3, """{"name":"Port hall","seats":40}""")]
    public void Whatever_its_shape_it_is_read_as_it_is_today(int? shape, string json) =>
        Assert.Equal(
            new Venue("Port hall", 40),
            RowShape.Read<Venue>(RowShape.Rebuild(Stream, "venue|1", json, shape, told: 7, salt: null)).Value
        );

    [Fact]
    public void Written_again_it_stands_in_the_shape_of_today_and_the_chain_holds_that()
    {
        TableEntity old = RowShape.Rebuild(Stream, "venue|1", """{"title":"Port hall","rows":4,"perRow":10}""", null, null, null);
        TableEntity now = RowShape.Write(Stream, "venue|1", RowShape.Read<Venue>(old).Value);
        Assert.Equal((3, """{"name":"Port hall","seats":40}"""), (now.GetInt32(RowShape.Version), RowShape.Text(now)));
        string hash = RowHash.Of(now);
        now[RowShape.Version] = 2;
        Assert.NotEqual(hash, RowHash.Of(now));
    }

    [Fact]
    public void Reading_changes_nothing_of_the_row_so_that_its_hash_stays_what_the_chain_says()
    {
        TableEntity old = RowShape.Rebuild(Stream, "venue|1", """{"title":"Port hall","rows":4,"perRow":10}""", null, 3, "ab");
        string hash = RowHash.Of(old);
        RowShape.Read<Venue>(old);
        Assert.Equal(hash, RowHash.Of(old));
    }

    [Fact]
    public void A_row_of_a_newer_version_is_refused_rather_than_read_with_less()
    {
        TableEntity newer = RowShape.Rebuild(Stream, "venue|1", """{"name":"Port hall","seats":40,"floor":2}""", 4, null, null);
        Assert.Contains("Deploy the one that wrote it", Assert.Throws<JsonException>(() => RowShape.Read<Venue>(newer)).Message);
        Assert.Null(RowShape.TryRead<Venue>(newer));
    }

    [Fact]
    public void A_kind_of_the_first_shape_is_written_without_a_mark_as_it_always_was()
    {
        TableEntity row = RowShape.Write(Stream, "hall|1", new Hall("Port hall"));
        Assert.Equal(["Json", "PartitionKey", "RowKey"], row.Keys.Order(StringComparer.Ordinal));
        TableEntity newer = RowShape.Rebuild(Stream, "hall|1", """{"name":"Port hall"}""", 2, null, null);
        Assert.Throws<JsonException>(() => RowShape.Read<Hall>(newer));
    }

    private sealed record Hall(string Name);

    private sealed record Venue(string Name, int Seats) : IReshaped
    {
        public static int Shape => 3;

        public static void Reshape(int from, JsonObject row)
        {
            switch (from)
            {
                case 1:
                    row["name"] = row["title"]!.DeepClone();
                    row.Remove("title");
                    break;
                case 2:
                    row["seats"] = (int)row["rows"]! * (int)row["perRow"]!;
                    row.Remove("rows");
                    row.Remove("perRow");
                    break;
            }
        }
    }
}
