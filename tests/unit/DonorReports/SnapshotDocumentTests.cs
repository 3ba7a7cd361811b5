using System.Text;
using System.Text.Json;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.DonorReports;

public sealed class SnapshotDocumentTests
{
    private static readonly DonorSnapshot Sample = SampleSnapshots.Sample(DonorTemplate.Norad);

    [Fact]
    public void A_snapshot_read_and_written_again_is_the_same_bytes()
    {
        byte[] bytes = SnapshotDocument.Write(Sample);
        Assert.Equal(bytes, SnapshotDocument.Write(SnapshotDocument.Read(bytes)));
        Assert.Equal(bytes, SnapshotDocument.Write(SnapshotDocument.Open(() => new MemoryStream(bytes))));
    }

    [Fact]
    public void The_order_in_which_lists_come_does_not_matter()
    {
        DonorSnapshot shuffled = new(
            Sample.Head with
            {
                Administrations = [.. Sample.Head.Administrations.Reverse()],
                AuditHeads = [.. Sample.Head.AuditHeads.Reverse()],
            },
            [.. Sample.Plans.Reverse().Select(plan => plan with { Observations = [.. plan.Observations.Reverse()] })]
        );
        Assert.Equal(SnapshotDocument.Write(Sample), SnapshotDocument.Write(shuffled));
    }

    [Fact]
    public void One_number_and_one_instant_have_one_form()
    {
        string text = Encoding.ASCII.GetString(
            SnapshotDocument.Write(
                Sample with
                {
                    Head = Sample.Head with
                    {
                        AsOf = new DateTimeOffset(2026, 2, 15, 14, 0, 0, TimeSpan.FromHours(2)),
                        Earlier = [new EarlierFigure("1111.1", SampleSnapshots.Year, 1.500m)],
                    },
                }
            )
        );
        Assert.Contains("\"asOf\":\"2026-02-15T12:00:00Z\"", text, StringComparison.Ordinal);
        Assert.Contains("\"value\":1.5}", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_JSON_without_whitespace_outside_texts()
    {
        byte[] bytes = SnapshotDocument.Write(Sample);
        using var parsed = JsonDocument.Parse(bytes);
        Assert.Equal(JsonSerializer.Serialize(parsed.RootElement), Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"head\":{},\"plans\":[]}")]
    [InlineData("{\"head\":{\"schema\":1")]
    public void Something_else_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => SnapshotDocument.Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_cut_snapshot_is_refused_wherever_it_is_cut()
    {
        byte[] bytes = SnapshotDocument.Write(SampleSnapshots.Sample(DonorTemplate.Neutral, administrations: 2, indicators: 2));
        for (int length = 0; length < bytes.Length; length += 97)
        {
            Assert.ThrowsAny<JsonException>(() => SnapshotDocument.Read(bytes[..length]));
        }
    }

    [Fact]
    public void Plans_that_stream_out_of_order_are_refused() =>
        Assert.Throws<ArgumentException>(() => SnapshotDocument.Write(Sample with { Plans = Sample.Plans.Reverse().Where(_ => true) }));
}
