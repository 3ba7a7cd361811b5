using System.Text;
using ACip.Local.Mail;
using ACip.Local.Mail.Replies;

namespace ACip.Tests.Platform.Mail;

public sealed class ReplyWriterTests
{
    private const string Sample = "data/mail/inbound-parse/sendgrid-csharp/default_data.txt";

    private static readonly LocalMessage Message = new()
    {
        Number = 1,
        Id = "m",
        SendId = "m",
        MessageId = "<2@a-cip.example>",
        Recipient = new MailAddress("amina@customs.example", "Amina Été"),
        From = new MailAddress("a-cip@a-cip.example", "A-CIP Secretariat"),
        To = [new MailAddress("amina@customs.example", "Amina Été")],
        ReplyTo = [new MailAddress("t-1@reply.a-cip.example")],
        Subject = "Figures",
        Text = "Please answer:\n\nB3: \nB4 (officers trained): ____\nSee: below\n",
        Html = "<p>Please answer:</p>",
        Headers = new Dictionary<string, string> { ["References"] = "<1@a-cip.example>" },
        AcceptedAt = FakeApp.Start,
    };

    [Theory]
    [InlineData(MailProgram.Plain, "en", "B3: 45\n")]
    [InlineData(
        MailProgram.Gmail,
        "en",
        "B3: 45\n\nOn Tue, Oct 13, 2026 at 9:05 AM A-CIP Secretariat <a-cip@a-cip.example> wrote:\n\n> Please answer:\n>\n> B3: \n> B4 (officers trained): ____\n> See: below\n"
    )]
    [InlineData(
        MailProgram.Gmail,
        "fr",
        "B3: 45\n\nLe mar. 13 oct. 2026 à 09:05, A-CIP Secretariat <a-cip@a-cip.example> a\nécrit\u00A0:\n\n> Please answer:\n>\n> B3: \n> B4 (officers trained): ____\n> See: below\n"
    )]
    [InlineData(
        MailProgram.Gmail,
        "es",
        "B3: 45\n\nEl mar, 13 oct 2026 a las 9:05, A-CIP Secretariat (<a-cip@a-cip.example>)\nescribió:\n\n> Please answer:\n>\n> B3: \n> B4 (officers trained): ____\n> See: below\n"
    )]
    [InlineData(
        MailProgram.AppleMail,
        "fr",
        "B3: 45\n\n> Le 13 oct. 2026 à 09:05, A-CIP Secretariat <a-cip@a-cip.example> a écrit\u00A0:\n> \n> Please answer:\n>\n> B3: \n> B4 (officers trained): ____\n> See: below\n\n"
    )]
    [InlineData(
        MailProgram.Outlook,
        "fr",
        "B3: 45\n\n________________________________\nDe : A-CIP Secretariat <a-cip@a-cip.example>\nEnvoyé : mardi 13 octobre 2026 09:05\nÀ : Amina Été <amina@customs.example>\nObjet : Figures\n\nPlease answer:\n\nB3: \nB4 (officers trained): ____\nSee: below\n"
    )]
    [InlineData(
        MailProgram.Outlook,
        "es",
        "B3: 45\n\n________________________________\nDe: A-CIP Secretariat <a-cip@a-cip.example>\nEnviado el: martes, 13 de octubre de 2026 9:05\nPara: Amina Été <amina@customs.example>\nAsunto: Figures\n\nPlease answer:\n\nB3: \nB4 (officers trained): ____\nSee: below\n"
    )]
    public void Each_program_quotes_in_its_own_manner(MailProgram program, string language, string expected) =>
        Assert.Equal(
            expected,
            Write(
                new InboundReply
                {
                    Text = "B3: 45",
                    Program = program,
                    Language = language,
                }
            ).Text
        );

