using System.Text;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Tests.Unit.Messaging.Incoming;

public sealed class InboundParsePostTests
{
    private const string SendGridSamples = "data/mail/inbound-parse/sendgrid-csharp";

    [Fact]
    public void Each_field_is_decoded_by_its_own_charset()
    {
        byte[] body = Post.Of(
            ("headers", "From: Aïcha <a@customs.example>\r\nMessage-ID: <1@x>"u8.ToArray()),
            ("envelope", """{"to":["r+x@reply.example"],"from":"a@customs.example"}"""u8.ToArray()),
            ("text", Encoding.Latin1.GetBytes("Août : café")),
            ("html", "<p>Août</p>"u8.ToArray()),
            ("subject", [0xC0, 0xE2]), // Аб in Windows-1251 … and something else in any other
            ("charsets", """{"text":"iso-8859-1","html":"UTF-8","subject":"windows-1251"}"""u8.ToArray()),
            ("SPF", "pass"u8.ToArray()),
            ("dkim", "{@customs.example : pass, @mailer.example : fail}"u8.ToArray())
        );
        InboundMessage message = Read(body);
        Assert.Equal("Août : café", message.Text);
        Assert.Equal("<p>Août</p>", message.Html);
        Assert.Equal("Ав", message.Subject);
        Assert.Equal("pass", message.Spf);
        Assert.Equal([new DkimResult("customs.example", "pass"), new DkimResult("mailer.example", "fail")], message.Dkim);
        Assert.Equal(["r+x@reply.example"], message.EnvelopeTo);
        Assert.Equal("a@customs.example", message.EnvelopeFrom);
        Assert.Equal("1@x", message.MessageId);
        Assert.Empty(message.Flaws);
    }

    [Fact]
    public void Sender_and_subject_are_read_from_the_beginning_of_a_post()
    {
        byte[] body = Post.Of(
            ("headers", "From: Aïcha <a@customs.example>\r\nSubject: =?utf-8?q?R=C3=A9ponse?="u8.ToArray()),
            ("subject", "Réponse"u8.ToArray()),
            ("attachment1", new byte[100_000])
        );
        InboundMessage read = InboundParsePost.ReadBeginning(body.AsMemory(0, 64 << 10), Post.ContentType)!;
        Assert.Equal(Read(body).From, read.From);
        Assert.Equal("Réponse", read.Subject);
        Assert.Empty(read.Files);
    }

    [Theory]
    [InlineData(0)] // not even a part
    [InlineData(200)] // in the middle of the header
    public void A_beginning_that_does_not_tell_them_is_no_message(int length)
    {
        byte[] body = Post.Of(
            ("headers", Encoding.ASCII.GetBytes($"From: a@customs.example\r\nX-Long: {new string('x', 500)}\r\nSubject: Re: figures"))
        );
        Assert.Null(InboundParsePost.ReadBeginning(body.AsMemory(0, length), Post.ContentType));
    }

    [Theory]
    [InlineData("x-no-such-charset")]
    [InlineData("utf-7")]
    [InlineData("utf-8")] // but the bytes are not
    public void A_charset_that_does_not_fit_keeps_the_text_and_flags_it(string charset)
    {
        InboundMessage message = Read(
            Post.Of(
                ("headers", "From: a@customs.example"u8.ToArray()),
                ("text", Encoding.Latin1.GetBytes("B3: 45 % café")),
                ("charsets", Encoding.UTF8.GetBytes($$"""{"text":"{{charset}}"}"""))
            )
        );
        Assert.Equal("B3: 45 % café", message.Text);
        Assert.Equal(["charset:text"], message.Flaws);
    }

    [Theory]
    [InlineData("{@sendgrid.com : pass}", "sendgrid.com pass")]
    [InlineData("{@a.example : pass}{@b.example : fail}", "a.example pass|b.example fail")]
    [InlineData("{@a.example : pass, @b.example : none, user@c.example:temperror}", "a.example pass|b.example none|c.example temperror")]
    [InlineData("none", "")]
    [InlineData(null, "")]
    [InlineData("{@gov.gh pass}", "")]
    [InlineData("{@x.example : pass", "x.example pass")]
    [InlineData("{@evil.example/@customs-et.example : pass}", "")]
    [InlineData("{@evil.example@customs-et.example : pass}", "")]
    [InlineData("{evil.example @customs-et.example : pass}", "")]
    [InlineData("{@evil.example\\@customs-et.example : pass}", "")]
    [InlineData("{@customs-et.example/evil.example : pass}", "")]
    [InlineData("{@-customs-et.example : pass}", "")]
    [InlineData("{@customs-et..example : pass}", "")]
    [InlineData("{@customs_et.example : pass}", "")]
    [InlineData("{@*.customs-et.example : pass}", "")]
    [InlineData("{bounce+x=y@customs-et.example : pass}", "customs-et.example pass")]
    public void The_dkim_field_is_read_in_all_its_shapes(string? field, string expected) =>
        Assert.Equal(expected, string.Join('|', DkimField.Read(field).Select(result => $"{result.Domain} {result.Result}")));

