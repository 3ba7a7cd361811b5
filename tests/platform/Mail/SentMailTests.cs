using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Mail;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace ACip.Tests.Platform.Mail;

public sealed class SentMailTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "acip-mail-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task What_the_SendGrid_client_sends_is_in_the_inbox()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        var client = new SendGridClient(
            app.Http,
            new SendGridClientOptions { ApiKey = "SG.local", Host = app.Http.BaseAddress + "local/sendgrid" }
        );
        var mail = new SendGridMessage
        {
            From = new EmailAddress("a-cip@a-cip.example", "A-CIP"),
            ReplyTo = new EmailAddress("t-1@reply.a-cip.example"),
            Subject = "Chiffres d’été",
            PlainTextContent = "Bonjour",
            HtmlContent = "<p>Bonjour</p>",
            Personalizations =
            [
                new Personalization
                {
                    Tos = [new EmailAddress("amina@customs.example")],
                    Headers = new() { ["Message-ID"] = "<1@a-cip.example>", ["References"] = "<0@a-cip.example>" },
                    CustomArgs = new() { ["delivery"] = "1" },
                },
            ],
        };
        mail.AddAttachment("figures.xlsx", Convert.ToBase64String([1, 2, 3]), "application/octet-stream", "attachment");
        mail.SetClickTracking(false, false);
        mail.SetOpenTracking(false);

        SendGrid.Response answer = await client.SendEmailAsync(mail);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        LocalMessage kept = Assert.Single(app.Mailbox.List("AMINA@customs.example"));
        Assert.Equal(kept.SendId, Assert.Single(answer.Headers.GetValues("X-Message-Id")));
        Assert.Equal(
            ("Chiffres d’été", "Bonjour", "<p>Bonjour</p>", "<1@a-cip.example>"),
            (kept.Subject, kept.Text, kept.Html!, kept.MessageId)
        );
        Assert.Equal("=?UTF-8?B?Q2hpZmZyZXMgZOKAmcOpdMOp?=", kept.Headers["subject"]);
        Assert.Equal("<0@a-cip.example>", kept.Headers["References"]);
        Assert.Equal("t-1@reply.a-cip.example", kept.Headers["Reply-To"]);
        Assert.Equal("1", kept.CustomArgs["delivery"]);
        Assert.Equal([1, 2, 3], Assert.Single(kept.Attachments).Content);
        Assert.Equal(FakeApp.Start, kept.AcceptedAt);
    }

    [Fact]
    public async Task Each_recipient_has_a_message_and_a_cursor_shows_what_is_new()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage first = await app.SendOneAsync();
        JsonObject request = Requests.Sound("baba@customs.example", "d-2");
        request.Personalization()["cc"] = new JsonArray(new JsonObject { ["email"] = "amina@customs.example" });
        using HttpResponseMessage answer = await app.SendAsync(request.ToJsonString());
        Assert.Equal(
            ["baba@customs.example", "amina@customs.example"],
            app.Mailbox.List(after: first.Number).Select(message => message.Recipient.Email)
        );
        Assert.Equal(2, app.Mailbox.List("amina@customs.example").Count);
        Assert.Equal(
            [("amina@customs.example", 2), ("baba@customs.example", 1)],
            app.Mailbox.People().Select(person => (person.Who.Email, person.Messages))
        );
        Assert.Single(app.Mailbox.List().Select(message => message.SendId).Skip(1).Distinct());
    }

    [Fact]
    public async Task NextAsync_waits_for_a_message_that_has_not_come_yet()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        Task<LocalMessage> wanted = app.Mailbox.NextAsync(message => message.CustomArgs["delivery"] == "d-2");
        await app.SendOneAsync(deliveryId: "d-1");
        Assert.False(wanted.IsCompleted);
        LocalMessage second = await app.SendOneAsync(deliveryId: "d-2");
        Assert.Equal(second.Id, (await wanted).Id);
    }

    [Fact]
    public async Task The_same_seed_and_content_give_the_same_ids_in_whatever_order_and_a_repeat_gets_its_own()
    {
        List<string> ids = [];
        foreach (string[] order in new[] { new[] { "d-1", "d-2", "d-1" }, ["d-2", "d-1", "d-1"] })
        {
            await using FakeApp app = await FakeApp.StartAsync();
            foreach (string delivery in order)
            {
                await app.SendOneAsync(deliveryId: delivery);
            }

            ids.Add(string.Join(' ', app.Mailbox.List().Select(message => message.Id).Order(StringComparer.Ordinal)));
        }

        Assert.Single(ids.Distinct());
        Assert.Equal(3, ids[0].Split(' ').Distinct().Count());
    }

    [Fact]
    public async Task A_restarted_service_still_has_the_messages_and_counts_on()
    {
        string first;
        await using (FakeApp app = await FakeApp.StartAsync(options => options.DataFolder = folder))
        {
            first = JsonSerializer.Serialize(await app.SendOneAsync());
        }

        await using FakeApp again = await FakeApp.StartAsync(options => options.DataFolder = folder);
        Assert.Equal(first, JsonSerializer.Serialize(Assert.Single(again.Mailbox.List())));
        Assert.Equal("delivered", Assert.Single(again.Mailbox.EventsOf(again.Mailbox.List()[0].Id)).Name);
        LocalMessage repeated = await again.SendOneAsync();
        Assert.Equal(2, repeated.Number);
        Assert.NotEqual(again.Mailbox.List()[0].Id, repeated.Id);
    }

    [Fact]
    public async Task Half_a_line_at_the_end_of_the_journal_is_forgotten()
    {
        await using (FakeApp app = await FakeApp.StartAsync(options => options.DataFolder = folder))
        {
            await app.SendOneAsync();
        }

        string journal = Path.Combine(folder, "mail.jsonl");
        string[] lines = await File.ReadAllLinesAsync(journal);
        await File.AppendAllTextAsync(journal, lines[0][..(lines[0].Length / 2)]);
        await using (FakeApp app = await FakeApp.StartAsync(options => options.DataFolder = folder))
        {
            Assert.Single(app.Mailbox.List());
            await app.SendOneAsync(deliveryId: "d-2");
        }

        await using FakeApp last = await FakeApp.StartAsync(options => options.DataFolder = folder);
        Assert.Equal(2, last.Mailbox.List().Count);
    }

    [Fact]
    public async Task A_restarted_service_goes_on_with_a_reply_that_was_not_taken_and_only_with_that()
    {
        await using (FakeApp app = await FakeApp.StartAsync(options => options.DataFolder = folder))
        {
            LocalMessage message = await app.SendOneAsync();
            await app.Busy.QuietAsync();
            await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "taken" });
            app.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
            await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "not taken" });
        }

        await using FakeApp again = await FakeApp.StartAsync(options => options.DataFolder = folder, FakeApp.Start.AddHours(1));
        await again.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal("not taken\n", Assert.Single(again.Inbound).Field("text"));
        Assert.True(again.Inbound.Single().IsGenuine);
        Assert.Equal(PostState.Taken, Assert.Single(again.Mailbox.Received).State);
        Assert.Empty(again.Events);
    }

    [Theory]
    [InlineData(SendFault.Unavailable, HttpStatusCode.ServiceUnavailable, 0)]
    [InlineData(SendFault.TooMany, HttpStatusCode.TooManyRequests, 0)]
    [InlineData(SendFault.SentButFailed, HttpStatusCode.InternalServerError, 1)]
    [InlineData(SendFault.Lost, HttpStatusCode.Accepted, 0)]
    public async Task Sending_can_go_wrong_on_purpose_once(SendFault fault, HttpStatusCode expected, int kept)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        app.Mailbox.NextSends(fault);
        using HttpResponseMessage answer = await app.SendAsync(Requests.Sound().ToJsonString());
        await app.Busy.QuietAsync();
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(kept, app.Mailbox.List().Count);
        Assert.Equal(kept, app.Events.Count);
        await app.SendOneAsync();
    }
}
