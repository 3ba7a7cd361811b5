using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Mail.Sending;

namespace ACip.Tests.Platform.Mail;

public sealed class SendRulesTests
{
    /// <summary>What is done to a sound request, and the field that the refusal must name.</summary>
    public static TheoryData<string, string> Unsound { get; } =
        new()
        {
            { "remove personalizations", "personalizations" },
            { "personalizations = []", "personalizations" },
            { "too many personalizations", "personalizations" },
            { "too many recipients", "personalizations" },
            { "remove from", "from" },
            { "from = a string", "from" },
            { "from without email", "from.email" },
            { "from.email = nobody", "from.email" },
            { "from.name with line break", "from.email" },
            { "remove to", "personalizations.0.to" },
            { "to = []", "personalizations.0.to" },
            { "to = two @", "personalizations.0.to.0.email" },
            { "to = no dot in domain", "personalizations.0.to.0.email" },
            { "to = not ASCII", "personalizations.0.to.0.email" },
            { "to = 65 letters before the @", "personalizations.0.to.0.email" },
            { "cc repeats to", "personalizations.0" },
            { "remove subject", "subject" },
            { "subject = empty", "subject" },
            { "subject with line break", "subject" },
            { "subject = number", "subject" },
            { "remove content", "content" },
            { "content = []", "content" },
            { "html before text", "content" },
            { "two texts", "content" },
            { "content type with parameter", "content" },
            { "empty content value", "content.0.value" },
            { "content without type", "content.0.type" },
            { "reserved header", "personalizations.0.headers.Reply-To" },
            { "reserved header in other case", "personalizations.0.headers.bcc" },
            { "reserved global header", "headers.X-SG-EID" },
            { "header name with space", "personalizations.0.headers.X Y" },
            { "header name with colon", "personalizations.0.headers.X:" },
            { "header value with line break", "personalizations.0.headers.X-Y" },
            { "header value not ASCII", "personalizations.0.headers.X-Y" },
            { "header value = number", "personalizations.0.headers.X-Y" },
            { "custom_args = number", "personalizations.0.custom_args.delivery" },
            { "custom_args too large", "personalizations.0.custom_args" },
            { "custom_args outside personalizations", "custom_args" },
            { "attachment not base64", "attachments.0.content" },
            { "attachment without name", "attachments.0.filename" },
            { "attachment with bad disposition", "attachments.0.disposition" },
            { "attachment type with line break", "attachments.0.type" },
            { "attachment content id with semicolon", "attachments.0.content_id" },
            { "eleven categories", "categories" },
            { "long category", "categories.0" },
            { "same category twice", "categories" },
            { "reply_to and reply_to_list", "reply_to_list" },
            { "reply_to_list with a repeat", "reply_to_list" },
            { "send_at in four days", "send_at" },
            { "personalization's send_at in four days", "personalizations.0.send_at" },
            { "send_at = string", "send_at" },
            { "template", "template_id" },
            { "two bypasses", "mail_settings.bypass_list_management" },
            { "short ip pool", "ip_pool_name" },
            { "asm without group", "asm.group_id" },
            { "click tracking = string", "tracking_settings.click_tracking.enable" },
            { "unknown field", "reply-to" },
            { "unknown field in a personalization", "personalizations.0.customArgs" },
            { "unknown mail setting", "mail_settings.spam_check" },
        };

    [Theory]
    [MemberData(nameof(Unsound))]
    public void A_request_that_SendGrid_refuses_is_refused_and_the_field_named(string what, string field)
    {
        JsonObject request = Requests.Sound();
        Spoil(request, what);
        (SendRequest? read, IReadOnlyList<SendError> errors) = Check(request);
        Assert.Null(read);
        Assert.Contains(field, errors.Select(error => error.Field));
    }

    [Fact]
    public void A_sound_request_has_no_errors()
    {
        JsonObject request = Requests.Sound();
        request["attachments"] = new JsonArray(
            new JsonObject
            {
                ["content"] = "QUJD",
                ["filename"] = "figures é.xlsx",
                ["type"] = "application/octet-stream",
                ["disposition"] = "attachment",
            }
        );
        request["categories"] = new JsonArray("task");
        request["tracking_settings"] = JsonNode.Parse(
            """{"click_tracking":{"enable":false,"enable_text":false},"open_tracking":{"enable":false}}"""
        );
        request["send_at"] = FakeApp.Start.AddHours(71).ToUnixTimeSeconds();
        (SendRequest? read, IReadOnlyList<SendError> errors) = Check(request);
        Assert.Empty(errors);
        Assert.Equal("t-abc234@reply.a-cip.example", read!.ReplyTo!.Email);
    }

