using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Decisions;

[CollectionDefinition(Name)]
public sealed class ReportsCollection : ICollectionFixture<ReportsFixture>
{
    public const string Name = "reports to decide on";
}

/// <summary>Some administrations whose plans run and whose first report is open; each test takes one of its own.</summary>
public class ReportsFixture : IAsyncLifetime
{
    private const int Administrations = 12;

    private const string Period = "20260101-20260331";

    private readonly ConcurrentQueue<ReportRef> unused = new();

    internal PlanWorld World { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        World = await PlanWorld.StartAsync(Administrations);
        IReadOnlyCollection<PlanId> plans = [.. (await World.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None)).Plans.Keys];
        foreach (PlanId plan in plans)
        {
            (await World.SendAsync(CoordinatorOf(plan), HttpMethod.Post, $"api/plans/{plan}/submission")).Is(HttpStatusCode.OK);
            (await World.SendAsync("approver-one", HttpMethod.Post, $"api/plans/{plan}/decision", new { approved = true })).Is(
                HttpStatusCode.OK
            );
            ReportRef first = new(plan, (await World.PlanAsync(plan)).Periods[0].Key);
            if (first.Period.Value == Period)
            {
                unused.Enqueue(first);
            }
        }

        await World.Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 13, 12, 0, 0, TimeSpan.Zero));
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    internal ReportRef Take() =>
        unused.TryDequeue(out ReportRef? next)
            ? next
            : throw new InvalidOperationException("No report is left; let the fixture begin with more administrations.");

    internal static string CoordinatorOf(PlanId plan) => $"coordinator-{plan.Value[..2]}";

    internal static string PathOf(ReportRef report) => $"api/plans/{report.Plan}/reports/{report.Period}";

    internal async Task<ReportRecord> ReadAsync(ReportRef report) =>
        (await ReportRows.FindAsync(World.Table, report, CancellationToken.None))!.Value;

    internal async Task<string> TagAsync(ReportRef report) =>
        (await World.GetAsync("approver-one", PathOf(report))).Is(HttpStatusCode.OK).Tag!;

    internal Task<Answer> DecideAsync(string person, ReportRef report, object decision, string? ifMatch = null) =>
        World.SendAsync(person, HttpMethod.Post, $"{PathOf(report)}/decision", decision, ifMatch);

    /// <summary>Every figure that the report asks for; numbers are all the same.</summary>
    internal async Task<Answer> EnterAsync(string person, ReportRef report, decimal value, bool submit = true, string? ifMatch = null) =>
        await World.SendAsync(
            person,
            HttpMethod.Post,
            $"{PathOf(report)}/entries",
            new JsonObject
            {
                ["figures"] = new JsonArray([.. (await ItemsAsync(report)).Select(item => (JsonNode?)Figure(item, value))]),
                ["submit"] = submit,
            },
            ifMatch
        );

    /// <summary>The first item that is a number.</summary>
    internal async Task<string> NumberAsync(ReportRef report) =>
        (await ItemsAsync(report)).First(item => item.Kind == FormItemKind.Number).Code;

    internal Task<Answer> CorrectAsync(string person, ReportRef report, string item, decimal value) =>
        World.SendAsync(person, HttpMethod.Post, $"{PathOf(report)}/entries", new { figures = new[] { new { code = item, value } } });

    internal async Task<IReadOnlyList<AuditEvent>> TrailAsync(ReportRef report) =>
        [
            .. (await AuditRows.ReadAsync(World.Table, report.Stream, CancellationToken.None)).Where(link =>
                link.Subject == report.Period.Value
            ),
        ];

    /// <summary>Gives somebody a role as if it had been confirmed long ago.</summary>
    internal async Task GiveAsync(string person, Role role)
    {
        Row<Person> row = (
            await World.Table.FindAsync<Person>(StreamId.Programme, ProgrammeRows.Key(new PersonId(person)), CancellationToken.None)
        )!;
        Assert.True(
            await World.Table.TryCommitAsync(
                new UnitOfWork(StreamId.Programme).Replace(
                    row,
                    row.Value with
                    {
                        Roles =
                        [
                            .. row.Value.Roles,
                            new RoleHeld(role, new DateOnly(2020, 1, 1)) { Grant = RoleGrant.OfDeployment(default) },
                        ],
                    }
                ),
                CancellationToken.None
            )
        );
        Harness.EachWorker.ForgetRegister(World.Platform);
    }

    private async Task<IReadOnlyList<FormItem>> ItemsAsync(ReportRef report) =>
        [
            .. ReportItems
                .Asked(await PlanRows.VersionAsync(World.Table, report.Plan, 1, CancellationToken.None), await ReadAsync(report))
                .Where(ReportItems.IsFigure),
        ];

    internal static JsonObject Figure(FormItem item, decimal value) =>
        item.Kind switch
        {
            FormItemKind.Number or FormItemKind.Percentage => new JsonObject { ["code"] = item.Code, ["value"] = value },
            FormItemKind.YesNo => new JsonObject { ["code"] = item.Code, ["reached"] = true },
            FormItemKind.Date => new JsonObject { ["code"] = item.Code, ["date"] = "2026-02-01" },
            _ => new JsonObject { ["code"] = item.Code, ["narrative"] = "Procedures were discussed." },
        };
}
