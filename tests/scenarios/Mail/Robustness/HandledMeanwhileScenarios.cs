using System.Net;
using System.Text;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Cycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Tests.Scenarios.Mail.Robustness;

/// <summary>What officers, or another run of the same work, have done with a message or a file meanwhile.</summary>
[Collection(RobustMailCollection.Name)]
public sealed class HandledMeanwhileScenarios(OpenReports programme)
{
    private static readonly PersonId Officer = new("officer-one");

    [Theory]
    [InlineData(QuarantineState.Sealed)]
    [InlineData(QuarantineState.Discarded)]
    public async Task A_message_that_officers_sealed_or_discarded_is_confirmed_by_nobody(QuarantineState state)
    {
        OpenReport report = programme.Take();
        (LocalMessage ask, ReceivedMail aside) = await AskedToConfirmAsync(report);
        var list = programme.Services.GetRequiredService<QuarantineService>();
        var browser = new Browser(programme.Http, OpenReports.LinkIn(ask));
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        long before = programme.Platform.Mail.Newest;
        await programme.Platform.WakeAsync(
            state == QuarantineState.Sealed
                ? await list.SealAsync(aside.MessageKey, Officer, CancellationToken.None)
                : await list.DiscardAsync(aside.MessageKey, Officer, "It is about another matter.", CancellationToken.None)
        );

        await browser.PostAsync([]);
        await programme.Platform.Busy.QuietAsync();
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        Assert.Empty((await programme.ReadAsync(report)).Entries);
        Assert.Equal(state, (await ListedAsync(aside.MessageKey))!.State);
        // who waits for what is discarded is told; that something was sealed is told to nobody
        Assert.Equal(state == QuarantineState.Discarded ? 1 : 0, programme.Of("PassedOn", report.Person.Email, before).Count);
    }

    [Fact]
    public async Task A_stranger_s_message_is_discarded_without_a_reason_and_answered_by_nobody()
    {
        await programme.Platform.Mail.ReplyAsync(
            programme.Of("QuarterlyTask")[0].Id,
            new InboundReply { Text = "Is this the right address?", From = new MailAddress("stranger@elsewhere.example") }
        );
        await programme.Platform.Busy.QuietAsync();
        ReceivedMail aside = (await programme.AsideAsync()).First(mail => mail is { State: QuarantineState.Waiting, Person: null });
        long before = programme.Platform.Mail.Newest;

        await programme.Platform.WakeAsync(
            await programme
                .Services.GetRequiredService<QuarantineService>()
                .DiscardAsync(aside.MessageKey, Officer, null, CancellationToken.None)
        );
        await programme.Platform.Busy.QuietAsync();

        Assert.Equal(QuarantineState.Discarded, (await ListedAsync(aside.MessageKey))!.State);
        Assert.Empty(programme.Platform.Mail.List(null, before));
    }

    /// <summary>Its words are then in the report or not, and never sealed and in the report.</summary>
    [Fact]
    public async Task What_is_just_being_taken_as_an_answer_is_sealed_by_nobody_until_that_has_ended()
    {
        OpenReport report = programme.Take();
        (_, ReceivedMail aside) = await AskedToConfirmAsync(report);
        var list = programme.Services.GetRequiredService<QuarantineService>();
        var other = new PersonId("officer-two");
        DateTimeOffset now = programme.Platform.Clock.GetUtcNow();
        Assert.Null(await MailClaims.TakeAsync(programme.Table, aside.MessageKey, Officer, now, CancellationToken.None));

        Assert.Equal(Officer, Assert.IsType<CommandResult.Stale>(await list.SealAsync(aside.MessageKey, other, CancellationToken.None)).By);
        Assert.NotNull(await MailClaims.TakeAsync(programme.Table, aside.MessageKey, other, now, CancellationToken.None));
        Assert.Null(await MailClaims.TakeAsync(programme.Table, aside.MessageKey, other, now.AddMinutes(11), CancellationToken.None));

        await MailClaims.ReleaseAsync(programme.Table, aside.MessageKey, other, CancellationToken.None);
        Assert.IsType<CommandResult.Recorded>(await list.SealAsync(aside.MessageKey, other, CancellationToken.None));
        ReceivedMail? held = await MailClaims.TakeAsync(programme.Table, aside.MessageKey, Officer, now, CancellationToken.None);
        Assert.Equal(QuarantineState.Sealed, held!.State);
    }

    [Fact]
    public async Task A_message_that_was_committed_and_not_yet_listed_is_listed_by_the_next_run()
    {
        OpenReport report = programme.Take();
        (_, ReceivedMail aside) = await AskedToConfirmAsync(report);
        Row<ReceivedMail> row = (
            await programme.Table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(aside.MessageKey), CancellationToken.None)
        )!;
        Assert.True(await programme.Table.TryCommitAsync(new UnitOfWork(StreamId.Inbox).Delete(row), CancellationToken.None));
        Assert.Null(await ListedAsync(aside.MessageKey));

