using System.Net;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>One donor report from assembly to the donor's receipt, and what a restatement does to it.</summary>
public sealed partial class IssuingTests : IClassFixture<ReportedYear>
{
    private static readonly string Path = $"api/donor-reports/{ReportedYear.Agreement}/{ReportedYear.Report.Period}";

    private readonly ReportedYear year;

    public IssuingTests(ReportedYear year) => this.year = year;

    [Fact]
    public async Task A_report_is_sent_back_revised_signed_by_another_issued_read_acknowledged_and_superseded()
    {
        // the Secretariat's own words and an annex come in before the assembly
        await OkAsync(
            HttpMethod.Put,
            $"{Path}/texts",
            "officer-one",
            new
            {
                narratives = new[]
                {
                    new
                    {
                        section = "Summary",
                        language = "En",
                        text = "A year of steady work.",
                    },
                },
            }
        );
        using (
            HttpResponseMessage wrong = await year.SendAsync(
                HttpMethod.Put,
                $"{Path}/texts",
                "coordinator-af",
                new { narratives = Array.Empty<object>() }
            )
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        }

        await year.RunAsync();
        Assert.Equal(DonorReportState.InReview, (await year.FileAsync()).State);

        // sent back with a reason: an officer is asked, and says what changes
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await year.SendAsync(HttpMethod.Post, $"{Path}/decision", "approver-one", new { approved = false })).StatusCode
        );
        await OkAsync(HttpMethod.Post, $"{Path}/decision", "approver-one", new { approved = false, reason = "Say more about training." });
        Assert.Equal(DonorReportState.Returned, (await year.FileAsync()).State);
        Assert.Contains(
            year.Platform.Mail.List(),
            mail =>
                mail.Recipient.Email == "officer.one@acip-secretariat.example"
                && mail.Text.Contains("Say more about training.", StringComparison.Ordinal)
        );

        // a restatement meanwhile does not take away what the approver asked for; the revision has its value
        await RestateAsync(96);
        Assert.Equal(DonorReportState.Returned, (await year.FileAsync()).State);
        await OkAsync(
            HttpMethod.Put,
            $"{Path}/texts",
            "officer-one",
            new
            {
                narratives = new[]
                {
                    new
                    {
                        section = "Summary",
                        language = "En",
                        text = "A year of steady work and much training.",
                    },
                },
            }
        );
        await OkAsync(HttpMethod.Post, $"{Path}/revision", "officer-one", new { changeNote = "Training added to the summary." });
        DonorReportRecord second = await year.FileAsync();
        Assert.Equal(
            (DonorReportState.InReview, 2, "Training added to the summary."),
            (second.State, second.Versions.Count, second.Latest!.ChangeNote)
        );
        Assert.Contains(new PersonId("officer-one"), second.Latest.Authors);

        // who wrote a part cannot sign, whatever roles they hold
        Assert.IsType<CommandResult.Refused>(
            await year.Service<DonorReportSigningService>()
                .DecideAsync(
                    ReportedYear.Agreement,
                    ReportedYear.Report.Period,
                    new Decision(true),
                    new PersonId("officer-one"),
                    CancellationToken.None
                )
        );
        await OkAsync(HttpMethod.Post, $"{Path}/decision", "approver-two", new { approved = true });
        Assert.Equal(DonorReportState.Issued, (await year.FileAsync()).State);
        Assert.Empty(await year.VerifyAsync());

        // the reader's link opens without a sign-in, is put on record once a day, and is acknowledged by POST only
        LocalMessage issued = year.Platform.Mail.List().Last(mail => mail.Recipient.Email == "reader@norad-reader.example");
        string link = LinkIn(issued);
        string page = await (await year.SendAsync(HttpMethod.Get, link, "")).Content.ReadAsStringAsync();
        Assert.Contains("FICTIONAL SAMPLE DATA", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await year.SendAsync(HttpMethod.Get, $"{link}/en/report.html", "")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await year.SendAsync(HttpMethod.Get, $"{link}/en/report.html", "")).StatusCode);
        Assert.Equal(2, (await year.AuditAsync()).Count(kind => kind == AuditKind.DonorReportOpened));
        Assert.Contains($"/{link}/en/report.pdf\"", page, StringComparison.Ordinal);
        Assert.Contains($"/{link}/files/manifest.json\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("snapshot.json", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await year.SendAsync(HttpMethod.Get, $"{link}/files/manifest.json", "")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await year.SendAsync(HttpMethod.Get, $"{link}/files/snapshot.json", "")).StatusCode);
        Assert.Empty((await year.FileAsync()).Latest!.Acknowledged);
        Assert.Equal(HttpStatusCode.OK, (await year.SendAsync(HttpMethod.Post, $"{link}/acknowledgement", "")).StatusCode);
        Assert.Equal(new PersonId("reader-norad"), Assert.Single((await year.FileAsync()).Latest!.Acknowledged).By);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await year.SendAsync(HttpMethod.Get, "donor-links/aaaaaaaaaaaaaaaaaaaaaaaaaa", "")).StatusCode
        );

        // what is signed is what was sent
        Assert.Equal(
            [second.Latest.ManifestSha256, second.Latest.ManifestSha256],
            (await year.TrailAsync())
                .Where(link => link.Kind is AuditKind.DonorReportApproved or AuditKind.DonorReportIssued)
                .Select(link => link.DataSha256)
        );
        Assert.Contains(second.Latest.ManifestSha256, issued.Text, StringComparison.Ordinal);
        await ItsReaderAsksByMailAndIsAnsweredAsync(issued, link);
        await ItIsPublishedWithheldAndTakenBackAsync();

        // a restatement that changes a figure: a new version with a note of it, signed again
        await year.Platform.AdvanceToAsync(year.Platform.Clock.GetUtcNow().AddHours(3));
        await RestateAsync(97);
        DonorReportRecord third = await year.FileAsync();
        Assert.Equal((DonorReportState.InReview, 3, 2), (third.State, third.Versions.Count, third.Latest!.Supersedes));
        Assert.Contains("/total", third.Latest.ChangeNote, StringComparison.Ordinal);
        await OkAsync(HttpMethod.Post, $"{Path}/decision", "approver-one", new { approved = true });
        DonorReportRecord after = await year.FileAsync();
        Assert.Equal(DonorReportState.Issued, after.State);
        Assert.NotNull(after.Versions[1].SupersededAt);
        Assert.Contains(AuditKind.DonorReportSuperseded, await year.AuditAsync());
        Assert.Empty(await year.VerifyAsync());
        string report = System.Text.Encoding.UTF8.GetString(
            (await year.Service<DonorReportArchive>().ReadAsync($"{after.Latest!.Folder}/en/report.html", CancellationToken.None))!
        );
        Assert.Contains("The source was counted twice.", report, StringComparison.Ordinal);

        await WhoLeavesTheDonorOpensNothingAsync(link);
        await IssuedToNobodyIsToldToOfficersAsync();

        // the first link expires
        await year.Platform.AdvanceToAsync(year.Platform.Clock.GetUtcNow().AddDays(31));
        Assert.Equal(HttpStatusCode.Gone, (await year.SendAsync(HttpMethod.Get, link, "")).StatusCode);
    }

    private async Task ItsReaderAsksByMailAndIsAnsweredAsync(LocalMessage issued, string link)
    {
        const string comment = "The annex reads well.",
            question = "Why is the second figure so low?",
            answer = "Two posts opened in May only.";
        await ReplyAsync(issued, $"{comment}\nQUESTION: {question}");
        Assert.Equal([comment, question], (await year.FileAsync()).Latest!.Remarks!.Select(one => one.Text));
        Told("reader@norad-reader.example", comment);
        await OfficersFindTheMailAsync();
        Assert.Equal(2, (await year.AuditAsync()).Count(kind => kind == AuditKind.DonorReportRemarked));

        // the question is a task of the officers' at once; the answer goes to who asked, and stands on both pages
        LocalMessage asked = Told("officer.one@acip-secretariat.example", question);
        using var http = new HttpClient { BaseAddress = new Uri(year.Platform.BaseUrl) };
        var browser = new Mail.Browser(http, Regex.Match(asked.Text, "/tasks/[a-z2-7]{26}").Value);
        await browser.OpenAsync();
        await browser.PostAsync([new("v-A1", answer), new("act", "submit")]);
        await year.Platform.Busy.QuietAsync();
        string code = Regex
            .Match(
                Assert.Single(year.Platform.Mail.List(), mail => mail.CustomArgs.GetValueOrDefault("kind") == "OneTimeCode").Text,
                @"\b[0-9]{6}\b"
            )
            .Value;
        await browser.PostAsync([new("code", code), new("act", "code")]);
        await year.Platform.Busy.QuietAsync();
        Assert.Equal(answer, (await year.FileAsync()).Latest!.Remarks![1].Answer?.Text);
        LocalMessage answered = Told("reader@norad-reader.example", answer);
        Assert.Contains(
            answer,
            await (await year.SendAsync(HttpMethod.Get, link, "")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        string inside = await (
            await year.SendAsync(HttpMethod.Get, $"donor-reports/{ReportedYear.Agreement}/{ReportedYear.Report.Period}", "officer-one")
        ).Content.ReadAsStringAsync();
        Assert.Contains(answer, inside, StringComparison.Ordinal);
        await ReplyAsync(answered, "RECEIVED");
        Assert.Equal(2, (await year.FileAsync()).Latest!.Remarks!.Count);
        await ItsReaderConfirmsAsync(issued, http);
        await AnOfficerTakesAReadersMailAsync(issued);
    }

    private LocalMessage Told(string address, string words) =>
        Assert.Single(
            year.Platform.Mail.List(),
            mail => mail.Recipient.Email == address && mail.Text.Contains(words, StringComparison.Ordinal)
        );

    private async Task RestateAsync(decimal value)
    {
        var restatements = year.Service<RestatementService>();
        var report = new ReportRef(new PlanId("af-2026"), new PeriodKey("20261001-20261231"));
        string item = (
            await year.Table.FindAsync<AcceptedFigures>(report.Stream, ReportRows.ObservationKey(report.Period, 1), CancellationToken.None)
        )!
            .Value
            .Observations[0]
            .Item;
        var figure = new ReplyFigure(item, value, null, null, null, null, new Dictionary<string, decimal>(), "");
        RestatementProposed proposed = await restatements.ProposeAsync(
            report,
            [figure],
            "The source was counted twice.",
            new PersonId("officer-one"),
            new EntrySource("api:test"),
            CancellationToken.None
        );
        await year.Platform.Workflows.ScheduleNewOrchestrationInstanceAsync(
            nameof(RestatementReview),
            proposed.Start!,
            new Microsoft.DurableTask.StartOrchestrationOptions(proposed.Start!.InstanceId)
        );
        await year.Platform.Busy.QuietAsync();
        var recorded = Assert.IsType<CommandResult.Recorded>(
            await restatements.DecideAsync(proposed.Start, new Decision(true), new PersonId("approver-one"), CancellationToken.None)
        );
        await year.Platform.Workflows.RaiseEventAsync(recorded.Instance!, HumanTask.Answered, "decided");
        await year.Platform.Busy.QuietAsync();
    }

    private async Task OkAsync(HttpMethod method, string path, string person, object json)
    {
        using HttpResponseMessage answer = await year.SendAsync(method, path, person, json);
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private static string LinkIn(LocalMessage mail)
    {
        int at = mail.Text.IndexOf("donor-links/", StringComparison.Ordinal);
        return mail.Text.Substring(at, "donor-links/".Length + 26);
    }
}
