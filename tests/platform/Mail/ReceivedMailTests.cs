using System.Net;
using System.Text;
using System.Text.Json;
using ACip.Local.Mail;

namespace ACip.Tests.Platform.Mail;

public sealed class ReceivedMailTests
{
    [Fact]
    public async Task A_reply_is_posted_to_the_reply_address_and_its_signature_verifies_over_the_raw_bytes()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        Delivery delivery = await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45 %" });
        WebhookCall call = Assert.Single(app.Inbound);
        Assert.Equal(PostState.Taken, delivery.State);
        Assert.True(call.IsGenuine);
        Assert.False((call with { Body = [.. call.Body, 0] }).IsGenuine);
        Assert.Equal($"{FakeApp.Start.ToUnixTimeSeconds()}", call.Timestamp);
        Assert.StartsWith("multipart/form-data; boundary=", call.ContentType, StringComparison.Ordinal);
        Assert.Equal("B3: 45 %\n", call.Field("text"));
        Assert.Equal("Amina Été <amina@customs.example>", call.Field("from"));
        Assert.Equal("""{"to":["t-abc234@reply.a-cip.example"],"from":"amina@customs.example"}""", call.Field("envelope"));
        Assert.Equal("{@customs.example : pass}", call.Field("dkim"));
        Assert.Equal("pass", call.Field("SPF"));
        Assert.Equal("Re: Quarterly figures, third quarter", call.Field("subject"));
        Assert.Equal("0", call.Field("attachments"));
        Assert.Contains("In-Reply-To: <d-1@a-cip.example>\n", call.Field("headers"), StringComparison.Ordinal);
        Assert.Contains("References: <d-1@a-cip.example>\n", call.Field("headers"), StringComparison.Ordinal);
        Assert.Contains($"Message-ID: {delivery.About}\n", call.Field("headers"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ISO-8859-1", "Été à Yaoundé")]
    [InlineData("windows-1252", "Été – 45 €")]
    [InlineData("UTF-8", "Été – 45 €")]
    [InlineData("windows-1251", "Отчёт")]
    public async Task The_bytes_of_a_reply_are_those_of_its_charset(string charset, string text)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Mailbox.ReplyAsync(
            message.Id,
            new InboundReply
            {
                Text = text,
                Html = $"<p>{text}</p>",
                Charset = charset,
            }
        );
        WebhookCall call = Assert.Single(app.Inbound);
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.GetEncoding(charset);
        Assert.True(call.Body.AsSpan().IndexOf(encoding.GetBytes(text)) > 0);
        Assert.Equal(text + "\n", call.Field("text", encoding));
        Assert.Equal($"<p>{text}</p>", call.Field("html", encoding));
        using JsonDocument charsets = JsonDocument.Parse(call.Field("charsets")!);
        Assert.Equal(charset, charsets.RootElement.GetProperty("text").GetString());
        Assert.Equal(charset, charsets.RootElement.GetProperty("html").GetString());
        Assert.Equal("UTF-8", charsets.RootElement.GetProperty("subject").GetString());
        Assert.True(call.IsGenuine);
    }

    [Fact]
    public async Task Attachments_arrive_byte_for_byte_and_are_described()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        byte[] content = [.. Enumerable.Range(0, 256).Select(n => (byte)n), .. "\r\n--xYzZY--\r\n"u8];
        await app.Mailbox.ReplyAsync(
            message.Id,
            new InboundReply
            {
                Text = "filled",
                Attachments = [new InboundAttachment("figures \"Q3\".xlsx", "application/octet-stream", content)],
            }
        );
        WebhookCall call = Assert.Single(app.Inbound);
        Assert.Equal("multipart/form-data; boundary=xYzZYx", call.ContentType);
        Assert.True(call.Body.AsSpan().IndexOf(content) > 0);
        Assert.Contains(
            "filename=\"figures \\\"Q3\\\".xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n",
            call.Latin1,
            StringComparison.Ordinal
        );
        Assert.Contains("\"attachment1\":{\"filename\":", call.Latin1, StringComparison.Ordinal);
        Assert.True(call.IsGenuine);
    }

    [Fact]
    public async Task A_post_answered_503_is_tried_again_until_it_is_taken()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Busy.QuietAsync();
        foreach (int _ in Enumerable.Range(0, 3))
        {
            app.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        }