    [Theory]
    [InlineData(MailProgram.Gmail, "<blockquote class=\"gmail_quote\"")]
    [InlineData(MailProgram.AppleMail, "<blockquote type=\"cite\">")]
    [InlineData(MailProgram.Outlook, "border-top:solid #E1E1E1 1.0pt")]
    public void Programs_that_send_HTML_quote_the_HTML_and_encode_what_was_typed(MailProgram program, string mark)
    {
        string html = Write(new InboundReply { Text = "B3: <45", Program = program }).Html!;
        Assert.Contains(mark, html, StringComparison.Ordinal);
        Assert.Contains("B3: &lt;45", html, StringComparison.Ordinal);
        Assert.Contains("<p>Please answer:</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_filled_form_stands_in_the_quotation()
    {
        string filled = ReadyAnswers.Filled(
            Message,
            code =>
                code == "B3" ? "45 %"
                : code == "B4" ? "12"
                : null
        );
        Assert.Equal("Please answer:\n\nB3: 45 %\nB4 (officers trained): 12\nSee: below\n", filled);
        InboundMail mail = Write(new InboundReply { Program = MailProgram.Gmail, QuotedText = filled });
        Assert.Contains("> B3: 45 %\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<div>B3: 45 %</div>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Threading_headers_lead_back_to_the_first_message()
    {
        InboundMail mail = Write(new InboundReply { Text = "x", From = new MailAddress("baba@customs.example", "Bâba, Jr.") });
        Assert.Contains(KeyValuePair.Create("In-Reply-To", "<2@a-cip.example>"), mail.Headers);
        Assert.Contains(KeyValuePair.Create("References", "<1@a-cip.example> <2@a-cip.example>"), mail.Headers);
        Assert.Contains(KeyValuePair.Create("From", "=?UTF-8?B?QsOiYmEsIEpyLg==?= <baba@customs.example>"), mail.Headers);
        Assert.Contains(KeyValuePair.Create("Date", "Tue, 13 Oct 2026 09:05:00 +0000"), mail.Headers);
        Assert.Equal("\"Bâba, Jr.\" <baba@customs.example>", mail.From.ToString());
        Assert.Equal(mail.From, MailAddress.Parse(mail.From.ToString()));
    }

    [Theory]
    [InlineData("en", "Automatic reply: Figures")]
    [InlineData("fr", "Réponse automatique : Figures")]
    [InlineData("es", "Respuesta automática: Figures")]
    public void An_absence_notice_says_so_in_its_subject_and_in_the_headers_of_RFC_3834(string language, string subject)
    {
        InboundMail marked = Write(ReadyAnswers.OutOfOffice(Message, language));
        InboundMail unmarked = Write(ReadyAnswers.OutOfOffice(Message, language, marked: false));
        Assert.Equal(subject, marked.Subject);
        Assert.Equal(subject, unmarked.Subject);
        Assert.Contains(KeyValuePair.Create("Auto-Submitted", "auto-replied"), marked.Headers);
        Assert.DoesNotContain("Auto-Submitted", unmarked.Headers.Select(header => header.Key));
    }

    [Fact]
    public void A_bounce_has_no_envelope_sender_and_carries_the_report()
    {
        InboundMail bounce = Write(ReadyAnswers.Bounce(Message));
        Assert.Equal("", bounce.EnvelopeFrom);
        Assert.Equal("MAILER-DAEMON@mx.customs.example", bounce.From.Email);
        Assert.Single(
            bounce.Headers,
            header =>
                header.Key == "Content-Type"
                && header.Value.StartsWith("multipart/report; report-type=delivery-status", StringComparison.Ordinal)
        );
        Assert.Contains(
            "Final-Recipient: rfc822; amina@customs.example",
            Encoding.ASCII.GetString(bounce.Attachments[0].Content),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Our_form_has_the_fields_of_SendGrids_sample()
    {
        string ours = Encoding.UTF8.GetString(InboundForm.Write(Write(new InboundReply { Text = "x", Html = "<p>x</p>" })).Body);
        string[] expected =
        [
            "headers",
            "dkim",
            "to",
            "html",
            "from",
            "text",
            "sender_ip",
            "envelope",
            "attachments",
            "subject",
            "charsets",
            "SPF",
        ];
        Assert.Equal(expected, Names(ours));
    }

    [FactWithShared(Sample)]
    public void SendGrids_sample_has_the_fields_of_our_form()
    {
        string ours = Encoding.UTF8.GetString(InboundForm.Write(Write(new InboundReply { Text = "x", Html = "<p>x</p>" })).Body);
        Assert.Equal(Names(File.ReadAllText(SharedData.Get(Sample))), Names(ours));
    }

    private static InboundMail Write(InboundReply reply) => ReplyWriter.Write(Message, reply, FakeApp.Start, "new");

    private static IEnumerable<string> Names(string form) =>
        form.Split('\n')
            .Where(line => line.StartsWith("Content-Disposition: form-data; name=", StringComparison.Ordinal))
            .Select(line => line.Split('"')[1]);
}
