using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using FunctionsSimulator;

namespace ACip.Tests.Platform.Host;

public sealed partial class ClockPageTests
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

    [Fact]
    public async Task It_leads_to_the_next_deadline_that_an_extension_knows_of_and_a_quarter_on()
    {
        var known = new Deadlines { Next = new DateTimeOffset(2026, 1, 20, 21, 59, 59, TimeSpan.Zero) };
        await using TestHost host = await TestHost.StartAsync(options => options with { Extensions = [known] });
        string page = (await host.GetAsync("/local/clock")).Body;
        Assert.Contains("To the next deadline, Tuesday 20 January 2026, 21:59:59 UTC", page, StringComparison.Ordinal);

        string to = WebUtility.HtmlDecode(ToButton().Match(page).Groups[1].Value);
        await host.SendAsync(HttpMethod.Post, "/local/clock/advance", new FormUrlEncodedContent([new("to", to)]));
        Assert.Equal(known.Next.Value.AddMinutes(1), host.Platform.Clock.GetUtcNow());
        Assert.DoesNotContain("next deadline", (await host.GetAsync("/local/clock")).Body, StringComparison.Ordinal); // it is over

        await host.SendAsync(HttpMethod.Post, "/local/clock/advance", new FormUrlEncodedContent([new("months", "3")]));
        Assert.Equal(new DateTimeOffset(2026, 4, 20, 22, 0, 59, TimeSpan.Zero), host.Platform.Clock.GetUtcNow());
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

    [GeneratedRegex("name=\"to\" value=\"([^\"]+)\"")]
    private static partial Regex ToButton();

    private sealed class Deadlines : IPlatformExtension
    {
        public DateTimeOffset? Next { get; init; }

        public Task<DateTimeOffset?> NextDeadlineAsync(CancellationToken cancellation) => Task.FromResult(Next);
    }
}
