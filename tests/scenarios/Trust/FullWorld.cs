using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Tests.Scenarios.Malformed;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>A programme in which every kind of row and blob stands that is held to the chain, and nothing was done past the
/// program.</summary>
public sealed class FullWorld : IAsyncLifetime
{
    private const string Agreement = "norad-acip-2026",
        NextPeriod = "20270101-20271231",
        Reported = "20261001-20261231";

    private readonly MalformedWorld inner = new();

    internal PlanWorld World => inner.World;

    public async Task InitializeAsync()
    {
        await inner.InitializeAsync();
        await PostAsync("expert-one", "api/plans/lb-2026/comments", new { text = "The second benchmark is hard to verify." });
        await PostAsync("officer-two", $"api/plans/gh-2026/reports/{Reported}/comments", new { text = "Thank you." });
        await CorrectAsync();
        await World
            .Service<CycleSettingsService>()
            .SavePolicyAsync(ReminderPolicy.Standard, new PersonId("officer-one"), CancellationToken.None);
        await PutAsync("officer-one", "api/calendars/AF", """{"quietDays":["2027-04-28"],"periods":null}""");
        string policy = (await World.GetAsync("officer-one", "api/policies/approval")).Is(HttpStatusCode.OK).Text;
        await PutAsync("officer-one", "api/policies/approval", policy.Replace("null", "null", StringComparison.Ordinal));
        await PutAsync(
            "officer-one",
            $"api/agreements/{Agreement}/allocations/af-one",
            """{"id":"af-one","agreement":"norad-acip-2026","administration":"AF","amount":1000,"currency":"NOK","from":"2026-01-01","until":"2026-12-31","purpose":"Training."}""",
            isNew: true
        );
        await PutAsync(
            "officer-one",
            $"api/agreements/{Agreement}/finance/20260101-20261231",
            """{"agreement":"norad-acip-2026","start":"2026-01-01","end":"2026-12-31","currency":"NOK","lines":[{"component":"AF","budget":100,"received":100,"spent":95}],"totals":{"budget":100,"received":100,"spent":95,"balance":5}}""",
            isNew: true
        );
        await PostAsync(
            "officer-one",
            $"api/agreements/{Agreement}/obligations",
            new
            {
                id = "audit-2026",
                kind = "AuditReport",
                title = "Audit report of 2026",
                due = "2027-12-30",
            }
        );
        byte[] before = Encoding.UTF8.GetBytes("period_start,period_end,item,value\n2024-01-01,2024-12-31,A1,7\n");
        (await World.SendAsync("officer-one", HttpMethod.Post, "api/plans/gh-2026/history?source=Annual%20report%20of%202024", before)).Is(
            HttpStatusCode.OK
        );
        await PostAsync(
            "officer-one",
            "api/plans/gh-2026/recommendations",
            new
            {
                id = "registers",
                source = "Audit",
                found = "2027-01-15",
                finding = "Two offices keep no register.",
                wanted = "Keep a register in every office.",
                ofSecretariat = false,
                due = "2027-12-30",
            }
        );
        await PutAsync(
            "officer-one",
            $"api/donor-reports/{Agreement}/{NextPeriod}/texts",
            """{"narratives":[{"section":"Summary","language":"En","text":"A year of work."}],"deviations":[],"risks":[]}"""
        );
        await PutAsync("officer-one", $"api/donor-reports/{Agreement}/{NextPeriod}/annexes/annex.pdf", "%PDF-1.4 an annex");
        await PutAsync("officer-one", "api/plans/et-2026/draft/risks", "[]");
        await SendEvidenceAsync();
        await IssueAsync();
        await World.Platform.AdvanceAsync(TimeSpan.FromDays(2)); // a night on which the ends of the chains are archived
        await World.Platform.Busy.QuietAsync();
    }

    public Task DisposeAsync() => inner.DisposeAsync();

    private async Task CorrectAsync()
    {
        var report = new ReportRef(new PlanId("gh-2026"), new PeriodKey(Reported));
        ReportRecord file = (await ReportRows.FindAsync(World.Table, report, CancellationToken.None))!.Value;
        FormItem number = ReportItems
            .Asked(await PlanRows.VersionAsync(World.Table, report.Plan, 1, CancellationToken.None), file)
            .First(item => item.Kind == FormItemKind.Number);
        await PostAsync(
            "coordinator-gh",
            $"api/plans/gh-2026/reports/{Reported}/entries",
            new { figures = new[] { new { code = number.Code, value = 11 } } }
        );
    }

    private async Task SendEvidenceAsync()
    {
        LocalMessage asked = World
            .Platform.Mail.List()
            .Last(mail =>
                mail.Recipient.Email == "coordinator.af@customs-af.example"
                && mail.CustomArgs.GetValueOrDefault("stream") == "plan-af-2026"
                && mail.Text.Contains("/tasks/", StringComparison.Ordinal)
                && !mail.Text.Contains("/confirm/", StringComparison.Ordinal)
            );
        await World.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = "The minutes are attached.\nA1: 12",
                Spf = "pass",
                Attachments =
                [
                    new InboundAttachment(
                        "minutes.pdf",
                        "application/pdf",
                        Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n")
                    ),
                ],
            }
        );
        await World.Platform.Busy.QuietAsync();
        Assert.NotEmpty(
            await World.Table.ListAsync<EvidenceFile>(StreamId.Of(new PlanId("af-2026")), EvidenceFile.Prefix, CancellationToken.None)
        );
    }

    private async Task IssueAsync()
    {
        await PostAsync("approver-two", $"api/donor-reports/{Agreement}/20260101-20261231/decision", new { approved = true });
        await PutAsync("approver-two", $"api/publications/{Agreement}", """{"act":"Publish","period":"20260101-20261231"}""");
        Match link = World
            .Platform.Mail.List()
            .Select(mail => Regex.Match(mail.Text, "/(donor-links/[a-z0-9]{26})"))
            .Last(match => match.Success);
        (await World.SendAsync("reader-norad", HttpMethod.Get, $"{link.Groups[1].Value}/en/report.html")).Is(HttpStatusCode.OK);
    }

    private async Task PostAsync(string person, string path, object body) =>
        (await World.SendAsync(person, HttpMethod.Post, path, body)).Is(HttpStatusCode.OK);

    private async Task PutAsync(string person, string path, string body, bool isNew = false)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Local-Sign-In", person);
        request.Headers.TryAddWithoutValidation(isNew ? "If-None-Match" : "If-Match", "*");
        using HttpResponseMessage answer = await World.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        await World.Platform.Busy.QuietAsync();
    }
}
