using System.Net;
using System.Text.Json.Nodes;
using ACip.Local.Mail;

namespace ACip.Tests.Platform.Mail;

public sealed class InboxPageTests
{
    [Fact]
    public async Task The_inbox_shows_the_newest_first_and_each_person_apart()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        await app.SendOneAsync("amina@customs.example", "d-1");
        await app.SendOneAsync("baba@customs.example", "d-2");
        LocalMessage newest = await app.SendOneAsync("amina@customs.example", "d-3");
        string all = await app.Http.GetStringAsync("/local/mail");
        string hers = await app.Http.GetStringAsync("/local/mail?to=amina%40customs.example");
        Assert.Equal(3, Links(all).Length);
        Assert.EndsWith(newest.Id, Links(all)[0], StringComparison.Ordinal);
        Assert.Equal(2, Links(hers).Length);
        Assert.Contains("nothing leaves this machine", all, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\"><span>Amina", hers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_mail_is_a_page_away()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        foreach (int number in Enumerable.Range(1, 51))
        {
            await app.SendOneAsync(deliveryId: $"d-{number}");
        }

        Assert.Equal(50, Links(await app.Http.GetStringAsync("/local/mail")).Length);
        Assert.Contains("?before=2\"", await app.Http.GetStringAsync("/local/mail"), StringComparison.Ordinal);
        Assert.EndsWith(
            app.Mailbox.List()[0].Id,
            Assert.Single(Links(await app.Http.GetStringAsync("/local/mail?before=2"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Nothing_of_a_message_escapes_into_the_page()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        JsonObject request = Requests.Sound();
        const string Evil = "\"'></textarea></pre><script>alert(1)</script>";
        request["subject"] = Evil;
        request["from"]!["name"] = Evil;
        request["content"]![0]!["value"] = Evil;
        request["content"]![1]!["value"] = Evil;
        request.Personalization()["custom_args"]!["x"] = Evil;
        request["attachments"] = new JsonArray(new JsonObject { ["content"] = "QUJD", ["filename"] = Evil });
        using HttpResponseMessage sent = await app.SendAsync(request.ToJsonString());
        using HttpResponseMessage page = await app.Http.GetAsync($"/local/mail/{app.Mailbox.List()[0].Id}?ready=form");
        string html = await page.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script", await app.Http.GetStringAsync("/local/mail"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"&lt;base", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_written_on_the_page_reaches_the_application_with_its_attachment()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Baba <baba@customs.example>"), "from" },
            { new StringContent("See below: été"), "text" },
            { new StringContent(message.Text.Replace("B3: ", "B3: 45 %", StringComparison.Ordinal).ReplaceLineEndings("\r\n")), "quoted" },
            { new StringContent("ISO-8859-1"), "charset" },
            { new StringContent("fail"), "dkim" },
            { new ByteArrayContent([1, 2, 3]), "files", "figures.xlsx" },
            { new StringContent("twice"), "ready" },
        };
        using HttpResponseMessage answer = await app.Http.PostAsync($"/local/mail/{message.Id}/reply", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(2, app.Inbound.Count);
        WebhookCall call = app.Inbound.First();
        Assert.Equal("Baba <baba@customs.example>", call.Field("from"));
        Assert.StartsWith("See below: été\n", call.Field("text", System.Text.Encoding.Latin1), StringComparison.Ordinal);
        Assert.Contains("\n> B3: 45 %\n", call.Field("text", System.Text.Encoding.Latin1), StringComparison.Ordinal);
        Assert.Equal("{@customs.example : fail}", call.Field("dkim"));
        Assert.Equal("1", call.Field("attachments"));
        Assert.Contains(
            "taken by the application (HTTP 200)",
            await app.Http.GetStringAsync(answer.Headers.Location!),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("absent-fr", "Réponse automatique : Quarterly figures, third quarter")]
    [InlineData("bounce", "Undelivered Mail Returned to Sender")]
    [InlineData("receipt", "Read: Quarterly figures, third quarter")]
    public async Task A_ready_answer_is_one_press_away(string ready, string subject)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        using HttpResponseMessage answer = await app.Http.PostAsync(
            $"/local/mail/{message.Id}/reply",
            new FormUrlEncodedContent([new("ready", ready)])
        );
        Assert.Equal(subject, Assert.Single(app.Inbound).Field("subject"));
    }

    [Fact]
    public async Task Another_site_cannot_reply_in_a_persons_name()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        LocalMessage message = await app.SendOneAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/local/mail/{message.Id}/reply")
        {
            Content = new FormUrlEncodedContent([new("text", "B3: 1")]),
        };
        request.Headers.Add("Origin", "https://elsewhere.example");
        using HttpResponseMessage answer = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(app.Inbound);
    }

    [Fact]
    public async Task An_attachment_is_always_a_download()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        JsonObject request = Requests.Sound();
        request["attachments"] = new JsonArray(
            new JsonObject
            {
                ["content"] = "QUJD",
                ["filename"] = "page.html",
                ["type"] = "text/html",
            }
        );
        using HttpResponseMessage sent = await app.SendAsync(request.ToJsonString());
        string id = app.Mailbox.List()[0].Id;
        using HttpResponseMessage answer = await app.Http.GetAsync($"/local/mail/{id}/attachments/0");
        Assert.Equal("ABC", await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        using HttpResponseMessage none = await app.Http.GetAsync($"/local/mail/{id}/attachments/1");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task An_unknown_message_is_404()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        using HttpResponseMessage answer = await app.Http.GetAsync("/local/mail/none");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string[] Links(string html) =>
        [
            .. html.Split("<td><a href=\"")
                .Skip(1)
                .Select(rest => WebUtility.HtmlDecode(rest[..rest.IndexOf('"', StringComparison.Ordinal)])),
        ];
}