        await ActivatorUtilities
            .CreateInstance<InboundActivities>(programme.Services)
            .TakeMail(aside.Blob, programme.Platform.Workflows, CancellationToken.None);

        Assert.Equal(QuarantineState.Waiting, (await ListedAsync(aside.MessageKey))!.State);
    }

    [Fact]
    public async Task One_file_that_is_sent_for_two_figures_supports_both_once_they_come()
    {
        OpenReport report = programme.Take();
        string answer = await programme.FullAnswerAsync(report);
        string[] codes = [.. answer.Split('\n').Take(2).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)])];
        byte[] survey = Encoding.ASCII.GetBytes($"%PDF-1.4 a survey of {report.Ref.Plan}");
        var uploads = programme.Services.GetRequiredService<EvidenceUploads>();
        foreach (string code in codes)
        {
            Assert.IsType<CommandResult.Recorded>(
                await uploads.KeepAsync(
                    new EvidenceUpload(
                        report.Ref,
                        code,
                        [new ReceivedFile("survey.pdf", "application/pdf", survey)],
                        report.Person.Id,
                        EntrySource.Link
                    ),
                    CancellationToken.None
                )
            );
        }

        await programme.ReplyAsync(report, new InboundReply { Text = answer });

        ReportRecord after = await programme.ReadAsync(report);
        Assert.All(codes, code => Assert.Single(after.Entries[code].EvidenceSha256));
        EvidenceFile file = Assert.Single(await EvidenceFile.ListAsync(programme.Table, report.Ref, CancellationToken.None));
        Assert.Equal(codes, file.Items);
        IEnumerable<AuditEvent> kept = (
            await programme.Table.ListAsync<AuditEvent>(report.Ref.Stream, AuditRows.Prefix, CancellationToken.None)
        )
            .Select(row => row.Value)
            .Where(told => told.Kind == AuditKind.EvidenceKept && told.DataSha256 == file.Sha256);
        Assert.Equal([EntrySource.Link.Value, $"{EntrySource.Link.Value}: {codes[1]}"], kept.Select(told => told.Reason));
    }

    [Fact]
    public async Task A_message_about_a_recommendation_is_taken_as_its_owners_answer_too()
    {
        OpenReport report = programme.Take(Language.En);
        using var enter = new HttpRequestMessage(HttpMethod.Post, $"/api/plans/{report.Ref.Plan}/recommendations")
        {
            Content = System.Net.Http.Json.JsonContent.Create(
                new
                {
                    id = "registers",
                    source = "Audit",
                    found = "2026-04-01",
                    finding = "Two offices keep no register of gifts.",
                    wanted = "Keep a register in every office.",
                    ofSecretariat = false,
                    due = "2026-12-31",
                }
            ),
        };
        enter.Headers.Add("X-Local-Sign-In", Officer.Value);
        using HttpResponseMessage entered = await programme.Http.SendAsync(enter);
        Assert.True(entered.IsSuccessStatusCode, await entered.Content.ReadAsStringAsync());
        await programme.Platform.Busy.QuietAsync();
        await programme.Platform.AdvanceAsync(TimeSpan.FromDays(4));
        LocalMessage ask = programme
            .Platform.Mail.List(report.Person.Email)
            .Last(mail => mail.CustomArgs["stream"].StartsWith("recommendation-", StringComparison.Ordinal));
        await programme.Platform.Mail.ReplyAsync(
            ask.Id,
            new InboundReply { Text = "V1: yes\nV2: Each office has one.", From = new MailAddress("private@webmail.example") }
        );
        await programme.Platform.Busy.QuietAsync();
        ReceivedMail aside = (await programme.AsideAsync()).First(mail =>
            mail.TaskStream?.Value == ask.CustomArgs["stream"] && mail.State == QuarantineState.Waiting
        );

        var list = programme.Services.GetRequiredService<QuarantineService>();
        OpenReport other = programme.Take();
        (CommandResult refused, _) = await list.TreatAsAnswerAsync(
            aside.MessageKey,
            other.Person.Id,
            null,
            Officer,
            CancellationToken.None
        );
        (CommandResult taken, _) = await list.TreatAsAnswerAsync(aside.MessageKey, report.Person.Id, null, Officer, CancellationToken.None);

        Assert.Equal("not-their-task", Assert.IsType<CommandResult.Refused>(refused).Rule);
        Assert.IsType<CommandResult.Recorded>(taken);
    }

    private async Task<ReceivedMail?> ListedAsync(string key) =>
        (await programme.AsideAsync()).FirstOrDefault(mail => mail.MessageKey == key);

    private async Task<(LocalMessage Ask, ReceivedMail Aside)> AskedToConfirmAsync(OpenReport report)
    {
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = await programme.FullAnswerAsync(report),
                Spf = "none",
                Dkim = "none",
            }
        );
        ReceivedMail aside = Assert.Single(
            await programme.AsideAsync(),
            mail => mail.Person == report.Person.Id && mail.Verdict == nameof(Verdict.ConfirmFirst)
        );
        return (Assert.Single(programme.Of("ConfirmFirst", report.Person.Email, before)), aside);
    }
}
