using System.Net;
using System.Text;
using ACip.Local.Cli.Operators;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using ACip.Workflows.Verification;
using Azure.Data.Tables;
using Xunit.Abstractions;

namespace ACip.Tests.Scenarios.Faults;

/// <summary>The tables of a day earlier under a programme that went on: blobs and workflows are newer.</summary>
public sealed class RestoreDrillTests(ITestOutputHelper output)
{
    private static readonly ReportRef Report = new(new PlanId("af-2026"), new PeriodKey("20260101-20260331"));
    private static readonly StreamId Stream = StreamId.Of(Report.Plan);

    [Fact]
    public async Task What_is_missing_is_said_exactly_mail_is_taken_in_again_once_and_the_rest_is_decided_again()
    {
        await using PlanWorld world = await PlanWorld.StartAsync(1);
        await ActivateAsync(world);
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 7, 6, 0, 0, TimeSpan.Zero));
        await world.Platform.Busy.QuietAsync();
        var backup = await TablesOnRecord.TakeAsync(world.Platform.Storage!);
        int events = (await EventsAsync(world)).Count;

        // the day that will be lost: a reply by mail with evidence, a night's archive, a decision on the page
        await ReplyAsync(world);
        await AnnexAsync(world);
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 8, 6, 0, 0, TimeSpan.Zero));
        int archived = (await EventsAsync(world)).Count;
        (
            await world.SendAsync(
                "approver-two",
                HttpMethod.Post,
                $"api/plans/{Report.Plan}/reports/{Report.Period}/decision",
                new { approved = true }
            )
        ).Is(HttpStatusCode.OK);
        Assert.Equal(ReportState.Accepted, await StateAsync(world));

        await backup.PutBackAsync(world.Platform.Storage!);
        string said = await ReconcileAsync(world);
        output.WriteLine(said);
        string[] missing = Missing(said);
        Assert.Contains($"LOST     {Stream}: audit events {events + 1} to {archived}", missing);
        Assert.Single(missing, line => line.StartsWith("TAKEN    received-mail/", StringComparison.Ordinal));
        Assert.Single(
            missing,
            line => line.Contains("review-20260101-20260331-s1: was Answered by approver-two", StringComparison.Ordinal)
        );
        Assert.Single(missing, line => line.StartsWith("AHEAD    donor-reports/annexes/", StringComparison.Ordinal));
        Assert.Equal(4, missing.Length);
        Assert.Equal(ReportState.Submitted, await StateAsync(world));

        string again = await ReconcileAsync(world);
        Assert.Equal(missing, Missing(again));
        Assert.Single(
            await AuditRows.ReadAsync(world.Table, StreamId.Programme, CancellationToken.None),
            link => link.Kind == AuditKind.StorageRestored
        );
        Assert.Single(await EventsAsync(world), link => link.Kind == AuditKind.ReportSubmitted);
        (
            await world.SendAsync(
                "approver-two",
                HttpMethod.Post,
                $"api/plans/{Report.Plan}/reports/{Report.Period}/decision",
                new { approved = true }
            )
        ).Is(HttpStatusCode.OK);
        Assert.Equal(ReportState.Accepted, await StateAsync(world));
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 7, 10, 6, 0, 0, TimeSpan.Zero));
        IReadOnlyList<Finding> findings = (await world.Service<StreamVerification>().VerifyAllAsync(CancellationToken.None)).Findings;
        output.WriteLine(string.Join('\n', findings));
        Assert.Equal([FindingKind.AuditTruncated, FindingKind.BlobUnexplained], findings.Select(one => one.Kind));
    }

    private static string[] Missing(string said) =>
        [.. said.Split('\n').Select(line => line.Trim()).Where(line => line.Split(' ')[0] is "LOST" or "DECIDE" or "TAKEN" or "AHEAD")];

    private static async Task ActivateAsync(PlanWorld world)
    {
        (await world.SendAsync("coordinator-af", HttpMethod.Post, $"api/plans/{Report.Plan}/submission")).Is(HttpStatusCode.OK);
        (await world.SendAsync("approver-two", HttpMethod.Post, $"api/plans/{Report.Plan}/decision", new { approved = true })).Is(
            HttpStatusCode.OK
        );
    }

    private static async Task ReplyAsync(PlanWorld world)
    {
        ActionPlan plan = await PlanRows.VersionAsync(world.Table, Report.Plan, 1, CancellationToken.None);
        ReportRecord file = (await ReportRows.FindAsync(world.Table, Report, CancellationToken.None))!.Value;
        IEnumerable<string> lines = ReportItems
            .Asked(plan, file)
            .Select(item =>
                item.Kind switch
                {
                    FormItemKind.Number or FormItemKind.Percentage => $"{item.Code}: 10",
                    FormItemKind.YesNo => $"{item.Code}: yes",
                    FormItemKind.Date => $"{item.Code}: 2026-02-01",
                    _ => $"{item.Code}: Procedures were discussed.",
                }
            );
        LocalMessage asked = world
            .Platform.Mail.List()
            .Last(mail =>
                mail.Recipient.Email == "coordinator.af@customs-af.example" && mail.Text.Contains("SUBMIT", StringComparison.Ordinal)
            );
        await world.Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = string.Join('\n', lines.Append("SUBMIT")),
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
        await world.Platform.Busy.QuietAsync();
        Assert.Equal(ReportState.Submitted, await StateAsync(world));
    }

    private static async Task AnnexAsync(PlanWorld world)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "api/donor-reports/norad-acip-2026/20260101-20261231/annexes/annex.pdf")
        {
            Content = new StringContent("%PDF-1.4 an annex", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Local-Sign-In", "officer-one");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using HttpResponseMessage answer = await world.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> ReconcileAsync(PlanWorld world)
    {
        using var said = new StringWriter();
        await OperatorCommands.ReconcileAsync(["--url", world.Platform.BaseUrl, "--key", world.Platform.Simulator.HostKey], said);
        await world.Platform.Busy.QuietAsync();
        return said.ToString();
    }

    private static async Task<ReportState> StateAsync(PlanWorld world) =>
        (await ReportRows.FindAsync(world.Table, Report, CancellationToken.None))!.Value.State;

    private static Task<IReadOnlyList<AuditEvent>> EventsAsync(PlanWorld world) =>
        AuditRows.ReadAsync(world.Table, Stream, CancellationToken.None);
}

/// <summary>All rows of the application's tables at one moment, as a night's copy has them.</summary>
internal sealed class TablesOnRecord(IReadOnlyDictionary<string, IReadOnlyList<TableEntity>> tables)
{
    private static readonly string[] Names = ["Programme", "MailIndex"];

    public static async Task<TablesOnRecord> TakeAsync(string storage)
    {
        var taken = new Dictionary<string, IReadOnlyList<TableEntity>>();
        foreach (string name in Names)
        {
            taken[name] = await new TableClient(storage, name).QueryAsync<TableEntity>().ToListAsync();
        }

        return new TablesOnRecord(taken);
    }

    public async Task PutBackAsync(string storage)
    {
        foreach ((string name, IReadOnlyList<TableEntity> rows) in tables)
        {
            var table = new TableClient(storage, name);
            await foreach (TableEntity row in table.QueryAsync<TableEntity>(select: ["PartitionKey", "RowKey"]))
            {
                await table.DeleteEntityAsync(row.PartitionKey, row.RowKey);
            }

            foreach (TableEntity row in rows)
            {
                await table.AddEntityAsync(row);
            }
        }
    }
}
