using System.Net;
using System.Text.Json;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Tests.Unit.Messaging.Outbox;

public sealed class MailServicePauseTests
{
    private static readonly DateTimeOffset Now = new(2026, 10, 12, 6, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Retry-After", "90", 90)]
    [InlineData("Retry-After", "Mon, 12 Oct 2026 06:35:00 GMT", 300)]
    [InlineData("X-RateLimit-Reset", "1791786630", 30)]
    public void It_lasts_as_long_as_the_mail_service_says(string header, string value, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Wanted(header, value));

    [Theory]
    [InlineData("X-Other", "90")]
    [InlineData("X-RateLimit-Reset", "soon")]
    public void Nothing_said_is_no_pause(string header, string value) => Assert.Null(Wanted(header, value));

    private static TimeSpan? Wanted(string header, string value)
    {
        using var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        answer.Headers.TryAddWithoutValidation(header, value);
        return MailServicePause.Wanted(answer.Headers, Now);
    }

    [Theory]
    [InlineData(
        """[{"event":"bounce","stream":"plan-x","delivery":"d","sg_event_id":"\ud800"}, {"event":"delivered","stream":"plan-x","delivery":"e"}]"""
    )]
    [InlineData(
        """[{"event":"bounce","stream":"plan-x","delivery":"d","\udc00":1}, {"event":"delivered","stream":"plan-x","delivery":"e"}]"""
    )]
    [InlineData("""[7, null, {"event":1}, {"event":"delivered","stream":"plan-x","delivery":"e"}]""")]
    public void An_event_that_holds_no_text_keeps_no_other_from_being_taken(string json) =>
        Assert.Equal("e", Assert.Single(MailDeliveryEvent.Read(System.Text.Encoding.UTF8.GetBytes(json))).Delivery);

    [Fact]
    public void What_is_no_array_is_told() => Assert.ThrowsAny<JsonException>(() => MailDeliveryEvent.Read("{}"u8.ToArray()));
}
