using System.Net;
using System.Text.Json.Nodes;
using ACip.Local.Mail;

namespace ACip.Tests.Platform.Mail;

public sealed class DeliveryEventTests
{
    [Fact]
    public async Task A_delivered_message_is_reported_signed_with_its_custom_arguments_among_the_members()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Busy.QuietAsync();
        WebhookCall call = Assert.Single(app.Events);
        Assert.True(call.IsGenuine);
        Assert.Equal("application/json;charset=utf-8", call.ContentType.Replace(" ", "", StringComparison.Ordinal));
        JsonArray events = JsonNode.Parse(call.Body)!.AsArray();
        Assert.Equal(["processed", "delivered"], events.Select(one => (string)one!["event"]!));
        JsonNode delivered = events[1]!;
        Assert.Equal("amina@customs.example", (string)delivered["email"]!);
        Assert.Equal(FakeApp.Start.ToUnixTimeSeconds(), (long)delivered["timestamp"]!);
        Assert.Equal("d-1", (string)delivered["delivery"]!);
        Assert.Equal("<d-1@a-cip.example>", (string)delivered["smtp-id"]!);
        Assert.StartsWith(message.SendId + ".", (string)delivered["sg_message_id"]!, StringComparison.Ordinal);
        Assert.NotEqual((string)events[0]!["sg_event_id"]!, (string)delivered["sg_event_id"]!);
    }

    [Theory]
    [InlineData(RecipientBehaviour.Bounce, "processed bounce")]
    [InlineData(RecipientBehaviour.Drop, "dropped")]
    [InlineData(RecipientBehaviour.Defer, "processed deferred | delivered")]
    [InlineData(RecipientBehaviour.Silent, "")]
    [InlineData(RecipientBehaviour.EventsTwice, "processed delivered | processed delivered")]
    public async Task An_address_behaves_as_it_is_told(RecipientBehaviour behaviour, string expected)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        app.Mailbox.SetBehaviour("amina@customs.example", behaviour);
        await app.SendOneAsync();
        await app.Clock.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(expected, string.Join(" | ", app.Events.Select(Names)));
    }

    [Fact]
    public async Task Mail_to_an_address_that_bounced_is_dropped_until_that_is_forgiven()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        app.Mailbox.SetBehaviour("amina@customs.example", RecipientBehaviour.Bounce);
        await app.SendOneAsync(deliveryId: "d-1");
        await app.Busy.QuietAsync();
        await app.SendOneAsync(deliveryId: "d-2");
        await app.Busy.QuietAsync();
        app.Mailbox.SetBehaviour("amina@customs.example", RecipientBehaviour.Deliver);
        await app.SendOneAsync(deliveryId: "d-3");
        await app.Busy.QuietAsync();
        Assert.Equal(["processed bounce", "dropped", "processed delivered"], app.Events.Select(Names));
    }

    [Fact]
    public async Task Events_that_come_while_a_request_is_under_way_go_together_with_the_next()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        var first = new TaskCompletionSource();
        app.Holds = first.Task;
        await app.SendOneAsync(deliveryId: "d-1");
        for (int more = 2; more <= 4; more++)
        {
            await app.SendOneAsync($"person-{more}@customs.example", $"d-{more}");
        }

        first.SetResult();
        await app.Busy.QuietAsync();

        Assert.All(app.Events, call => Assert.True(call.IsGenuine));
        Assert.Equal("d-1", Deliveries(app.Events.First()).Distinct().Single());
        Assert.Equal(["d-1", "d-2", "d-3", "d-4"], app.Events.SelectMany(Deliveries).Distinct().Order());
        Assert.True(app.Events.Count < 4, $"{app.Events.Count} requests");
    }

    [Fact]
    public async Task Events_twice_are_the_same_events_to_the_letter()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        app.Mailbox.SetBehaviour("amina@customs.example", RecipientBehaviour.EventsTwice);
        await app.SendOneAsync();
        await app.Busy.QuietAsync();
        Assert.Equal(2, app.Events.Count);
        Assert.Single(app.Events.Select(call => call.Latin1).Distinct());
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Events_not_answered_2xx_are_posted_again(HttpStatusCode answer)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        app.Answers.Enqueue(answer);
        await app.SendOneAsync();
        await app.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(2, app.Events.Count);
        Assert.Equal(PostState.Taken, Assert.Single(app.Mailbox.PostedEvents).State);
    }

    [Fact]
    public async Task A_scheduled_message_is_processed_now_and_delivered_then()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        JsonObject request = Requests.Sound();
        request["send_at"] = FakeApp.Start.AddHours(5).ToUnixTimeSeconds();
        using HttpResponseMessage answer = await app.SendAsync(request.ToJsonString());
        await app.Busy.QuietAsync();
        Assert.Equal(["processed"], app.Events.Select(Names));
        await app.Clock.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.Equal(["processed", "delivered"], app.Events.Select(Names));
    }

    [Fact]
    public async Task A_bounce_can_be_reported_days_later()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        await app.Mailbox.ReportAsync(message.Id, "bounce");
        Assert.Equal("bounce", Names(app.Events.Last()));
        Assert.Equal(["delivered", "bounce"], app.Mailbox.EventsOf(message.Id).Select(one => one.Name));
    }

    private static IEnumerable<string> Deliveries(WebhookCall call) =>
        JsonNode.Parse(call.Body)!.AsArray().Select(one => (string)one!["delivery"]!);

    private static string Names(WebhookCall call) =>
        string.Join(' ', JsonNode.Parse(call.Body)!.AsArray().Select(one => (string)one!["event"]!));
}
