using System.Text;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Tokens;

namespace ACip.Tests.Unit.Messaging.Incoming;

/// <summary>Messages as programs and gateways mangle them: the words are found, or the message has a flaw and a person looks; never
/// neither.</summary>
public sealed class WholeMailTests
{
    private const string Words = "B3: 45 %\nSUBMIT";

    [Theory]
    [InlineData("multipart/mixed; protected; boundary=\"b\"")]
    [InlineData("multipart/mixed;; boundary=\"b\"")]
    [InlineData("multipart/mixed; ; boundary=b")]
    [InlineData("multipart/mixed; boundary=\"b\";")]
    [InlineData("multipart/mixed; boundary=\"b\"; protected")]
    [InlineData("multipart/mixed; charset; x=; boundary=b; y")]
    [InlineData("multipart/mixed; boundary='b'")]
    [InlineData("Multipart/Mixed;\n boundary=b")]
    public void A_multipart_is_cut_where_its_boundary_can_be_told(string type) =>
        Sound(Mail(type, $"--b\nContent-Type: text/plain\n\n{Words}\n--b--"));

    [Theory]
    [InlineData("text/plain; protected; charset=utf-8")]
    [InlineData("text/plain;; charset=utf-8")]
    [InlineData("text/plain; charset=\"utf-8\"; ; format=flowed")]
    [InlineData("text/plain; charset; charset=utf-8")]
    [InlineData("text")]
    [InlineData("")]
    public void A_parameter_without_a_value_hides_none_behind_it(string type) =>
        Assert.Equal("B7 : été", Read($"{(type.Length == 0 ? "X-No-Type: 1" : $"Content-Type: {type}")}\n\nB7 : été").Text?.Trim());

    [Theory]
    [InlineData("attachment; modified; filename=\"figures.xlsx\"")]
    [InlineData("attachment;; filename=figures.xlsx")]
    [InlineData("attachment; filename*=utf-8''figures.xlsx; x")]
    [InlineData("attachment; filename*0=figures; filename*1=.xlsx")]
    public void A_file_keeps_its_name(string disposition)
    {
        InboundMessage message = Read(
            $"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{Words}\n--b\nContent-Type: application/octet-stream\nContent-Disposition: {disposition}\n\nxx\n--b--"
        );
        Assert.Equal("figures.xlsx", Assert.Single(message.Files).Name);
        Assert.Empty(message.Flaws);
    }

    [Theory]
    [InlineData("multipart/mixed")]
    [InlineData("multipart/mixed; boundary=\"other\"")]
    [InlineData("multipart/alternative; boundary=\"\"")]
    [InlineData("multipart/mixed; boundary=\"B\"")]
    public void A_multipart_that_cannot_be_cut_is_a_flaw(string type) =>
        Flawed(Flaw.Damaged, Mail(type, $"--b\nContent-Type: text/plain\n\n{Words}\n--b--"));

    [Fact]
    public void One_within_another_that_cannot_be_cut_is_a_flaw_too() =>
        Flawed(
            Flaw.Damaged,
            Mail(
                "multipart/mixed; boundary=o",
                $"--o\nContent-Type: multipart/alternative\n\n--b\nContent-Type: text/plain\n\n{Words}\n--b--\n--o--"
            )
        );

    [Fact]
    public void A_mail_that_was_cut_on_its_way_is_a_flaw() =>
        Flawed(Flaw.Damaged, Mail("multipart/mixed; boundary=b", "--b\nContent-Type: text/plain\n\nB3: 45 %\nB5: 12"));

    [Theory]
    [InlineData("base64;")]
    [InlineData("base64 (usual)")]
    [InlineData("(usual) base64")]
    [InlineData("BASE64")]
    [InlineData("base64, 8bit")]
    [InlineData("\"base64\"")]
    public void A_transfer_encoding_with_more_is_what_it_begins_with(string encoding) =>
        Sound(
            $"Content-Type: text/plain\nContent-Transfer-Encoding: {encoding}\n\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Words))}"
        );

    [Theory]
    [InlineData("quoted-printable;")]
    [InlineData("Quoted-Printable (x)")]
    public void Quoted_printable_likewise(string encoding) =>
        Sound($"Content-Type: text/plain\nContent-Transfer-Encoding: {encoding}\n\nB3: 45=20%\nSUB=\nMIT");

    [Theory]
    [InlineData("8 bit")]
    [InlineData("8-bit")]
    [InlineData("utf-8")]
    [InlineData("none")]
    public void What_is_coded_in_no_way_is_what_it_is(string encoding) =>
        Sound($"Content-Type: text/plain\nContent-Transfer-Encoding: {encoding}\n\n{Words}");