        Delivery first = await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45" });
        Assert.Equal(PostState.Waiting, first.State);
        await app.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        Delivery now = Assert.Single(app.Mailbox.Received);
        Assert.Equal(PostState.Taken, now.State);
        Assert.Equal([503, 503, 503, 200], now.Attempts.Select(attempt => attempt.Status!.Value));
        Assert.Single(app.Inbound.Select(call => Convert.ToHexString(call.Body)).Distinct());
        Assert.All(app.Inbound, call => Assert.True(call.IsGenuine));
    }

    [Fact]
    public async Task After_three_days_of_503_it_is_given_up()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Busy.QuietAsync();
        foreach (int _ in Enumerable.Range(0, 200))
        {
            app.Answers.Enqueue(HttpStatusCode.ServiceUnavailable);
        }

        await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45" });
        await app.Clock.AdvanceAsync(TimeSpan.FromDays(10));
        Delivery now = Assert.Single(app.Mailbox.Received);
        Assert.Equal(PostState.GivenUp, now.State);
        Assert.Equal(FakeApp.Start.AddDays(3), now.Attempts[^1].At);
        Assert.Null(app.Clock.NextAlarm);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(HttpStatusCode.Redirect)]
    public async Task A_post_answered_otherwise_is_dropped_at_once_and_for_ever(HttpStatusCode answer)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Busy.QuietAsync();
        app.Answers.Enqueue(answer);
        Delivery delivery = await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45" });
        await app.Clock.AdvanceAsync(TimeSpan.FromDays(4));
        Assert.Equal(PostState.Dropped, delivery.State);
        Assert.Single(app.Inbound);
    }

    [Fact]
    public async Task Nobody_listening_counts_as_5xx()
    {
        await using FakeApp app = await FakeApp.StartAsync(options => options.InboundParseUrl = new Uri("http://127.0.0.1:9/"));
        LocalMessage message = await app.SendOneAsync();
        Delivery delivery = await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45" });
        Assert.Equal(PostState.Waiting, delivery.State);
        Assert.Null(Assert.Single(delivery.Attempts).Status);
        Assert.NotNull(app.Clock.NextAlarm);
    }

    [Fact]
    public async Task A_reply_can_be_delivered_twice_and_late()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Mailbox.ReplyAsync(
            message.Id,
            new InboundReply { Text = "B3: 45", Handover = new Handover(Times: 2, Late: TimeSpan.FromDays(2)) }
        );
        Assert.Empty(app.Inbound);
        await app.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, app.Inbound.Count);
        Assert.Single(app.Inbound.Select(call => Convert.ToHexString(call.Body)).Distinct());
    }

    [Theory]
    [InlineData(Signing.Missing)]
    [InlineData(Signing.OtherKey)]
    [InlineData(Signing.OtherBody)]
    [InlineData(Signing.Garbage)]
    public async Task A_reply_can_be_signed_wrongly(Signing signing)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45", Handover = new Handover(Signing: signing) });
        WebhookCall call = Assert.Single(app.Inbound);
        Assert.False(call.IsGenuine);
        Assert.Equal(signing == Signing.Missing, call.Signature is null);
    }

    [Fact]
    public async Task After_a_key_rotation_posts_are_signed_with_the_new_key()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        string old = app.Mailbox.InboundPublicKey;
        app.Mailbox.RotateInboundKey();
        await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45" });
        WebhookCall call = Assert.Single(app.Inbound);
        Assert.NotEqual(old, app.Mailbox.InboundPublicKey);
        Assert.True(call.IsGenuine);
        Assert.False((call with { Key = old }).IsGenuine);
    }

    [Fact]
    public async Task Mail_to_another_domain_than_ours_goes_nowhere()
    {
        await using FakeApp app = await FakeApp.StartAsync(options => options.ReplyDomain = "REPLY.a-cip.example");
        LocalMessage message = await app.SendOneAsync();
        Delivery astray = await app.Mailbox.ReplyAsync(
            message.Id,
            new InboundReply { Text = "B3: 45", To = new MailAddress("a-cip@a-cip.example") }
        );
        Delivery reply = await app.Mailbox.ReplyAsync(message.Id, new InboundReply { Text = "B3: 45" });
        Assert.Equal(PostState.NotRouted, astray.State);
        Assert.Equal(PostState.Taken, reply.State);
    }
}
