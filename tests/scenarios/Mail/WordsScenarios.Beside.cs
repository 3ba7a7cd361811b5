using System.Security.Cryptography;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.ReplyParsing;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task What_is_asked_back_no_more_is_read_by_a_person_with_the_question()
    {
        OpenReport report = programme.Take(Language.En);
        FormItem item = await NumberAsync(report);
        long before = 0;
        for (int time = 1; time <= AnswerService.MostQuestionsBack + 1; time++)
        {
            before = programme.Platform.Mail.Newest;
            await programme.ReplyAsync(report, new InboundReply { Text = $"{item.Code}: about 4{time}\n\nQUESTION: {Question}" });
        }

        Assert.Empty(programme.Of("QuestionBack", report.Person.Email, before));
        Assert.NotEmpty(ToldOfficers(before));
        Assert.All(
            ToldOfficers(before),
            mail => Assert.Contains($"about 4{AnswerService.MostQuestionsBack + 1}", mail.Text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Of_a_closed_report_a_rejected_file_is_taken_from_nothing_and_nobody_is_told()
    {
        OpenReport report = programme.Take(Language.Es);
        FormItem item = await NumberAsync(report);
        byte[] survey = [.. "%PDF-1.4 somebody's visa"u8];
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(survey));
        var file = new InboundAttachment($"{item.Code}.pdf", "application/pdf", survey);
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report), Attachments = [file] });
        await DecideAsync(report, new { approved = true });
        long before = programme.Platform.Mail.Newest;
        string[] linked = await LinkedAsync(report, sha256);
        Assert.Equal([item.Code], linked);

        await PostAsync(report, $"evidence/{sha256}", new { clean = false }, "officer-one");

        EvidenceFile rejected = Assert.Single(await EvidenceFile.ListAsync(programme.Table, report.Ref, CancellationToken.None));
        Assert.Equal(EvidenceState.Rejected, rejected.State);
        Assert.Equal(linked, await LinkedAsync(report, sha256));
        Assert.DoesNotContain(programme.Of("Notice", null, before), mail => mail.CustomArgs["stream"] == report.Ref.Stream.Value);
        CommandResult again = await UploadAsync(report, new ReceivedFile("survey.pdf", "application/pdf", survey));
        Assert.Equal("report-not-open", Assert.IsType<CommandResult.Refused>(again).Rule);
    }

    [Fact]
    public async Task What_cannot_be_kept_and_what_was_rejected_before_is_said_of_an_upload_at_once()
    {
        OpenReport report = programme.Take(Language.Es);
        ReceivedFile passport = new("passport.pdf", "application/pdf", "%PDF-1.4 somebody's passport"u8.ToArray()),
            empty = new("empty.pdf", "application/pdf", Array.Empty<byte>());
        Assert.IsType<CommandResult.Recorded>(await UploadAsync(report, passport));
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(passport.Content.Span));
        await PostAsync(report, $"evidence/{sha256}", new { clean = false }, "officer-one");

        var refused = Assert.IsType<CommandResult.Refused>(await UploadAsync(report, empty, passport));

        Assert.Equal("file-not-kept", refused.Rule);
        Assert.Equal(["empty.pdf", "passport.pdf"], refused.Because.Select(text => text.En.Split(':')[0]));
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

    /// <summary>Items that the file supports.</summary>
    private async Task<string[]> LinkedAsync(OpenReport report, string sha256) =>
        [.. (await programme.ReadAsync(report)).Entries.Values.Where(one => one.EvidenceSha256.Contains(sha256)).Select(one => one.Item)];

    private Task<CommandResult> UploadAsync(OpenReport report, params ReceivedFile[] files) =>
        programme
            .Services.GetRequiredService<EvidenceUploads>()
            .KeepAsync(new EvidenceUpload(report.Ref, "", files, report.Person.Id, EntrySource.Link), CancellationToken.None);

    private async Task<FormItem> NumberAsync(OpenReport report) =>
        (await programme.ItemsAsync(report)).First(one => one is { Kind: FormItemKind.Number, Sensitive: false });

    private IEnumerable<LocalMessage> ToldOfficers(long before) =>
        programme
            .Of("Commented", null, before)
            .Where(mail => mail.Recipient.Email.EndsWith("@acip-secretariat.example", StringComparison.Ordinal));
}
