using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using ACip.Local.Mail;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Scenarios.Mail;

[CollectionDefinition(Name)]
public sealed class HandsCollection : ICollectionFixture<OpenReports>
{
    public const string Name = "open reports, several hands";
}

/// <summary>One report, several hands: assigned by reply, answered by reply and by page, handed in by the coordinator alone.</summary>
[Collection(HandsCollection.Name)]
public sealed partial class ContributionScenarios(OpenReports programme)
{
    private const string Officer = "officer.one@acip-secretariat.example";

    [Fact]
    public async Task A_part_is_assigned_answered_and_handed_in_by_the_coordinator_alone()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        Person colleague = await ColleagueAsync(report);
        FormItem[] figures = await FiguresAsync(report);
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(
            report,
            new InboundReply { Text = $"Dear all,\n\nASSIGN {figures[0].Code}, {figures[1].Code}: {colleague.Email}\n" }
        );
        AssignedPart part = Assert.Single(ContributionRules.Of(await programme.ReadAsync(report)));
        Assert.Equal((colleague.Id, 2), (part.Person, part.Items.Count));
        Assert.Contains(
            $"has been asked for {figures[0].Code} and {figures[1].Code}",
            Words(Assert.Single(programme.Of("Notice", report.Person.Email, before))),
            StringComparison.Ordinal
        );

        await programme.ToMailHoursOfAsync(report);
        LocalMessage ask = Assert.Single(programme.Of("Asking", colleague.Email, before));
        Assert.Contains($"({figures[0].Code})", ask.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"({figures[2].Code})", ask.Text, StringComparison.Ordinal);

