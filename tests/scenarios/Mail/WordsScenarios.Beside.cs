using System.Security.Cryptography;
using ACip.Local.Mail;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

/// <summary>Replies that say several things at once.</summary>
public sealed partial class WordsScenarios
{
    private const string Burned = "The northern lab burned down in May.",
        Question = "may we report in tonnes?";

    [Fact]
    public async Task A_question_takes_the_words_along_that_stand_beside_it_and_the_figures_count()
    {
        OpenReport report = programme.Take(Language.En);
        FormItem item = await NumberAsync(report);
        long before = programme.Platform.Mail.Newest;

        await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code}: 4711\n{Burned}\n\nQUESTION: {Question}" });

        Assert.Equal(4711m, (await programme.ReadAsync(report)).Entries[item.Code].Value);
        Assert.All(ToldOfficers(before), mail => Assert.Contains(Burned, mail.Text, StringComparison.Ordinal));
        Assert.All(ToldOfficers(before), mail => Assert.Contains(Question, mail.Text, StringComparison.Ordinal));
        Assert.NotEmpty(ToldOfficers(before));
        Assert.Contains(Burned, Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_a_question_what_could_not_be_read_is_asked_back()
    {
        OpenReport report = programme.Take(Language.En);
        FormItem item = await NumberAsync(report);
        long before = programme.Platform.Mail.Newest;

        await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code}: about 45\n\nQUESTION: {Question}" });

        Assert.Contains(
            "about 45",
            Assert.Single(programme.Of("QuestionBack", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(ToldOfficers(before));
        Assert.Contains(
            programme.Of("Commented", report.Person.Email, before),
            mail => mail.Text.Contains(Question, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_rejected_file_supports_nothing_its_sender_is_told_and_it_is_not_kept_again()
    {
        OpenReport report = programme.Take(Language.En);
        FormItem item = await NumberAsync(report);
        byte[] survey = [.. "%PDF-1.4 somebody's passport"u8];
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(survey));
        InboundReply Sent(string text) =>
            new() { Text = text, Attachments = [new InboundAttachment("survey.pdf", "application/pdf", survey)] };
        await programme.ReplyAsync(report, Sent($"{item.Code}: 4711"));
        Assert.Equal([sha256], (await programme.ReadAsync(report)).Entries[item.Code].EvidenceSha256);
        long before = programme.Platform.Mail.Newest;

        await PostAsync(report, $"evidence/{sha256}", new { clean = false }, "officer-one");

        Assert.Empty((await programme.ReadAsync(report)).Entries[item.Code].EvidenceSha256);
        Assert.Contains("survey.pdf", Assert.Single(programme.Of("Notice", report.Person.Email, before)).Text, StringComparison.Ordinal);

        await programme.ReplyAsync(report, Sent($"{item.Code}: 4712"));
        ReportEntry again = (await programme.ReadAsync(report)).Entries[item.Code];
        Assert.Equal((4712m, 0), (again.Value!.Value, again.EvidenceSha256.Count));
        Assert.Contains(
            "has looked at this file before",
            Assert.Single(programme.Of("Acknowledgement", report.Person.Email, before)).Text,
            StringComparison.Ordinal
        );
    }

    private async Task<FormItem> NumberAsync(OpenReport report) =>
        (await programme.ItemsAsync(report)).First(one => one is { Kind: FormItemKind.Number, Sensitive: false });

    private IEnumerable<LocalMessage> ToldOfficers(long before) =>
        programme
            .Of("Commented", null, before)
            .Where(mail => mail.Recipient.Email.EndsWith("@acip-secretariat.example", StringComparison.Ordinal));
}