    [Theory]
    [InlineData("x-gzip64", "H4sIAAAA")]
    [InlineData("x-unknown", Words)]
    [InlineData("base64", "QjM6IDQ1ICUNClNVQk1JV")] // a sign is missing
    [InlineData("x-uuencode", "begin 644 a.txt\n/0C,Z(#0U(\"4-\"E-50DU)5`T*\n`\nend")] // says fewer bytes than it holds
    public void What_nobody_can_decode_is_a_flaw(string encoding, string body) =>
        Flawed(Flaw.Damaged, $"Content-Type: text/plain\nContent-Transfer-Encoding: {encoding}\n\n{body}");

    [Fact]
    public void Uuencoded_words_are_read() =>
        Sound("Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\nbegin 644 a.txt\n/0C,Z(#0U(\"4*4U5\"34E4\n`\nend");

    [Fact]
    public void A_file_that_stands_in_the_text_is_taken_out_of_it()
    {
        InboundMessage message = Read($"Content-Type: text/plain\n\n{Words}\n\nbegin 644 a.txt\n#0V%T\n`\nend\n");
        Assert.Equal(Words, message.Text?.Trim());
        Assert.Equal(("a.txt", "Cat"), (message.Files[0].Name, Encoding.ASCII.GetString(message.Files[0].Content.Span)));
        Assert.Equal("begin 100 things\nend", Read("Content-Type: text/plain\n\nbegin 100 things\nend").Text);
    }

    [Theory]
    [InlineData(
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMAw==\n-----END PGP MESSAGE-----\n--b--"
    )]
    [InlineData(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n\n--b\nContent-Type: application/octet-stream; name=\"encrypted.asc\"\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMAw==\n-----END PGP MESSAGE-----\n--b--"
    )]
    [InlineData("Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nhQEMAw==\n-----END PGP MESSAGE-----")]
    [InlineData("Content-Type: text/plain\n\nDear all,\n\n-----BEGIN PGP MESSAGE-----\nVersion: x\n\nhQEMAw==\n-----END PGP MESSAGE-----")]
    [InlineData("Content-Type: text/html\n\n<pre>-----BEGIN PGP MESSAGE-----\n\nhQEMAw==\n-----END PGP MESSAGE-----</pre>")]
    [InlineData(
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA"
    )]
    [InlineData("Content-Type: application/x-pkcs7-mime; name=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA")]
    [InlineData(
        "Content-Type: application/octet-stream; name=smime.p7m\nContent-Disposition: attachment; filename=smime.p7m\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CA"
    )]
    [InlineData(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\n--b\nContent-Type: application/octet-stream; name=answer.txt.gpg\n\nxx\n--b--"
    )]
    [InlineData(
        "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Open the attachment to read the protected message.</p>\n--b\nContent-Type: application/x-microsoft-rpmsg-message; name=message_v2.rpmsg\n\nxx\n--b--"
    )]
    public void An_encrypted_answer_is_a_flaw_of_its_own_and_nothing_of_it_is_kept(string body)
    {
        InboundMessage message = Read(body);
        Assert.Contains(Flaw.Encrypted, message.Flaws);
        Assert.All(
            AttachmentRules
                .Judge(message.Files)
                .Where(file => file.Kind != FileKind.Text || !file.Name.StartsWith("file", StringComparison.Ordinal)),
            file => Assert.NotNull(file.Refusal)
        );
        TriageDecision decision = Triage.Decide(message, Facts);
        Assert.Equal((Verdict.NeedsPerson, TriageReasons.Encrypted), (decision.Verdict, decision.Reason));
    }

    [Fact]
    public void An_encrypted_file_beside_words_is_only_a_file_that_is_refused()
    {
        InboundMessage message = Read(
            $"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n{Words}\n--b\nContent-Type: application/octet-stream; name=list.pdf.pgp\n\nxx\n--b--"
        );
        Assert.Empty(message.Flaws);
        Assert.Equal(AttachmentReasons.Encrypted, Assert.Single(AttachmentRules.Judge(message.Files)).Refusal);
    }

    [Fact]
    public void A_quoted_PGP_message_is_none_of_the_senders() =>
        Assert.Empty(
            Read($"Content-Type: text/plain\n\n{Words}\n\n> -----BEGIN PGP MESSAGE-----\n>\n> hQEMAw==\n> -----END PGP MESSAGE-----").Flaws
        );

