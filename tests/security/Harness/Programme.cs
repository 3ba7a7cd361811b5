using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ACip.Functions.Api;
using ACip.Tests.Scenarios.Decisions;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;

namespace ACip.Tests.Security.Harness;

/// <summary>The sample programme as attacks find it: plans that run, reports that are open and asked for. All of it was done by
/// requests.</summary>
internal sealed class Programme : IDisposable
{
    private readonly ConcurrentQueue<AskedReport> unused;

    private Programme(Target target, string? storage, ConcurrentQueue<AskedReport> unused)
    {
        (Target, Storage, this.unused) = (target, storage, unused);
        Inbox = new Inbox(target);
        Mail = new MailService(target);
    }

    public Target Target { get; }

    public Inbox Inbox { get; }

    public MailService Mail { get; }

    /// <summary>Where the house keeps its rows, for who can reach them; null: unknown.</summary>
    public string? Storage { get; }

    /// <summary>Starts a house that limits requests as Azure's does; null where none can be started.</summary>
    public Func<Task<Target>>? Limited { get; init; }

    /// <summary>A report that stays open for what is sent blindly.</summary>
    public AskedReport Victim { get; private set; } = null!;

    public static async Task<Programme> PrepareAsync(Target target, string? storage, Func<Task<Target>>? limited = null)
    {
        var programme = new Programme(target, storage, new()) { Limited = limited };
        JsonArray listed = (await target.MustAsync("officer-one", HttpMethod.Get, "api/plans?limit=100")).Json["items"]!.AsArray();
        string[] plans = [.. listed.Select(one => one!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal)];
        foreach (string plan in plans)
        {
            await programme.ApproveAsync(plan);
        }

        await target.QuietAsync();
        await programme.WaitForReportsAsync(plans);
        programme.Victim = programme.Take();
        return programme;
    }

    /// <summary>The same, reached in another way.</summary>
    public Programme Through(Target target, Func<Task<Target>>? limited = null) =>
        new(target, Storage, unused) { Victim = Victim, Limited = limited };

    /// <summary>Each attack takes its own, so that none stands on what another left.</summary>
    public AskedReport Take() =>
        unused.TryDequeue(out AskedReport? next)
            ? next
            : throw new NotTriedException("No open report is left: begin with more administrations.");

    /// <summary>The coordinator hands in every figure that is asked for.</summary>
    public async Task HandInAsync(AskedReport report) =>
        await Target.MustAsync(
            report.Coordinator,
            HttpMethod.Post,
            $"{report.Path}/entries",
            new JsonObject
            {
                ["figures"] = new JsonArray([
                    .. report.Items.Where(ReportItems.IsFigure).Select(item => (JsonNode?)ReportsFixture.Figure(item, 10)),
                ]),
                ["submit"] = true,
            }
        );

    public Task<Seen> CorrectAsync(string person, AskedReport report, decimal value) =>
        Target.PostAsync(person, $"{report.Path}/entries", new { figures = new[] { new { code = report.Number, value } } });

    public Task<Seen> DecideAsync(string person, AskedReport report, object decision, string? tag = null) =>
        Target.SendAsync(person, HttpMethod.Post, $"{report.Path}/decision", decision, tag is null ? [] : [("If-Match", tag)]);

    public async Task<string> StateAsync(AskedReport report) => (await ReadAsync(report))["state"]!.GetValue<string>();

    /// <returns>Null where nothing stands there.</returns>
    public async Task<decimal?> FigureAsync(AskedReport report) =>
        (await ReadAsync(report))["entries"]?[report.Number]?["value"]?.GetValue<decimal>();

    public async Task<string> TagAsync(AskedReport report) => (await Target.MustAsync("approver-one", HttpMethod.Get, report.Path)).Tag!;

    /// <summary>What the chain of the plan says was done about this period, in order.</summary>
    public async Task<IReadOnlyList<string>> TrailAsync(AskedReport report) =>
        [
            .. (await Target.MustAsync("auditor", HttpMethod.Get, $"api/audit/plan-{report.Plan}?limit=200")).Json["items"]!
                .AsArray()
                .Select(link => link!)
                .Where(link => link["subject"]?.GetValue<string>() == report.Period)
                .Select(link => link["kind"]!.GetValue<string>()),
        ];

