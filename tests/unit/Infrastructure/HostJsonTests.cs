using System.Text.Json;

namespace ACip.Tests.Unit.Infrastructure;

/// <summary>What the genuine host was seen to need.</summary>
public sealed class HostJsonTests
{
    private static readonly JsonElement Host = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "host.json"))).RootElement;

    [Fact]
    public void Storage_calls_are_not_logged_one_by_one() =>
        Assert.Equal("Warning", Host.GetProperty("logging").GetProperty("logLevel").GetProperty("Azure.Core").GetString());

    [Fact]
    public void Tracing_says_its_version_and_keeps_contents_out()
    {
        JsonElement tracing = Host.GetProperty("extensions").GetProperty("durableTask").GetProperty("tracing");
        Assert.Equal(
            (true, "V2"),
            (tracing.GetProperty("distributedTracingEnabled").GetBoolean(), tracing.GetProperty("version").GetString())
        );
        Assert.False(tracing.GetProperty("traceInputsAndOutputs").GetBoolean());
    }

    /// <summary>Or the host would tell of functions by its own, older means, beside what the worker exports.</summary>
    [Fact]
    public void Host_and_worker_tell_in_one_way() => Assert.Equal("OpenTelemetry", Host.GetProperty("telemetryMode").GetString());

    [Fact]
    public void Orchestrations_have_a_version() =>
        Assert.False(string.IsNullOrEmpty(ACip.Workflows.Orchestration.DeployedVersion.Of(Host.GetRawText())));
}
