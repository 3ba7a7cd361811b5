using System.Net;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.DonorReports;

public sealed partial class IssuingTests
{
    /// <summary>A role that ended yesterday; then the reader is back.</summary>
    private async Task WhoLeavesTheDonorOpensNothingAsync(string link)
    {
        DateOnly yesterday = DateOnly.FromDateTime(year.Platform.Clock.GetUtcNow().UtcDateTime).AddDays(-1);
        await SetReaderAsync(yesterday);
        int opened = (await year.AuditAsync()).Count(kind => kind == AuditKind.DonorReportOpened);
        Assert.Equal(HttpStatusCode.NotFound, (await year.SendAsync(HttpMethod.Get, link, "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await year.SendAsync(HttpMethod.Get, $"{link}/en/report.html", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await year.SendAsync(HttpMethod.Post, $"{link}/acknowledgement", "")).StatusCode);
        Assert.Equal(opened, (await year.AuditAsync()).Count(kind => kind == AuditKind.DonorReportOpened));

        await SetReaderAsync(null);
        Assert.Equal(HttpStatusCode.OK, (await year.SendAsync(HttpMethod.Get, link, "")).StatusCode);
    }

    /// <summary>The donor's only reader left yesterday; then the reader is back.</summary>
    private async Task IssuedToNobodyIsToldToOfficersAsync()
    {
        await SetReaderAsync(DateOnly.FromDateTime(year.Platform.Clock.GetUtcNow().UtcDateTime).AddDays(-1));
        await year.Platform.AdvanceToAsync(year.Platform.Clock.GetUtcNow().AddHours(3));
        await RestateAsync(98);
        await OkAsync(HttpMethod.Post, $"{Path}/decision", "approver-two", new { approved = true });

        DonorReportRecord issued = await year.FileAsync();
        Assert.Equal(DonorReportState.Issued, issued.State);
        Assert.Empty(issued.Latest!.Mails ?? []);
        string key = $"{ReportedYear.Agreement}-unread-{ReportedYear.Report.Period}-v";
        LocalMessage[] told =
        [
            .. year.Platform.Mail.List().Where(mail => mail.CustomArgs["delivery"].StartsWith(key, StringComparison.Ordinal)),
        ];
        Assert.Equal(
            ["officer.one@acip-secretariat.example", "officer.two@acip-secretariat.example"],
            told.Select(mail => mail.Recipient.Email).Order(StringComparer.Ordinal)
        );
        Assert.All(told, mail => Assert.Contains($"{key}{issued.Versions.Count}-", mail.CustomArgs["delivery"], StringComparison.Ordinal));
        await SetReaderAsync(null);
    }

    private async Task SetReaderAsync(DateOnly? until)
    {
        Row<Person> row = (
            await year.Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(new PersonId("reader-norad")), CancellationToken.None)
        )!;
        Assert.True(
            await year.Table.TryCommitAsync(
                new UnitOfWork(StreamId.Programme).Replace(
                    row,
                    row.Value with
                    {
                        Roles = [.. row.Value.Roles.Select(held => held with { Until = until })],
                    }
                ),
                CancellationToken.None
            )
        );
        Harness.EachWorker.ForgetRegister(year.Platform);
    }

    /// <summary>Among all that came, and by its address.</summary>
    private async Task OfficersFindTheMailAsync()
    {
        IReadOnlyList<Row<ReceivedMail>> taken = await year.Table.ListAsync<ReceivedMail>(
            StreamId.Of(ReportedYear.Agreement),
            ReceivedMail.Prefix,
            CancellationToken.None
        );
        string path = $"mail/{Assert.Single(taken).Value.MessageKey}";
        Assert.Equal(HttpStatusCode.OK, (await year.SendAsync(HttpMethod.Get, path, "officer-one")).StatusCode);
        string all = await (await year.SendAsync(HttpMethod.Get, "mail", "officer-one")).Content.ReadAsStringAsync();
        Assert.Contains(path, all, StringComparison.Ordinal);
        Assert.Contains("reader@norad-reader.example", all, StringComparison.Ordinal);
    }

    /// <summary>What a domain does not prove counts once it is confirmed from the registered address, as it does for everybody
    /// else.</summary>
    private async Task ItsReaderConfirmsAsync(LocalMessage issued, HttpClient http)
    {
        const string unproven = "We share it with our board.";
        await ReplyAsync(issued, unproven, proof: "none");
        Assert.Equal(2, (await year.FileAsync()).Latest!.Remarks!.Count);
        LocalMessage confirm = Assert.Single(
            year.Platform.Mail.List(),
            mail => mail.CustomArgs.GetValueOrDefault("kind") == "ConfirmFirst" && mail.Recipient.Email == "reader@norad-reader.example"
        );
        var browser = new Mail.Browser(http, Mail.OpenReports.LinkIn(confirm));
        await browser.OpenAsync();
        await browser.PostAsync([]);
        await year.Platform.Busy.QuietAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(unproven, (await year.FileAsync()).Latest!.Remarks![^1].Text);
    }

    /// <summary>What is never confirmed waits for an officer, who knows the reader.</summary>
    private async Task AnOfficerTakesAReadersMailAsync(LocalMessage issued)
    {
        const string unproven = "Our board has read it.";
        int before = (await year.FileAsync()).Latest!.Remarks!.Count;
        await ReplyAsync(issued, unproven, proof: "none");
        var list = year.Platform.Get<QuarantineService>();
        ReceivedMail aside = (await list.ListAsync(CancellationToken.None)).First(mail => mail.State == QuarantineState.Waiting);
        PersonId reader = (await year.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None))
            .ByAddress("reader@norad-reader.example")!
            .Id;
        Assert.Contains(await list.OpenTasksAsync(reader, aside.TaskStream, CancellationToken.None), one => one.Task.Task == aside.Task);

        (CommandResult result, _) = await list.TreatAsAnswerAsync(
            aside.MessageKey,
            reader,
            null,
            new PersonId("officer-one"),
            CancellationToken.None
        );

        Assert.IsType<CommandResult.Recorded>(result);
        Assert.Equal(
            (before + 1, unproven),
            ((await year.FileAsync()).Latest!.Remarks!.Count, (await year.FileAsync()).Latest!.Remarks![^1].Text)
        );
    }

    private async Task ReplyAsync(LocalMessage mail, string text, string proof = "pass")
    {
        await year.Platform.Mail.ReplyAsync(
            mail.Id,
            new InboundReply
            {
                Text = text,
                Spf = proof,
                Dkim = proof == "none" ? "none" : null,
            }
        );
        await year.Platform.Busy.QuietAsync();
    }
}
