using System.Globalization;
using System.Net;
using System.Text.Json;
using ACip.Tests.Platform.Workers;

namespace ACip.Tests.Platform.Host;

/// <summary>Long, late, broken and interrupted answers, each on a platform of its own where it holds the gate.</summary>
public sealed class HttpBodyTests(OwnHost own) : IClassFixture<OwnHost>
{
    private TestHost Host => own.Host;

    [Theory]
    [InlineData(1)]
    [InlineData(70)] // longer than every buffer on the way
    public async Task A_long_answer_arrives_whole(int megabytes) =>
        Assert.Equal(megabytes << 20, (await Host.Http.GetByteArrayAsync($"/api/big/{megabytes}")).Length);

    [Fact]
    public async Task A_long_answer_that_nobody_reads_to_its_end_is_no_work_that_the_clock_waits_for()
    {
        await using TestHost host = await TestHost.StartAsync();
        using (HttpResponseMessage begun = await host.Http.GetAsync("/api/big/70", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        }

        await host.Platform.Busy.QuietAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_first_part_arrives_before_the_last_is_written()
    {
        await using TestHost host = await TestHost.StartAsync();
        using HttpResponseMessage begun = await host.Http.GetAsync("/api/streams", HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await begun.Content.ReadAsStreamAsync();
        byte[] part = new byte[100];
        Assert.Equal("first", System.Text.Encoding.UTF8.GetString(part, 0, await body.ReadAsync(part)));
        Assert.False(host.Journal.Gate.Task.IsCompleted);

        host.Journal.Gate.SetResult();

        using var rest = new StreamReader(body);
        Assert.Equal(" last", await rest.ReadToEndAsync());
    }

    [Fact]
    public async Task A_failure_in_mid_answer_never_passes_for_a_whole_one()
    {
        using HttpResponseMessage begun = await Host.Http.GetAsync("/api/fails-late", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => begun.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_caller_who_leaves_cancels_the_function()
    {
        await using TestHost host = await TestHost.StartAsync();
        using var impatience = new CancellationTokenSource();
        Task<HttpResponseMessage> request = host.Http.GetAsync("/api/waits", impatience.Token);
        await host.Journal.AtGate.Task;
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);

        await Until.TrueAsync(() => host.Journal.Lines.Contains("cancelled"));

        await host.Platform.Busy.QuietAsync().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_status_without_a_body_keeps_its_headers()
    {
        using HttpResponseMessage answer = await Host.Http.GetAsync("/api/nothing");

        Assert.Equal((HttpStatusCode.NoContent, "nothing"), (answer.StatusCode, answer.Headers.GetValues("X-Said").Single()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64)]
    public async Task A_body_up_to_the_limit_that_Program_sets_arrives_byte_for_byte(int megabytes)
    {
        using var body = new ByteArrayContent(new byte[megabytes << 20]);

        Assert.Equal(
            (HttpStatusCode.OK, (megabytes << 20).ToString(CultureInfo.InvariantCulture)),
            await Host.SendAsync(HttpMethod.Post, "/api/upload", body)
        );
    }

    /// <summary>As on the genuine host: whatever the function answers, the caller's body could not be delivered.</summary>
    [Theory]
    [InlineData(80, true)]
    [InlineData(80, false)]
    public async Task A_body_beyond_the_limit_is_500_whatever_the_function_answers(int megabytes, bool chunked)
    {
        using var body = new StreamContent(new MemoryStream(new byte[megabytes << 20]));
        body.Headers.ContentLength = chunked ? null : megabytes << 20;

        Assert.Equal((HttpStatusCode.InternalServerError, ""), await Host.SendAsync(HttpMethod.Post, "/api/upload", body));
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on_in_the_function()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        JsonElement seen = JsonSerializer.Deserialize<JsonElement>(
            (await Host.GetAsync("/api/traces", ("traceparent", $"00-{Trace}-b7ad6b7169203331-01"), ("tracestate", "vendor=7"))).Body
        );

        Assert.StartsWith($"00-{Trace}-", seen.GetProperty("cause").GetString(), StringComparison.Ordinal);
        // the run has a span of its own
        Assert.DoesNotContain("b7ad6b7169203331", seen.GetProperty("cause").GetString(), StringComparison.Ordinal);
        Assert.Equal("vendor=7", seen.GetProperty("state").GetString());
        Assert.Equal(Trace, seen.GetProperty("own").GetString());
    }

    [Fact]
    public async Task Without_a_caller_that_has_one_each_run_begins_a_trace()
    {
        JsonElement[] seen = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(async _ => JsonSerializer.Deserialize<JsonElement>((await Host.GetAsync("/api/traces")).Body))
        );

        Assert.Equal(3, seen.Select(one => one.GetProperty("own").GetString()).Distinct().Count());
        Assert.All(seen, one => Assert.EndsWith("-01", one.GetProperty("cause").GetString(), StringComparison.Ordinal)); // to be recorded
        Assert.All(
            seen,
            one => Assert.Contains(one.GetProperty("own").GetString()!, one.GetProperty("cause").GetString(), StringComparison.Ordinal)
        );
    }
}
