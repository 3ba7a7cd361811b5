using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace ACip.Tests.Platform.Host;

public sealed class ClockPageTests
{
    [Fact]
    public async Task The_page_shows_time_and_next_alarm_and_its_buttons_move_both()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Contains("Thursday 1 January 2026, 00:00:00 UTC", (await host.GetAsync("/local/clock")).Body, StringComparison.Ordinal);
        Assert.Contains(
            "Next alarm: Thursday 1 January 2026, 03:00:00 UTC",
            (await host.GetAsync("/local/clock")).Body,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await host.SendAsync(HttpMethod.Post, "/local/clock/advance", new FormUrlEncodedContent([new("months", "1")]))).Status
        );
        Assert.Contains("Sunday 1 February 2026, 00:00:00 UTC", (await host.GetAsync("/local/clock")).Body, StringComparison.Ordinal);
        Assert.Equal(31, host.Journal.Lines.Count(l => l.StartsWith("nightly", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""{"days":1}""", "2026-01-02T00:00:00+00:00")]
    [InlineData("""{"days":0.5}""", "2026-01-01T12:00:00+00:00")]
    [InlineData("""{"to":"2026-03-04"}""", "2026-03-04T00:00:00+00:00")]
    [InlineData("""{"to":"2026-03-04T09:00:00+03:00"}""", "2026-03-04T06:00:00+00:00")]
    public async Task The_command_takes_days_or_a_date(string json, string expected)
    {
        await using TestHost host = await TestHost.StartAsync();

        using HttpResponseMessage moved = await host.Http.PostAsync("/local/clock/advance", new StringContent(json));

        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), (await moved.Content.ReadFromJsonAsync<Moved>())!.Now);
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), host.Platform.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("""{"to":"2025-12-31"}""")]
    [InlineData("""{"to":"tomorrow"}""")]
    [InlineData("""{"days":1e9}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("days")]
    public async Task What_makes_no_sense_is_refused_and_moves_nothing(string json)
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await host.SendAsync(HttpMethod.Post, "/local/clock/advance", new StringContent(json))).Status
        );
        Assert.Equal("2026-01-01", host.Platform.Clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_index_leads_everywhere_and_lists_what_there_is()
    {
        await using TestHost host = await TestHost.StartAsync();

        var (_, body) = await host.GetAsync("/local");

        Assert.All(
            ["/local/clock", "/.auth/login/local", "Greet", "0 0 3 * * *", "GET /api/action"],
            part => Assert.Contains(part, body, StringComparison.Ordinal)
        );
    }

    private sealed record Moved(DateTimeOffset Now, DateTimeOffset? NextAlarm);
}
