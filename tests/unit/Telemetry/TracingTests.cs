using System.Diagnostics;
using ACip.Workflows.Telemetry;

namespace ACip.Tests.Unit.Telemetry;

public sealed class TracingTests : IDisposable
{
    private const string Cause = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == Tracing.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public TracingTests() => ActivitySource.AddActivityListener(listener);

    [Fact]
    public void What_happens_later_goes_on_in_the_trace_of_its_cause_and_names_who_runs_it()
    {
        using Activity runs = new Activity("the daily check").Start();
        using Activity? sent = Tracing.Continue("mail.send", ActivityKind.Client, Cause);
        Assert.Equal(("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"), (sent!.TraceId.ToString(), sent.ParentSpanId.ToString()));
        Assert.Equal(runs.SpanId, Assert.Single(sent.Links).Context.SpanId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no trace")]
    public void Without_a_cause_it_belongs_to_who_runs_it(string? cause)
    {
        using Activity runs = new Activity("run").Start();
        using Activity? sent = Tracing.Continue("mail.send", ActivityKind.Client, cause);
        Assert.Equal((runs.TraceId, runs.SpanId), (sent!.TraceId, sent.ParentSpanId));
    }

    [Fact]
    public void In_the_trace_of_its_cause_it_belongs_to_who_runs_it()
    {
        using Activity runs = new Activity("run").SetParentId(Cause).Start();
        using Activity? sent = Tracing.Continue("mail.send", ActivityKind.Client, Cause);
        Assert.Equal(runs.SpanId, sent!.ParentSpanId);
    }

    [Fact]
    public void Where_nobody_records_nothing_is_kept()
    {
        using Activity unseen = new Activity("unseen").Start();
        Assert.Null(Tracing.Here);
    }

    public void Dispose() => listener.Dispose();
}