    [Fact]
    public void Custom_arguments_of_exactly_ten_thousand_bytes_are_taken()
    {
        JsonObject request = Requests.Sound();
        request.Personalization()["custom_args"] = new JsonObject { ["a"] = new string('x', 10_000 - """{"a":""}""".Length) };
        Assert.Empty(Check(request).Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"subject":"\ud800"}""")]
    public void What_is_not_a_JSON_object_is_a_bad_request(string body) =>
        Assert.NotEmpty(SendCheck.Read(Encoding.UTF8.GetBytes(body), FakeApp.Start).Errors);

    [Fact]
    public async Task A_refusal_has_SendGrids_shape()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        JsonObject request = Requests.Sound();
        request.Remove("from");
        using HttpResponseMessage answer = await app.SendAsync(request.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using JsonDocument body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        JsonElement error = Assert.Single(body.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("from", error.GetProperty("field").GetString());
        Assert.Equal(["message", "field", "help"], error.EnumerateObject().Select(member => member.Name));
        Assert.Empty(app.Mailbox.List());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Basic QUJD")]
    [InlineData("Bearer ")]
    [InlineData("Bearer SG.other")]
    public async Task Without_the_key_it_is_401(string? authorization)
    {
        await using FakeApp app = await FakeApp.StartAsync(options => options.ApiKey = "SG.local");
        app.Http.DefaultRequestHeaders.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);
        using HttpResponseMessage answer = await app.SendAsync(Requests.Sound().ToJsonString());
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("\"errors\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_thirty_megabytes_are_413()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        JsonObject request = Requests.Sound();
        request["attachments"] = new JsonArray(new JsonObject { ["content"] = new string('A', 30 << 20), ["filename"] = "a" });
        using HttpResponseMessage answer = await app.SendAsync(request.ToJsonString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/v3/mail/send", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/v3/suppression/bounces", HttpStatusCode.NotFound)]
    public async Task What_is_not_offered_is_said_in_the_same_shape(string method, string path, HttpStatusCode expected)
    {
        await using FakeApp app = await FakeApp.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/local/sendgrid" + path);
        using HttpResponseMessage answer = await app.Http.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("\"errors\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_content_type_than_JSON_is_415()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        using HttpResponseMessage answer = await app.Http.PostAsync(
            "/local/sendgrid/v3/mail/send",
            new StringContent(Requests.Sound().ToJsonString())
        );
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task In_sandbox_mode_it_is_200_and_nothing_is_sent()
    {
        await using FakeApp app = await FakeApp.StartAsync();
        JsonObject request = Requests.Sound();
        request["mail_settings"] = JsonNode.Parse("""{"sandbox_mode":{"enable":true}}""");
        using HttpResponseMessage answer = await app.SendAsync(request.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(app.Mailbox.List());
    }

    private static (SendRequest? Request, IReadOnlyList<SendError> Errors) Check(JsonObject request) =>
        SendCheck.Read(Encoding.UTF8.GetBytes(request.ToJsonString()), FakeApp.Start);

    private static void Spoil(JsonObject request, string what)
    {
        JsonObject envelope = request.Personalization();
        JsonObject to = envelope["to"]![0]!.AsObject();
        JsonObject headers = envelope["headers"]!.AsObject();
        JsonArray content = request["content"]!.AsArray();
        long inFourDays = FakeApp.Start.AddDays(4).ToUnixTimeSeconds();
        Action spoil = what switch
        {
            "remove personalizations" or "remove from" or "remove subject" or "remove content" => () => request.Remove(what[7..]),
            "personalizations = []" or "content = []" => () => request[what[..^5]] = new JsonArray(),
            "too many personalizations" => () => request["personalizations"] = Many(1001, envelope),
            "too many recipients" => () =>
                envelope["to"] = new JsonArray([
                    .. Enumerable.Range(0, 1001).Select(n => new JsonObject { ["email"] = $"p{n}@customs.example" }),
                ]),
            "from = a string" => () => request["from"] = "a@b.example",
            "from without email" => () => request["from"] = new JsonObject { ["name"] = "A" },
            "from.email = nobody" => () => request["from"]!["email"] = "nobody",
            "from.name with line break" => () => request["from"]!["name"] = "A\r\nBcc: x@y.example",
            "remove to" => () => envelope.Remove("to"),
            "to = []" => () => envelope["to"] = new JsonArray(),
            "to = two @" => () => to["email"] = "a@b@c.example",
            "to = no dot in domain" => () => to["email"] = "a@b",
            "to = not ASCII" => () => to["email"] = "é@b.example",
            "to = 65 letters before the @" => () => to["email"] = new string('a', 65) + "@b.example",
            "cc repeats to" => () => envelope["cc"] = new JsonArray(new JsonObject { ["email"] = "AMINA@customs.example" }),
            "subject = empty" => () => request["subject"] = "",
            "subject with line break" => () => request["subject"] = "a\nb",
            "subject = number" => () => request["subject"] = 1,
            "html before text" => () =>
            {
                JsonNode text = content[0]!;
                content.RemoveAt(0);
                content.Add(text);
            },
            "two texts" => () => content.Insert(0, content[0]!.DeepClone()),
            "content type with parameter" => () => content[0]!["type"] = "text/plain; charset=utf-8",
            "empty content value" => () => content[0]!["value"] = "",
            "content without type" => () => content[0]!.AsObject().Remove("type"),
            "reserved header" => () => headers["Reply-To"] = "a@b.example",
            "reserved header in other case" => () => headers["bcc"] = "a@b.example",
            "reserved global header" => () => request["headers"] = new JsonObject { ["X-SG-EID"] = "1" },
            "header name with space" => () => headers["X Y"] = "1",
            "header name with colon" => () => headers["X:"] = "1",
            "header value with line break" => () => headers["X-Y"] = "a\r\nBcc: b@c.example",
            "header value not ASCII" => () => headers["X-Y"] = "é",
            "header value = number" => () => headers["X-Y"] = 1,
            "custom_args = number" => () => envelope["custom_args"]!["delivery"] = 1,
            "custom_args too large" => () => envelope["custom_args"]!["delivery"] = new string('x', 10_000),
            "custom_args outside personalizations" => () => request["custom_args"] = new JsonObject { ["a"] = "b" },
            "attachment not base64" => () => Attach(request, "content", "?"),
            "attachment without name" => () => Attach(request, "filename", null),
            "attachment with bad disposition" => () => Attach(request, "disposition", "shown"),
            "attachment type with line break" => () => Attach(request, "type", "a/b\r\nX: y"),
            "attachment content id with semicolon" => () => Attach(request, "content_id", "a;b"),
            "eleven categories" => () =>
                request["categories"] = new JsonArray([.. Enumerable.Range(0, 11).Select(n => JsonValue.Create($"c{n}"))]),
            "long category" => () => request["categories"] = new JsonArray(new string('c', 256)),
            "same category twice" => () => request["categories"] = new JsonArray("c", "c"),
            "reply_to and reply_to_list" => () => request["reply_to_list"] = new JsonArray(new JsonObject { ["email"] = "a@b.example" }),
            "reply_to_list with a repeat" => () =>
            {
                request.Remove("reply_to");
                request["reply_to_list"] = JsonNode.Parse("""[{"email":"a@b.example"},{"email":"A@b.example"}]""");
            },
            "send_at in four days" => () => request["send_at"] = inFourDays,
            "personalization's send_at in four days" => () => envelope["send_at"] = inFourDays,
            "send_at = string" => () => request["send_at"] = "1",
            "template" => () => request["template_id"] = "d-0123456789abcdef0123456789abcdef",
            "two bypasses" => () =>
                request["mail_settings"] = JsonNode.Parse(
                    """{"bypass_list_management":{"enable":true},"bypass_spam_management":{"enable":true}}"""
                ),
            "short ip pool" => () => request["ip_pool_name"] = "a",
            "asm without group" => () => request["asm"] = new JsonObject(),
            "click tracking = string" => () => request["tracking_settings"] = JsonNode.Parse("""{"click_tracking":{"enable":"no"}}"""),
            "unknown field" => () => request["reply-to"] = "a@b.example",
            "unknown field in a personalization" => () => envelope["customArgs"] = new JsonObject(),
            "unknown mail setting" => () => request["mail_settings"] = JsonNode.Parse("""{"spam_check":{"enable":true}}"""),
            _ => throw new ArgumentException(what, nameof(what)),
        };
        spoil();
    }

    private static JsonArray Many(int count, JsonObject envelope) => new([.. Enumerable.Range(0, count).Select(_ => envelope.DeepClone())]);

    private static void Attach(JsonObject request, string member, string? value)
    {
        var attachment = new JsonObject { ["content"] = "QUJD", ["filename"] = "a.txt" };
        attachment.Remove(member);
        if (value is not null)
        {
            attachment[member] = value;
        }

        request["attachments"] = new JsonArray(attachment);
    }
}