        // the colleague answers, also what is not asked of them, and says SUBMIT: nothing is handed in
        await ReplyAsync(ask, colleague, $"{figures[0].Code}: 7\n{figures[2].Code}: 9\n\nSUBMIT");
        ReportRecord after = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Open, after.State);
        Assert.Equal((7m, colleague.Id), (after.Entries[figures[0].Code].Value, after.Entries[figures[0].Code].By));
        Assert.False(after.Entries.ContainsKey(figures[2].Code));
        LocalMessage noted = Assert.Single(programme.Of("Acknowledgement", colleague.Email, before));
        Assert.Contains("has gone into the draft of the report", Words(noted), StringComparison.Ordinal);
        Assert.DoesNotContain("SUBMIT", noted.Text, StringComparison.Ordinal);
        Assert.Contains(
            programme.Of("Notice", report.Person.Email, before).Select(Words),
            text => text.Contains($"Not in yet: {figures[1].Code}", StringComparison.Ordinal)
        );

        // the coordinator sees what is in and what is not, and hands in without it
        string page = await new Browser(programme.Http, OpenReports.LinkIn(report.Ask)).OpenAsync();
        Assert.Contains($"not in yet: {figures[1].Code}", page, StringComparison.Ordinal);
        await programme.ReplyAsync(report, new InboundReply { Text = await programme.FullAnswerAsync(report) });
        ReportRecord handedIn = await programme.ReadAsync(report);
        Assert.Equal(ReportState.Submitted, handedIn.State);
        Assert.Equal(PartOutcome.HandedIn, ContributionRules.Of(handedIn)[0].Ended!.Outcome);
        HumanTaskRecord task = (
            await TaskRows.FindAsync(programme.Table, ContributionTasks.Of(handedIn, 1), CancellationToken.None)
        )!.Value;
        Assert.NotEqual(TaskState.Open, task.State);
        LocalMessage overtaken = Assert.Single(programme.Of("Notice", colleague.Email, before));
        Assert.Contains(
            $"has handed the report in. You are no longer asked for what had not come in yet: {figures[1].Code}.",
            Words(overtaken),
            StringComparison.Ordinal
        );

        // a late answer changes nothing, and its sender is told why and what to do
        await ReplyAsync(ask, colleague, $"{figures[1].Code}: 12");
        Assert.Equal(handedIn.Entries[figures[1].Code].By, (await programme.ReadAsync(report)).Entries[figures[1].Code].By);
        LocalMessage late = Assert.Single(programme.Of("PassedOn", colleague.Email, before));
        Assert.Contains("handed the report in", Words(late), StringComparison.Ordinal);
        Assert.Contains("write to", Words(late), StringComparison.Ordinal);
        var closed = new Browser(programme.Http, OpenReports.LinkIn(ask));
        Assert.Contains("handed the report in", await closed.OpenAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, closed.Status);
    }

    [Fact]
    public async Task An_unknown_address_is_registered_by_an_officer_and_then_asked_and_answers_on_the_page()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        FormItem[] figures = await FiguresAsync(report);
        string address = $"kofi@{report.Ref.Plan}.example";
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {figures[0].Code}: {address}" });
        Assert.Empty(ContributionRules.Of(await programme.ReadAsync(report)));
        Assert.Equal(address, Assert.Single(ContributionRules.Wanted(await programme.ReadAsync(report))).Address);
        Assert.Contains(
            programme.Of("Asking", Officer, before),
            mail => Words(mail).Contains($"wants to ask {address}", StringComparison.Ordinal)
        );

        string path = $"/plans/{report.Ref.Plan}/reports/{report.Ref.Period}";
        string shown = await new Browser(programme.Http, path, "officer-one").OpenAsync();
        Malformed.PageForm form = Malformed
            .PageForm.On(shown, path)
            .First(one => one.Action.EndsWith("/contributors", StringComparison.Ordinal) && one.Sent().Any(field => field.Key == "name"));
        var register = new Browser(programme.Http, form.Action, "officer-one");
        await register.PostAsync([
            .. form.Sent().Where(field => field.Key is not ("name" or "act")),
            new("name", "Kofi Boateng"),
            new("act", "register-1"),
        ]);
        Assert.Equal(HttpStatusCode.OK, register.Status);
        await programme.Platform.Busy.QuietAsync();
        ReportRecord after = await programme.ReadAsync(report);
        Assert.Null(Assert.Single(ContributionRules.Wanted(after)).Address);
        Person kofi = (await programme.RegisterAsync()).People[Assert.Single(ContributionRules.Of(after)).Person];
        Assert.Equal((address, Role.Contributor), (kofi.Email, Assert.Single(kofi.Roles).Role));

        await programme.ToMailHoursOfAsync(report);
        LocalMessage ask = Assert.Single(programme.Of("Asking", address, before));
        await ReplyAsync(ask, kofi, $"{figures[0].Code}: n/a the register was moved\n\nASSIGN {figures[0].Code}: a@b.example");
        ReportRecord answered = await programme.ReadAsync(report);
        Assert.Equal(
            ("the register was moved", kofi.Id),
            (answered.Entries[figures[0].Code].MissingReason!, answered.Entries[figures[0].Code].By)
        );
        Assert.Single(ContributionRules.Of(answered));
        Assert.Contains(
            programme.Of("Acknowledgement", address, before),
            mail => Words(mail).Contains("Only the coordinator asks others", StringComparison.Ordinal)
        );
        await RejectedAsync(report, ask, kofi, figures);
    }

    [Fact]
    public async Task An_assignment_that_was_made_before_another_takes_nothing_from_its_colleague_and_the_same_again_is_confirmed()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        Person colleague = await ColleagueAsync(report);
        FormItem[] figures = await FiguresAsync(report);
        await programme.ReplyAsync(
            report,
            new InboundReply
            {
                Text = $"ASSIGN {figures[0].Code}: nobody@{report.Ref.Plan}.example",
                Handover = new Handover(Late: TimeSpan.FromHours(2)),
            }
        );
        await programme.Platform.AdvanceAsync(TimeSpan.FromMinutes(30));
        string line = $"ASSIGN {figures[0].Code}: {colleague.Email}";
        await programme.ReplyAsync(report, new InboundReply { Text = line });
        long before = programme.Platform.Mail.Newest;
        await programme.Platform.AdvanceAsync(TimeSpan.FromHours(2));

        ReportRecord after = await programme.ReadAsync(report);
        Assert.Null(Assert.Single(ContributionRules.Of(after)).Ended);
        Assert.Empty(ContributionRules.Wanted(after));
        Assert.Contains(
            programme.Of("QuestionBack", report.Person.Email, before).Select(Words),
            text => text.Contains("A later answer to this has been received", StringComparison.Ordinal)
        );

        before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = line });
        Assert.Contains(
            $"has been asked for {figures[0].Code}",
            Words(Assert.Single(programme.Of("Notice", report.Person.Email, before))),
            StringComparison.Ordinal
        );
        Assert.Single(ContributionRules.Of(await programme.ReadAsync(report)));
    }

    [Fact]
    public async Task What_cannot_be_assigned_is_said_with_the_reason()
    {
        await programme.ToAWorkingDayAsync();
        OpenReport report = programme.Take(Language.En);
        FormItem[] figures = await FiguresAsync(report);
        long before = programme.Platform.Mail.Newest;
        await programme.ReplyAsync(report, new InboundReply { Text = $"ASSIGN {figures[0].Code}: {report.Person.Email}" });
        Assert.Contains(
            programme.Of("QuestionBack", report.Person.Email, before),
            mail => Words(mail).Contains("You answer that yourself", StringComparison.Ordinal)
        );
        Assert.Empty(ContributionRules.Of(await programme.ReadAsync(report)));
    }

    /// <summary>A contributor whose file is rejected is led to their part, where they can send another.</summary>
    private async Task RejectedAsync(OpenReport report, LocalMessage ask, Person kofi, FormItem[] figures)
    {
        byte[] scan = [.. "%PDF-1.4 of the register"u8];
        var sent = new InboundReply { Text = "", Attachments = [new InboundAttachment("scan.pdf", "application/pdf", scan)] };
        await programme.Platform.Mail.ReplyAsync(ask.Id, sent);
        await programme.Platform.Busy.QuietAsync();
        long before = programme.Platform.Mail.Newest;
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(scan));
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"api/plans/{report.Ref.Plan}/reports/{report.Ref.Period}/evidence/{sha256}"
        )
        {
            Content = JsonContent.Create(new { clean = false }),
        };
        request.Headers.Add("X-Local-Sign-In", "officer-one");
        using HttpResponseMessage answer = await programme.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await programme.Platform.Busy.QuietAsync();

        LocalMessage told = Assert.Single(programme.Of("Notice", kofi.Email, before));
        var page = new Browser(programme.Http, OpenReports.LinkIn(told));
        Assert.Contains($">{figures[0].Code}<", await page.OpenAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain($">{figures[2].Code}<", page.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    /// <summary>Of the same administration, and not who was asked for the report.</summary>
    private async Task<Person> ColleagueAsync(OpenReport report)
    {
        ReportRecord file = await programme.ReadAsync(report);
        return (await programme.RegisterAsync()).People.Values.First(person =>
            person.Id != report.Person.Id
            && person.Roles.Any(held => held.Role == Role.HeadOfCustoms && held.Administration == file.Administration)
        );
    }

    private async Task<FormItem[]> FiguresAsync(OpenReport report) =>
        [
            .. (await programme.ItemsAsync(report))
                .Where(item => item is { Kind: FormItemKind.Number, Sensitive: false, Groups: null or { Count: 0 } })
                .Take(3),
        ];

    private async Task ReplyAsync(LocalMessage mail, Person from, string text)
    {
        await programme.Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = text, Language = from.Language.Tag });
        await programme.Platform.Busy.QuietAsync();
    }

    private static string Words(LocalMessage mail) =>
        string.Join(' ', mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