    public void Dispose()
    {
        Mail.Dispose();
        Target.Dispose();
    }

    private async Task<JsonNode> ReadAsync(AskedReport report) =>
        (await Target.MustAsync("officer-two", HttpMethod.Get, report.Path)).Json["report"]!;

    private async Task ApproveAsync(string plan)
    {
        Seen handedIn = await Target.PostAsync($"coordinator-{plan[..2]}", $"api/plans/{plan}/submission");
        if ((int)handedIn.Status < 300)
        {
            await Target.MustAsync("approver-one", HttpMethod.Post, $"api/plans/{plan}/decision", new { approved = true });
        }
    }

    private async Task WaitForReportsAsync(string[] plans)
    {
        var ends = new Dictionary<string, string>();
        foreach (string plan in plans)
        {
            JsonArray? periods =
                (await Target.MustAsync("officer-one", HttpMethod.Get, $"api/plans/{plan}")).Json["file"]!["periods"] as JsonArray;
            if (
                periods
                    ?.Select(period => $"{period!["start"]}-{period["end"]}".Replace("-", "", StringComparison.Ordinal).Insert(8, "-"))
                    .FirstOrDefault() is
                { } first
            )
            {
                ends[plan] = first;
            }
        }

        // not all calendars are the same: the period that most of them begin with
        string last =
            ends.Values.CountBy(key => key[^8..]).OrderByDescending(one => one.Value).Select(one => one.Key).FirstOrDefault()
            ?? throw new InvalidOperationException("No plan runs: load the sample programme first.");
        await Target.AdvanceToAsync(
            DateTimeOffset
                .ParseExact(
                    last,
                    "yyyyMMdd",
                    System.Globalization.CultureInfo.InvariantCulture,
                    System.Globalization.DateTimeStyles.AssumeUniversal
                )
                .AddDays(13.5)
        );
        foreach ((string plan, string period) in ends)
        {
            await FindAsync(plan, period);
        }
    }

    private async Task FindAsync(string plan, string period)
    {
        string path = $"api/plans/{plan}/reports/{period}";
        Seen report = await Target.GetAsync("officer-one", path);
        if (
            (int)report.Status != 200
            || report.Json["report"]!["state"]!.GetValue<string>() != nameof(Workflows.QuarterlyReports.ReportState.Open)
        )
        {
            return;
        }

        ActionPlan approved = System.Text.Json.JsonSerializer.Deserialize<ActionPlan>(
            (await Target.MustAsync("officer-one", HttpMethod.Get, $"api/plans/{plan}/versions/1")).Json,
            JsonAnswer.Options
        )!;
        ReportRecord record = System.Text.Json.JsonSerializer.Deserialize<ReportRecord>(report.Json["report"]!, JsonAnswer.Options)!;
        string address = (await Target.MustAsync("officer-one", HttpMethod.Get, $"api/people/coordinator-{plan[..2]}")).Json[
            "email"
        ]!.GetValue<string>();
        foreach (string id in await Inbox.IdsAsync(address))
        {
            InboxMail mail = await Inbox.OpenAsync(id);
            if (mail.Kind == "QuarterlyTask" && mail.Token is not null)
            {
                unused.Enqueue(new AskedReport(plan, period, address, mail, ReportItems.Asked(approved, record)));
                return;
            }
        }
    }
}

/// <param name="Ask">The mail that asked the coordinator for it: its token is in the link, and another in the address that replies go
/// to.</param>
internal sealed record AskedReport(string Plan, string Period, string Address, InboxMail Ask, IReadOnlyList<FormItem> Items)
{
    public string Path => $"api/plans/{Plan}/reports/{Period}";

    public string Page => $"plans/{Plan}/reports/{Period}";

    public string Coordinator => $"coordinator-{Plan[..2]}";

    /// <summary>The first item that is a number and may stand in a mail.</summary>
    public string Number { get; } = Items.First(item => item is { Kind: FormItemKind.Number, Sensitive: false }).Code;
}
