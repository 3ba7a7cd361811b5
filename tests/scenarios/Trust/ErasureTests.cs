using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Local.Cli.Operators;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Verification;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>A coordinator who has drafted, answered, been talked about and left is erased: name and address stand nowhere any more, and
/// what was reported and decided stands.</summary>
public sealed partial class ErasureTests(FullWorld full) : IClassFixture<FullWorld>
{
    private const string Leaver = "coordinator-af",
        Donor = "api/donor-reports/norad-acip-2026/20260101-20261231/verify";

    private PlanWorld World => full.World;

    private string[] There => ["--url", World.Platform.BaseUrl, "--key", World.Platform.Simulator.HostKey];

    [Fact]
    public async Task Name_and_address_are_gone_everywhere_and_the_programme_stands()
    {
        Person person = (await World.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).People[new PersonId(Leaver)];
        await SpeakOfAsync(person);
        Assert.NotEmpty(await FindAsync(person.Name));
        Assert.NotEmpty(await FindAsync(person.Email));

        using var refused = new StringWriter();
        RefusedException hasAPart = await Assert.ThrowsAsync<RefusedException>(() =>
            OperatorCommands.ErasePersonAsync([Leaver, "--yes", .. There], refused)
        );
        Assert.Contains("has a role", hasAPart.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RefusedException>(() => OperatorCommands.ErasePersonAsync(["nobody", "--yes", .. There], refused));

        DateOnly today = DateOnly.FromDateTime(World.Platform.Clock.GetUtcNow().UtcDateTime);
        (
            await World.SendAsync(
                "officer-two",
                HttpMethod.Post,
                $"api/people/{Leaver}/departure",
                new { lastDay = today, successor = "alternate-af" }
            )
        ).Is(HttpStatusCode.OK);
        await World.Platform.AdvanceAsync(TimeSpan.FromDays(2));
        await World.Platform.Busy.QuietAsync();
        string salt = await SaltAsync();
        await HandOutAsync(person);
        Assert.Equal(HttpStatusCode.Forbidden, await EraseAsync("approver-one", "", Leaver));
        (int decided, string[] figures, string report) = await StandingAsync();

        await EraseByPageAsync();
        Assert.Equal([], await FindAsync(person.Name));
        Assert.Equal([], await FindAsync(person.Email));
        Assert.Equal([], await FindAsync(salt)); // without it nobody can try an address against the hashes that stay
        Assert.Equal([], await LimitsOfAsync(person));
        Assert.Equal([], (await World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        (int after, string[] same, string unchanged) = await StandingAsync();
        Assert.Equal((decided, report), (after, unchanged));
        Assert.Equal(figures, same);
        AuditEvent[] erasures = [.. (await EventsAsync()).Where(link => link.Kind == AuditKind.PersonErased && link.Subject == Leaver)];
        Assert.NotEmpty(erasures);
        Assert.All(erasures, link => Assert.Equal((new PersonId("officer-two"), null), (link.By, link.Reason)));

        Dossier handed = await DossierAsync("plans/af-2026");
        Assert.Equal([], handed.Holding(person.Name));
        Assert.Equal([], handed.Holding(person.Email));
        Assert.Contains(Leaver, handed.Text("trail/plan-af-2026.csv"), StringComparison.Ordinal);

        // the id still says who it was; once more changes nothing
        Assert.Equal(
            ("[erased]", $"{Leaver}@erased.invalid"),
            (await World.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).People[person.Id] is var now
                ? (now.Name, now.Email)
                : default
        );
        using var again = new StringWriter();
        await OperatorCommands.ErasePersonAsync([Leaver, "--yes", .. There], again);
        Assert.Contains("0 rows changed, 0 files removed", again.ToString(), StringComparison.Ordinal);

        // what was handed in as evidence stays, and is named, so that somebody decides
        using var left = new StringWriter();
        Assert.Equal(1, await OperatorCommands.ErasePersonAsync([Leaver, "--yes", "--also", "/Type /Catalog", .. There], left));
        Assert.Matches("STAYS   evidence/[0-9a-f]{64}", left.ToString());
        Assert.Equal([], (await World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings);
        Assert.Empty(await RowsOnRecord.MissingAsync(World.Platform));

        // who removes a file by hand is found all the same, and who adds an excuse for it
        BlobContainerClient mail = World.Service<BlobServiceClient>().GetBlobContainerClient("received-mail");
        string kept = mail.GetBlobs().First().Name;
        await mail.DeleteBlobAsync(kept);
        Assert.Contains(
            (await World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings,
            finding => finding.Kind == FindingKind.BlobMissing
        );
        await World
            .Service<TableServiceClient>()
            .GetTableClient(ProgrammeTable.Name)
            .AddEntityAsync(new TableEntity("inbox", ErasedBlob.RowKey("received-mail", kept)) { ["Json"] = "{}" });
        Assert.Contains(
            (await World.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings,
            finding => finding.Kind == FindingKind.RowUnexplained
        );
    }

    /// <summary>An officer types the id once more; nothing is left for anybody to decide.</summary>
    private async Task EraseByPageAsync()
    {
        string page = (await World.GetAsync("officer-two", $"people/{Leaver}")).Is(HttpStatusCode.OK).Text,
            form = $"action=\"/people/{Leaver}/erasure[^\"]*\"[^>]*>.*?name=\"csrf\" value=\"([^\"]+)\"",
            token = WebUtility.HtmlDecode(Regex.Match(page, form, RegexOptions.Singleline).Groups[1].Value);
        Assert.Equal(HttpStatusCode.BadRequest, await EraseAsync("officer-two", token, "coordinator-gh"));
        Assert.Equal(HttpStatusCode.OK, await EraseAsync("officer-two", token, Leaver)); // after the page that follows
        Assert.DoesNotContain("/erasure", (await World.GetAsync("officer-two", $"people/{Leaver}")).Text, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> EraseAsync(string by, string token, string typed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"people/{Leaver}/erasure")
        {
            Content = new FormUrlEncodedContent([new("csrf", token), new("typed", typed), new("also", "")]),
        };
        request.Headers.Add("X-Local-Sign-In", by);
        using HttpResponseMessage answer = await World.Http.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>A plan, one of its reports and the grant as an auditor without an account gets them: without the register's names and
    /// addresses, without what nobody has released, and with all else.</summary>
    private async Task HandOutAsync(Person person)
    {
        Dossier plan = await DossierAsync("plans/af-2026"),
            report = await DossierAsync("plans/af-2026/reports/20261001-20261231"),
            grant = await DossierAsync("agreements/norad-acip-2026");
        Assert.Contains("facts/plan-af-2026.jsonl", plan.Paths);
        Assert.Contains(plan.Paths, path => path.StartsWith("replies/", StringComparison.Ordinal));
        Assert.Contains(plan.Paths, path => path.StartsWith("files/plan-versions/", StringComparison.Ordinal));
        Assert.Contains("mail as it came", plan.LeftOut);
        Assert.Contains("evidence that was not released", plan.LeftOut);
        Assert.Equal([], plan.Holding(person.Email).Where(path => !path.StartsWith("replies/", StringComparison.Ordinal)));
        Assert.Contains("events", report.LeftOut);
        Assert.Contains("ReportAccepted", plan.Text("trail/plan-af-2026.csv"), StringComparison.Ordinal);
        Assert.Contains(grant.Paths, path => path.EndsWith("/v01/en/report.html", StringComparison.Ordinal));
        Assert.Contains("finance|norad-acip-2026|20260101-20261231", grant.Text("facts/programme.jsonl"), StringComparison.Ordinal);
        Assert.Contains(grant.Paths, path => path.StartsWith("facts/obligation-", StringComparison.Ordinal));
        Assert.Contains("SHA-256", grant.Text("README.txt"), StringComparison.Ordinal);
        (await World.GetAsync("coordinator-af", "api/plans/af-2026/dossier")).Is(HttpStatusCode.Forbidden);
    }

    private async Task<Dossier> DossierAsync(string matter) =>
        new((await World.GetAsync("auditor", $"api/{matter}/dossier")).Is(HttpStatusCode.OK).Content);

    /// <summary>As people do: in a comment, in a stranger's mail, in a mail of the person's own that nobody could place.</summary>
    private async Task SpeakOfAsync(Person person)
    {
        (
            await World.SendAsync(
                "officer-two",
                HttpMethod.Post,
                "api/plans/gh-2026/reports/20261001-20261231/comments",
                new { text = $"As {person.Name} ({person.Email.ToUpperInvariant()}) wrote: thank you." }
            )
        ).Is(HttpStatusCode.OK);
        LocalMessage asked = World.Platform.Mail.List().Last(mail => mail.Recipient.Email == person.Email && mail.ReplyTo.Count > 0);
        await World.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply { Text = $"Please ask {person.Name} instead.", From = new MailAddress("stranger@elsewhere.example") }
        );
        await World.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = "QUESTION: What is meant by A1?",
                Spf = "none",
                Dkim = "none",
            }
        );
        await World.Platform.Busy.QuietAsync();
        await SpeakInGrantsAsync(person);
    }

    /// <summary>Who received something, why spending strays, where figures come from, what was done about a visit, and the name of a
    /// file.</summary>
    private async Task SpeakInGrantsAsync(Person person)
    {
        const string Grant = "api/agreements/norad-acip-2026";
        (
            await World.SendAsync(
                "officer-one",
                HttpMethod.Post,
                $"{Grant}/obligations/audit-2026/receipt",
                new { sentOn = "2027-01-20", text = $"Norad, by {person.Name}" }
            )
        ).Is(HttpStatusCode.OK);
        byte[] ledger = Encoding.UTF8.GetBytes(
            "period_start,period_end,component,currency,budget,received,spent,balance,explanation\n"
                + $"2027-01-01,2027-06-30,AF,NOK,100,100,150,,Asked for by {person.Name}.\n2027-01-01,2027-06-30,TOTAL,NOK,100,100,150,-45,\n"
        );
        (await World.SendAsync("officer-one", HttpMethod.Post, $"{Grant}/finance", ledger)).Is(HttpStatusCode.OK);
        byte[] before = Encoding.UTF8.GetBytes("period_start,period_end,item,value\n2023-01-01,2023-12-31,A1,7\n");
        string source = Uri.EscapeDataString($"Letter of {person.Name}");
        (await World.SendAsync("officer-one", HttpMethod.Post, $"api/plans/gh-2026/history?source={source}", before)).Is(HttpStatusCode.OK);
        LocalMessage asked = World
            .Platform.Mail.List()
            .Last(mail =>
                mail.CustomArgs.GetValueOrDefault("stream") == "recommendation-gh-2026-registers"
                && mail.Recipient.Email == "coordinator.gh@customs-gh.example"
                && mail.CustomArgs.GetValueOrDefault("kind") == "Asking"
            );
        await World.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = $"V1: no\nV2: {person.Name} knows how.",
                Spf = "pass",
                Attachments =
                [
                    new InboundAttachment($"{person.Name}.pdf", "application/pdf", "%PDF-1.4\n<< /Type /Page >>\n%%EOF\n"u8.ToArray()),
                ],
            }
        );
        await World.Platform.Busy.QuietAsync();
        Assert.Contains("recommendation", (await FindAsync(person.Name)).Select(place => place.Split(' ')[^1]));
    }

    /// <summary>Decisions in the chains, accepted figures, and what the issued report's verification says.</summary>
    private async Task<(int Decisions, string[] Figures, string Report)> StandingAsync()
    {
        string[] figures =
        [
            .. (
                await World.Table.ListAsync<Observation>(
                    StreamId.Of(new PlanId("gh-2026")),
                    ReportRows.ObservationPrefix,
                    CancellationToken.None
                )
            ).Select(row => $"{row.Value}"),
            .. (
                await World.Table.ListAsync<Observation>(
                    StreamId.Of(new PlanId("af-2026")),
                    ReportRows.ObservationPrefix,
                    CancellationToken.None
                )
            ).Select(row => $"{row.Value}"),
        ];
        string report = (await World.GetAsync("auditor", Donor)).Is(HttpStatusCode.OK).Text;
        return ((await EventsAsync()).Count(link => link.Kind != AuditKind.PersonErased), figures, report);
    }
}