    [Fact]
    public void A_field_that_stands_twice_is_a_flaw()
    {
        InboundMessage message = Read(
            Post.Of(("headers", "From: a@b.example"u8.ToArray()), ("SPF", "fail"u8.ToArray()), ("SPF", "pass"u8.ToArray()))
        );
        Assert.Contains(Flaw.FieldTwice, message.Flaws);
        Assert.Equal("fail", message.Spf);
    }

    [Fact]
    public void A_bare_line_feed_cannot_open_a_part_of_a_form_with_full_line_ends()
    {
        byte[] text = "hello\n--xYzZY\nContent-Disposition: form-data; name=\"dkim\"\n\n{@b.example : pass}\n"u8.ToArray();
        InboundMessage message = Read(Post.Of(("headers", "From: a@b.example"u8.ToArray()), ("text", text)));
        Assert.Empty(message.Dkim);
        Assert.Equal(Encoding.UTF8.GetString(text), message.Text);
    }

    [Fact]
    public void Files_come_with_their_bytes_and_what_the_service_says_of_them()
    {
        byte[] bytes = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 255];
        PostField[] fields =
        [
            new("headers", "From: a@b.example"u8.ToArray()),
            new("attachments", "2"u8.ToArray()),
            new(
                "attachment-info",
                """{"attachment1":{"filename":"logo.png","name":"logo.png","type":"image/png","content-id":"cid1"}}"""u8.ToArray()
            ),
            new("attachment1", bytes, "logo.png", "image/png"),
        ];
        InboundMessage message = Read(Post.Of(fields));
        var file = Assert.Single(message.Files);
        Assert.Equal(bytes, file.Content.ToArray());
        Assert.True(file.Inline);
        Assert.Equal([Flaw.FilesMissing], message.Flaws);
    }

    [Theory]
    [InlineData("", "multipart/form-data; boundary=x", "no-parts")]
    [InlineData("--x\r\n\r\n", "application/json", "no-boundary")]
    [InlineData("--x\r\n\r\n", null, "no-boundary")]
    [InlineData("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--", "multipart/form-data; boundary=x", "no-message")]
    public void What_is_no_message_has_a_named_reason(string body, string? contentType, string reason) =>
        Assert.Equal(new InboundReading.Unreadable(reason), InboundParsePost.Read(Encoding.UTF8.GetBytes(body), contentType));

    [TheoryWithShared(SendGridSamples)]
    [InlineData("default_data.txt", "Testing non-raw", 0)]
    [InlineData("raw_data_with_attachments.txt", "Raw Payload", 1)]
    public void The_services_own_samples_are_read(string name, string subject, int files) =>
        IsRead(File.ReadAllBytes(SharedData.Get($"{SendGridSamples}/{name}")), subject, files);

    [Theory]
    [InlineData("Testing non-raw", 0)]
    [InlineData("Raw Payload", 1)]
    public void Posts_in_the_shape_of_the_services_samples_are_read(string subject, int files) =>
        IsRead(OwnSample(subject, files), subject, files);

    private static void IsRead(byte[] bytes, string subject, int files)
    {
        InboundMessage message = Assert.IsType<InboundReading.Message>(MailFile.Read(bytes)).Value;
        Assert.Contains(subject, message.Subject, StringComparison.Ordinal);
        Assert.Equal("Hello SendGrid!", message.Text?.Trim());
        Assert.Contains("<strong>Hello SendGrid!", message.Html, StringComparison.Ordinal);
        Assert.Equal([new DkimResult("sendgrid.com", "pass")], message.Dkim);
        Assert.Equal("pass", message.Spf);
        Assert.Equal("test@example.com", message.EnvelopeFrom);
        Assert.Equal(files, message.Files.Count);
        Assert.All(message.Files, file => Assert.Equal(FileKind.Jpeg, AttachmentRules.Judge(file).Kind));
        Assert.Empty(message.Flaws);
    }

    private static byte[] OwnSample(string subject, int files)
    {
        string mail =
            $"From: test@example.com\nSubject: {subject}\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nHello SendGrid!\n--b\nContent-Type: text/html\n\n<strong>Hello SendGrid!</strong>\n"
            + (
                files == 1
                    ? "--b\nContent-Type: image/jpeg; name=a.jpg\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n/9j/4AAQ\n"
                    : ""
            )
            + "--b--\n";
        return Post.Of(
            ("email", Encoding.UTF8.GetBytes(mail)),
            ("envelope", """{"to":["inbound@inbound.example.com"],"from":"test@example.com"}"""u8.ToArray()),
            ("dkim", "{@sendgrid.com : pass}"u8.ToArray()),
            ("SPF", "pass"u8.ToArray())
        );
    }

    private static InboundMessage Read(byte[] body) =>
        Assert.IsType<InboundReading.Message>(InboundParsePost.Read(body, Post.ContentType)).Value;
}