    [Fact]
    public void What_is_only_signed_is_read_and_its_signature_is_no_file()
    {
        Sound(
            $"Content-Type: multipart/signed; protocol=\"application/pgp-signature\"; boundary=b\n\n--b\nContent-Type: text/plain\n\n{Words}\n--b\nContent-Type: application/pgp-signature; name=signature.asc\n\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n--b--"
        );
        Sound(
            $"Content-Type: text/plain\n\n-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{Words}\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----"
        );
        Assert.Equal(
            AttachmentReasons.Decoration,
            AttachmentRules.Judge(new ReceivedFile("smime.p7s", "application/pkcs7-signature", new byte[] { 0x30, 0x80 })).Refusal
        );
    }

    [Theory]
    [InlineData("text/rtf")]
    [InlineData("text/enriched")]
    public void Words_in_a_form_that_is_not_read_are_a_flaw(string type) =>
        Flawed(Flaw.Damaged, $"Content-Type: {type}\n\n{{\\rtf1 B3: 45}}");

    [Fact]
    public void Words_without_a_charset_are_read_by_their_letters()
    {
        string russian = "Отчёт за квартал готов: обучено сорок пять сотрудников таможни, журнал ведётся ежедневно.";
        byte[] mail =
        [
            .. Encoding.ASCII.GetBytes("From: a@customs.example\nContent-Type: text/plain\n\n"),
            .. System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(russian),
        ];
        Assert.Equal(russian, Fixtures.Message(mail).Text);
        byte[] short1252 =
        [
            .. Encoding.ASCII.GetBytes("From: a@customs.example\nContent-Type: text/plain\n\n"),
            .. Encoding.Latin1.GetBytes("B7 : été chargé"),
        ];
        Assert.Equal("B7 : été chargé", Fixtures.Message(short1252).Text);
    }

    [Fact]
    public void Every_reason_that_can_be_mended_says_how_in_three_languages()
    {
        foreach (string reason in new[] { TriageReasons.Encrypted, TriageReasons.Flawed })
        {
            Text instead = TriageReasons.DoInstead(reason)!;
            Assert.Equal(3, new[] { instead.En, instead.Fr, instead.Es }.Distinct().Count(words => words.Length > 30));
        }

        Assert.Null(TriageReasons.DoInstead(TriageReasons.Question));
    }

    [Theory]
    [InlineData(
        "All is done.\n________________\nFrom: Programme <programme@acip.example>\nSent: Thursday, 12 October 2026 8:16 p.m.\nTo: Ama\nSubject: Report\n\nPlease send.",
        "All is done."
    )]
    [InlineData(
        "---------- Forwarded message ----------\nFrom: Programme <programme@acip.example>\nDate: Thu, Oct 12, 2026 at 4:00 PM\nSubject: Report\nTo: ama@customs.example.org\n\nPlease send.",
        ""
    )]
    [InlineData("-- \nAma\nCustoms", "")]
    [InlineData("B3: 45\nB5: 12\n\nFrom: nobody", "B3: 45\nB5: 12\n\nFrom: nobody")]
    [InlineData("Hello\n\nContent-Type: text/plain\n", "Hello\n\nContent-Type: text/plain")]
    public void A_file_with_a_body_is_a_body(string file, string own)
    {
        InboundMessage message = Fixtures.Message(Encoding.UTF8.GetBytes(file));
        Assert.Empty(message.From);
        Assert.Equal(own, ACip.Workflows.ReplyParsing.ReplyText.Of(message.Text, message.Html).Text);
    }

    private static readonly TriageFacts Facts = new(
        new Dictionary<string, TaskFacts>
        {
            [TaskTokens.Hash("nepalreportfixturetoken2aa")] = new(
                new TaskId("t"),
                new PersonId("p"),
                [new TaskPerson(new PersonId("p"), "a@customs.example")],
                DateTimeOffset.MaxValue,
                true
            ),
        },
        [],
        DateTimeOffset.UnixEpoch
    );

    private static string Mail(string type, string body) => $"Content-Type: {type}\n\n{body}";

    private static InboundMessage Read(string mail) =>
        Fixtures.Message(
            Encoding.UTF8.GetBytes($"From: a@customs.example\nDelivered-To: r+nepalreportfixturetoken2aa@reply.acip.example\n{mail}")
        );

    private static void Sound(string mail)
    {
        foreach (string ends in new[] { "\n", "\r\n" })
        {
            InboundMessage message = Read(mail.Replace("\n", ends, StringComparison.Ordinal));
            Assert.Empty(message.Flaws);
            Assert.Equal(Words, message.Text?.ReplaceLineEndings("\n").Trim());
            Assert.Empty(message.Files);
        }
    }

    private static void Flawed(string flaw, string mail)
    {
        InboundMessage message = Read(mail);
        Assert.Contains(flaw, message.Flaws);
        Assert.Equal(Verdict.NeedsPerson, Triage.Decide(message, Facts).Verdict);
    }
}
