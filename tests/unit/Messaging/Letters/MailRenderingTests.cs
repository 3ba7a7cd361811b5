using ACip.Tests.Unit.Languages;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;

namespace ACip.Tests.Unit.Messaging.Letters;

public sealed class MailRenderingTests
{
    private static readonly string[] InAQuarter =
    [
        "drafting-task",
        "quarterly-task",
        "reminder-first",
        "reminder-overdue",
        "escalation-head",
        "acknowledgement-noted",
        "acknowledgement-submitted",
        "question-back",
        "confirm-first",
        "report-returned",
        "report-accepted",
        "plan-not-handed-in",
        "one-time-code",
        "passed-on",
        "commented",
    ];

    public static TheoryData<string, Language> EveryKindInEveryLanguage
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (Language language in Language.All)
            {
                foreach ((string name, _) in Samples.All(language))
                {
                    all.Add(name, language);
                }
            }

            // of the others, what a coordinator gets in a quarter
            foreach (Language language in TextFiles.OfCoordinators)
            {
                foreach (string name in InAQuarter)
                {
                    all.Add(name, language);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(EveryKindInEveryLanguage))]
    public async Task Every_mail_is_as_approved(string name, Language language)
    {
        MailMessage mail = await Render(name, language);
        string headers = string.Concat(mail.Headers.Select(header => $"{header.Key}: {header.Value}\n"));
        string args = string.Concat(mail.CustomArgs.Select(arg => $"({arg.Key} = {arg.Value})\n"));
        string file = $"{name}.{language.Tag}";
        Approved.Check(
            file,
            "txt",
            $"To: {mail.ToName} <{mail.ToAddress}>\nReply-To: {mail.ReplyTo}\nSubject: {mail.Subject}\n{headers}{args}\n{mail.Text}"
        );
        Approved.Check(file, "html", mail.Html);
    }

    [Theory]
    [MemberData(nameof(EveryKindInEveryLanguage))]
    public async Task Every_mail_says_it_is_fictional_hides_what_is_sensitive_and_forbids_machines_to_answer(string name, Language language)
    {
        MailMessage mail = await Render(name, language);
        Assert.Contains("FICTIONAL SAMPLE DATA", mail.Text, StringComparison.Ordinal);
        Assert.Contains("FICTIONAL SAMPLE DATA", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Samples.Secret, mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.True(mail.Html.Length < 20_000, "light enough for a weak link");
        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(EveryKindInEveryLanguage))]
    public async Task Every_mail_names_a_person_and_has_no_doubled_sign(string name, Language language)
    {
        MailMessage mail = await Render(name, language);
        Assert.Matches("Olga Officer\\W+olga\\.officer@acip\\.example", mail.Text);
        Assert.Contains("olga.officer@acip.example", mail.Html, StringComparison.Ordinal);
        foreach (string text in new[] { mail.Subject, mail.Text, mail.Html })
        {
            Assert.DoesNotMatch(@":\s?:|\.\.(?!\.)|,,|;;", text);
        }
    }

    [Fact]
    public async Task A_notice_of_a_new_kind_is_a_class_and_nothing_more()
    {
        MailMessage mail = await MailRendering.RenderAsync(new Harvested(), Samples.Frame(Language.Fr));
        Assert.Equal("[A-CIP] La récolte est rentrée", mail.Subject);
        Assert.Contains("Le 31 octobre 2026.", mail.Text, StringComparison.Ordinal);
        Assert.Equal(new DigestLine("La récolte est rentrée", "Le 31 octobre 2026.", "https://acip.example/harvest"), mail.InShort);
    }

    private sealed record Harvested : Notice
    {
        public override Text Subject => Text.Of("The harvest is in", "La récolte est rentrée", "La cosecha está hecha");

        public override Uri Link => new("https://acip.example/harvest");

        public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates)
        {
            string Day(Language language) => dates(language).Day(new DateOnly(2026, 10, 31));
            return [Text.Of($"On {Day(Language.En)}.", $"Le {Day(Language.Fr)}.", $"El {Day(Language.Es)}.")];
        }
    }

    [Fact]
    public void Every_kind_has_a_sample() =>
        Assert.Equal(Enum.GetValues<MailKind>().Order(), Samples.All(Language.En).Select(sample => sample.Content.Kind).Distinct().Order());

    [Fact]
    public async Task A_real_mail_does_not_call_itself_fictional()
    {
        MailMessage mail = await MailRendering.RenderAsync(
            new OneTimeCode("123456", default),
            Samples.Frame(Language.En) with
            {
                Fictional = false,
            }
        );
        Assert.DoesNotContain("FICTIONAL", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_opens_no_header_and_no_tag()
    {
        MailFrame frame = Samples.Frame(Language.En);
        var hostile = new About.Plan(Text.Of("Nepal\r\nBcc: eve@evil.example", "", ""), "<script>alert(1)</script>");
        MailMessage mail = await MailRendering.RenderAsync(
            new ReportAccepted(hostile, new Uri("https://acip.example/")),
            frame with
            {
                InReplyTo = "a@b>\r\nBcc: eve@evil.example",
                To = frame.To with { Name = "A\r\nB" },
            }
        );
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.Equal("A B", mail.ToName);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.All(mail.Headers, header => Assert.DoesNotContain("evil", header.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_of_one_task_share_a_thread_and_an_answer_names_what_it_answers()
    {
        MailFrame frame = Samples.Frame(Language.En);
        MailMessage asked = await MailRendering.RenderAsync(new OneTimeCode("1", default), frame);
        MailMessage answered = await MailRendering.RenderAsync(
            new OneTimeCode("1", default),
            frame with
            {
                DeliveryId = "other",
                InReplyTo = "<abc@mail.example>",
            }
        );
        Assert.Equal("<d41f8e@mail.acip.example>", asked.Headers["Message-ID"]);
        Assert.Equal(asked.Headers["In-Reply-To"], asked.Headers["References"]);
        Assert.Equal($"{asked.Headers["References"]} <abc@mail.example>", answered.Headers["References"]);
        Assert.Equal("<abc@mail.example>", answered.Headers["In-Reply-To"]);
    }

    [Fact]
    public async Task The_same_mail_is_written_twice_alike() =>
        Assert.Equal((await Render("acknowledgement-noted", Language.Fr)).Html, (await Render("acknowledgement-noted", Language.Fr)).Html);

    private static Task<MailMessage> Render(string name, Language language) =>
        MailRendering.RenderAsync(Samples.All(language).Single(sample => sample.Name == name).Content, Samples.Frame(language));
}
