using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.DonorReports;

/// <summary>One donor report from assembly to the donor's receipt, and what a restatement does to it.</summary>
public sealed class IssuingTests : IClassFixture<ReportedYear>
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
            await year.Service<DonorReportSigning>()
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
    }

    /// <summary>Until the programme uses it again.</summary>
    private async Task WhatIsSwitchedOffIsOpenToNobodyAsync(object publish, string open)
    {
        ProgrammeFeaturesService features = year.Platform.Get<ProgrammeFeaturesService>();
        var officer = new PersonId("officer-one");
        await features.SaveAsync(ProgrammeFeatures.Standard with { OpenPublication = false }, officer, CancellationToken.None);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/en/report.pdf"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(publish, await TagAsync()));
        await features.SaveAsync(ProgrammeFeatures.Standard, officer, CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/en/report.pdf"));
    }

    /// <summary>Nothing is open before an approver says so, and nothing but the activity and the readable report then; what was read
    /// decides.</summary>
    private async Task ItIsPublishedWithheldAndTakenBackAsync()
    {
        string open = $"published/{ReportedYear.Agreement}";
        int issued = (await year.FileAsync()).LatestIssued!.Number;
        object publish = new
        {
            act = "Publish",
            period = ReportedYear.Report.Period.Value,
            version = issued,
        };
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.Forbidden, await ActAsync(publish, "*", "officer-one"));
        Assert.Equal((HttpStatusCode)428, await ActAsync(publish, null));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ActAsync(publish, "\"seen-before\""));
        object other = new
        {
            act = "Publish",
            period = ReportedYear.Report.Period.Value,
            version = issued - 1,
        };
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ActAsync(other, "*"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(publish, "*"));
        string activity = await (await year.SendAsync(HttpMethod.Get, $"{open}/iati.xml", "")).Content.ReadAsStringAsync();
        Assert.Contains($"https://acip.example/{open}/en/report.pdf", activity, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/en/report.pdf"));
        await WhatIsSwitchedOffIsOpenToNobodyAsync(publish, open);
        Assert.All(
            new[] { "en/observations.csv", "en/report.json", "files/snapshot.json", "annex/x.pdf" },
            file => Assert.Equal(HttpStatusCode.NotFound, StatusAsync($"{open}/{file}").Result)
        );

        string read = await TagAsync();
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(new { act = "Withhold" }, read));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(new { act = "Withhold", reason = "A source could be recognised." }, read));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, await ActAsync(new { act = "Withdraw", reason = "Read long ago." }, read));
        Assert.Equal(HttpStatusCode.Conflict, await ActAsync(publish, await TagAsync()));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(new { act = "Withdraw", reason = "The source agrees." }, await TagAsync()));
        Assert.Equal(HttpStatusCode.Gone, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(HttpStatusCode.OK, await ActAsync(publish, await TagAsync()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"{open}/iati.xml"));
        Assert.Equal(4, (await year.AuditAsync()).Count(kind => kind == AuditKind.DonorPublicationChanged));
    }

    private static string Publication => $"api/publications/{ReportedYear.Agreement}";

    private async Task<HttpStatusCode> ActAsync(object order, string? ifMatch, string person = "approver-two") =>
        (await year.SendAsync(HttpMethod.Put, Publication, person, order, ifMatch: ifMatch)).StatusCode;

    private async Task<string> TagAsync() => (await year.SendAsync(HttpMethod.Get, Publication, "approver-two")).Headers.ETag!.ToString();

    private async Task<HttpStatusCode> StatusAsync(string path) => (await year.SendAsync(HttpMethod.Get, path, "")).StatusCode;

    private async Task ReplyAsync(LocalMessage mail, string text)
    {
        await year.Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = text, Spf = "pass" });
        await year.Platform.Busy.QuietAsync();
    }

    private LocalMessage Told(string address, string words) =>
        Assert.Single(
            year.Platform.Mail.List(),
            mail => mail.Recipient.Email == address && mail.Text.Contains(words, StringComparison.Ordinal)
        );

    [Fact]
    public async Task A_register_is_taken_whole_or_answered_line_by_line()
    {
        using HttpResponseMessage wrong = await year.SendAsync(
            HttpMethod.Post,
            "api/registers/deliveries",
            "officer-one",
            csv: "kind,title,start,end,administration,women,men\nWorkshop,One,2026-05-01,2026-04-01,AF,1,2\nParty,Two,2026-05-01,2026-05-02,ZZ,x,2\n"
        );
        using JsonDocument problem = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(
            [2, 3, 3],
            problem.RootElement.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("line").GetInt32())
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await year.SendAsync(HttpMethod.Post, "api/registers/cips", "approver-one", csv: "")).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await year.SendAsync(
                    HttpMethod.Post,
                    "api/registers/cips",
                    "officer-one",
                    csv: "wave;key_factor;group;n;mean;low;high\n2025;1;officials;200;61,5;60,1;62,9\n"
                )
            ).StatusCode
        );
    }

    [Fact]
    public async Task The_registers_page_takes_a_file_from_its_own_form_only_and_names_the_lines_to_mend_in_the_readers_language()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await year.SendAsync(HttpMethod.Get, "registers", "reader-norad")).StatusCode);
        string page = await (await year.SendAsync(HttpMethod.Get, "registers?lang=fr", "officer-one")).Content.ReadAsStringAsync();
        string token = System
            .Text.RegularExpressions.Regex.Match(
                page[page.IndexOf("/registers/deliveries", StringComparison.Ordinal)..],
                "value=\"([^\"]+)\""
            )
            .Groups[1]
            .Value;
        const string heading = "kind,title,start,end,administration,women,men\n";

        using HttpResponseMessage wrong = await PostAsync(token, heading + "Workshop,One,2026-05-01,2026-04-01,AF,1,2\n");
        string said = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("<th scope=\"row\">2</th><td>end</td>", said, StringComparison.Ordinal);
        Assert.Contains(
            "Se termine le 2026-04-01, avant de commencer le 2026-05-01.",
            WebUtility.HtmlDecode(said),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("forged", heading)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(token, heading + "Workshop,One,2026-05-01,2026-05-02,AF,1,2\n")).StatusCode);

        Task<HttpResponseMessage> PostAsync(string csrf, string csv) =>
            year.PostAsync(
                "registers/deliveries?lang=fr",
                "officer-one",
                new MultipartFormDataContent
                {
                    { new StringContent(csrf), ACip.Functions.Pages.Frame.CsrfToken.Field },
                    { new StringContent(csv), "file", "deliveries.csv" },
                }
            );
    }

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
        var figure = new Figure(item, value, null, null, null, null, new Dictionary<string, decimal>(), "");
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
