using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Mail.Outgoing;

public sealed class MailTextsTests
{
    public static TheoryData<string, Language> EveryKindInEveryLanguage
    {
        get
        {
            var all = new TheoryData<string, Language>();
            foreach (Language language in Enum.GetValues<Language>())
            {
                foreach ((string name, _) in Samples.All(language))
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
        string file = $"{name}.{language.ToString().ToLowerInvariant()}";
        Approved.Check(file, "txt", $"To: {mail.ToName} <{mail.ToAddress}>\nReply-To: {mail.ReplyTo}\nSubject: {mail.Subject}\n{headers}{args}\n{mail.Text}");
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

    [Fact]
    public void Every_kind_has_a_sample() =>
        Assert.Equal(Enum.GetValues<MailKind>().Order(), Samples.All(Language.En).Select(sample => sample.Content.Kind).Distinct().Order());

    [Fact]
    public async Task A_real_mail_does_not_call_itself_fictional()
    {
        MailMessage mail = await MailTexts.RenderAsync(new OneTimeCode("123456", default), Samples.Frame(Language.En) with { Fictional = false });
        Assert.DoesNotContain("FICTIONAL", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("123456", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_opens_no_header_and_no_tag()
    {
        MailFrame frame = Samples.Frame(Language.En);
        var hostile = new About.Plan(new Text3("Nepal\r\nBcc: eve@evil.example", "", ""), "<script>alert(1)</script>");
        MailMessage mail = await MailTexts.RenderAsync(
            new TaskExpired(hostile, default, new Uri("https://acip.example/")),
            frame with { InReplyTo = "a@b>\r\nBcc: eve@evil.example", To = frame.To with { Name = "A\r\nB" } });
        Assert.DoesNotContain('\n', mail.Subject);
        Assert.Equal("A B", mail.ToName);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.All(mail.Headers, header => Assert.DoesNotContain("evil", header.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_of_one_task_share_a_thread_and_an_answer_names_what_it_answers()
    {
        MailFrame frame = Samples.Frame(Language.En);
        MailMessage asked = await MailTexts.RenderAsync(new OneTimeCode("1", default), frame);
        MailMessage answered = await MailTexts.RenderAsync(new OneTimeCode("1", default), frame with { DeliveryId = "other", InReplyTo = "<abc@mail.example>" });
        Assert.Equal("<d41f8e@mail.acip.example>", asked.Headers["Message-ID"]);
        Assert.Equal(asked.Headers["In-Reply-To"], asked.Headers["References"]);
        Assert.Equal($"{asked.Headers["References"]} <abc@mail.example>", answered.Headers["References"]);
        Assert.Equal("<abc@mail.example>", answered.Headers["In-Reply-To"]);
    }

    [Fact]
    public async Task The_same_mail_is_written_twice_alike() =>
        Assert.Equal((await Render("acknowledgement-noted", Language.Fr)).Html, (await Render("acknowledgement-noted", Language.Fr)).Html);

    private static Task<MailMessage> Render(string name, Language language) =>
        MailTexts.RenderAsync(Samples.All(language).Single(sample => sample.Name == name).Content, Samples.Frame(language));
}
