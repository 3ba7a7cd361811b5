using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ACip.Functions.Authorization;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.Malformed;

/// <summary>A programme in which something stands behind every door: drafts, submissions, open, submitted and locked reports, a
/// restatement, a donor report in review, mail that was set aside, a role to confirm.</summary>
public sealed class MalformedWorld : IAsyncLifetime, IBehindDoors
{
    private const string Reporting = "af-2026",
        Drafting = "et-2026",
        Reviewed = "gh-2026";

    private readonly Dictionary<string, string[]> values = new(StringComparer.Ordinal)
    {
        ["wave"] = ["af-2026"],
        ["administration"] = ["AF", "ET"],
        ["planId"] = [Reporting, Drafting, Reviewed, "lb-2026"],
        ["period"] = ["20260401-20260630", "20260701-20260930", "20261001-20261231"],
        ["agreement"] = ["norad-acip-2026"],
        ["donor-period"] = ["20260101-20261231"],
        ["allocation"] = ["norad-af"],
        ["obligation"] = ["audit-2026"],
        ["framework-section"] = ["results", "indicators"],
        ["framework-code"] = ["1", "1.a"],
        ["setting"] = ["approval", "reminders"],
        ["donors"] = ["NORAD"],
        ["section"] = ["plan", "results", "indicators", "benchmarks", "activities", "risks"],
        ["code"] = ["A1", "B1", "R1"],
        ["number"] = ["1"],
        ["version"] = ["1"],
        ["before"] = ["1"],
        ["after"] = ["1"],
        ["sha256"] = [new('0', 64)],
        ["item"] = ["A1", "B1"],
        ["result"] = ["1000", "1100"],
        ["manifest"] = [new('0', 64)],
        ["container"] = ["evidence"],
        ["table"] = ["Programme"],
        ["stream"] = [$"plan-{Reporting}", "programme", "inbox"],
        ["register"] = ["deliveries", "cips"],
        ["language"] = ["en"],
        ["file"] = ["report.html"],
        ["fileName"] = ["annex.pdf"],
        ["name"] = ["acip.css"],
        ["template"] = ["Norad"],
        ["list"] = ["reports", "plans", "indicators"],
        ["event"] = [LifeBehindDoors.Id],
        ["year"] = [LifeBehindDoors.Year],
        ["donor"] = [LifeBehindDoors.Donor],
        ["leaving"] = [LifeBehindDoors.Member],
        ["initiatives"] = [LifeBehindDoors.Id],
        ["instruments"] = [LifeBehindDoors.Id],
        ["uptakes"] = [LifeBehindDoors.Id],
        ["experts"] = ["expert-one"],
        ["ignored"] = [""],
        ["path"] = ["nonsense", "nonsense/of-two-parts", "api/nonsense"],
        ["capability"] = ["programme", "plans", "errors"],
        ["schema"] = ["Problem", "ActionPlan"],
        ["rule"] = ["role-missing"],
        ["secret"] = [new('a', 26)],
    };

    internal PlanWorld World { get; private set; } = null!;

    string IBehindDoors.Cookie => Cookie;

    /// <summary>Of the coordinator who drafts, whose browser is known behind the link.</summary>
    internal string Cookie { get; private set; } = "";

    internal IReadOnlyList<string> Plans => values["planId"];

    /// <summary>What stands behind links in mails.</summary>
    internal IEnumerable<string> LinkPages =>
        [
            .. values["token"].Select(token => $"tasks/{token}"),
            .. new[] { "", "/plan", "/indicators", "/indicators/A1" }.Select(part => $"tasks/{values["token"][0]}/draft{part}"),
            $"tasks/{values["token"][1]}/confirm/{values["confirm-key"][0]}/{values["secret"][0]}",
        ];

    public async Task InitializeAsync()
    {
        World = await PlanWorld.StartAsync(4, "--Local:Clock:Start=2026-08-03T06:00:00Z");
        foreach (string plan in new[] { Reporting, Reviewed })
        {
            (await PostAsync(Coordinator(plan), $"api/plans/{plan}/submission")).Is(HttpStatusCode.OK);
            (
                await PostAsync(
                    "approver-two",
                    $"api/plans/{plan}/decision",
                    new
                    {
                        approved = true,
                        reason = "The plan is approved late.",
                        waivePast = new[] { "20260101-20260331" },
                    }
                )
            ).Is(HttpStatusCode.OK);
        }

        await ReportAsync(Reporting, "20260401-20260630", 2026, 8, 5);
        (await PostAsync("approver-two", Report(Reporting, "20260401-20260630", "decision"), new { approved = true })).Is(
            HttpStatusCode.OK
        );
        (await PostAsync(Coordinator("lb-2026"), "api/plans/lb-2026/submission")).Is(HttpStatusCode.OK);
        await ReportAsync(Reporting, "20261001-20261231", 2027, 2, 15);
        await ReportAsync(Reviewed, "20261001-20261231", 2027, 2, 15);
        await World.Platform.AdvanceToAsync(new DateTimeOffset(2027, 3, 11, 12, 0, 0, TimeSpan.Zero));
        (
            await PostAsync(
                "approver-two",
                Report(Reporting, "20261001-20261231", "decision"),
                new { approved = false, reason = "Please check." }
            )
        ).Is(HttpStatusCode.OK);
        (
            await PostAsync(
                "officer-two",
                Report(Reporting, "20260401-20260630", "restatements"),
                new { figures = new[] { new { code = await ItemAsync(FormItemKind.Number), value = 77 } }, reason = "counted twice" }
            )
        ).Is(HttpStatusCode.OK);
        (await PostAsync("officer-two", $"api/plans/{Reviewed}/reviews", new { kind = "MidTerm", due = "2027-06-30" })).Is(
            HttpStatusCode.OK
        );
        JsonNode expert = (await World.GetAsync("officer-two", "api/people/expert-one")).Json;
        expert["roles"]!.AsArray().Add(new JsonObject { ["role"] = "Approver", ["from"] = "2026-01-01" });
        expert["reason"] = "Stands in.";
        (await World.SendAsync("officer-two", HttpMethod.Put, "api/people/expert-one", expert, "*")).Is(HttpStatusCode.OK);
        await LifeBehindDoors.EnterAsync(World, (Reporting, "20260401-20260630", await ItemAsync(FormItemKind.Narrative)));
        await FindAsync();
    }

    public async Task DisposeAsync() => await World.DisposeAsync();

    string IBehindDoors.Csrf(string whose, string form) => World.Service<CsrfToken>().For(whose, form);

    string IBehindDoors.Value(Door door, string parameter, Random random) => Value(door, parameter, random);

    /// <returns>What leads somewhere at this place of the door's path; one of them by chance, where there are several.</returns>
    internal string Value(Door door, string parameter, Random random)
    {
        string key = (parameter, door.Template) switch
        {
            ("administration", var template) when template.Contains("onboarding", StringComparison.Ordinal) => "leaving",
            ("period", var template) when template.Contains("donor-reports", StringComparison.Ordinal) => "donor-period",
            ("id", var template) => template[..template.IndexOf("/{id}", StringComparison.Ordinal)].Split('/')[^1],
            ("section" or "code", var template) when template.Contains("/framework/", StringComparison.Ordinal) => $"framework-{parameter}",
            ("name", "settings/{name}") => "setting",
            ("token", var template) when template.StartsWith("donor-links", StringComparison.Ordinal) => "donor-token",
            ("key", var template) when template.Contains("confirm", StringComparison.Ordinal) => "confirm-key",
            _ => parameter,
        };
        string[] known = values[key];
        return known[random.Next(known.Length)];
    }

    private async Task FindAsync()
    {
        values["recommendations"] = ["registers"];
        values["people"] = ["coordinator-af", "expert-one", "approver-one"];
        values["agreements"] = ["norad-acip-2026"];
        values["administrations"] = ["AF", "ET"];
        values["calendars"] = ["AF", "secretariat"];
        JsonNode allocations = (await World.GetAsync("officer-two", "api/agreements/norad-acip-2026/allocations")).Json["items"]!;
        values["allocation"] = allocations is JsonArray { Count: > 0 } some
            ? [.. some.Select(one => one!["id"]!.GetValue<string>())]
            : ["none-yet"];

        LocalMessage asked = World
            .Platform.Mail.List()
            .Last(mail => mail.Recipient.Email == "coordinator.et@customs-et.example" && IsOfPlan(mail) && LinkIn(mail) is not null);
        LocalMessage report = World
            .Platform.Mail.List()
            .Last(mail => mail.Recipient.Email == "coordinator.af@customs-af.example" && IsOfPlan(mail) && LinkIn(mail) is not null);
        values["token"] = [LinkIn(asked)!, LinkIn(report)!];
        ProgrammeRegister register = await World.Service<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        Cookie = string.Join(
            "; ",
            new[] { "coordinator-et", "coordinator-af" }
                .Select(id => World.Service<LinkAnswers>().Remember(register.People[new PersonId(id)]))
                .Select(mark => $"{mark.Name}={mark.Value}")
        );

        // one mail of a stranger is set aside; one whose domain proves nothing waits to be confirmed
        await World.Platform.Mail.ReplyAsync(
            report.Id,
            new InboundReply { Text = "A1: 5", From = new MailAddress("stranger@elsewhere.example", "A Stranger") }
        );
        await World.Platform.Mail.ReplyAsync(
            report.Id,
            new InboundReply
            {
                Text = "A1: 5",
                Spf = "none",
                Dkim = "none",
            }
        );
        await World.Platform.Busy.QuietAsync();
        values["key"] =
        [
            .. (await World.GetAsync("officer-two", "api/mail/aside")).Json["items"]!
                .AsArray()
                .Select(one => one!["key"]!.GetValue<string>()),
        ];
        Match confirm = World
            .Platform.Mail.List()
            .Select(mail => Regex.Match(mail.Text, "/confirm/([0-9a-f]{64})/([a-z0-9]+)"))
            .Last(match => match.Success);
        (values["confirm-key"], values["secret"]) = ([confirm.Groups[1].Value], [confirm.Groups[2].Value]);

        Match donor =
            World
                .Platform.Mail.List()
                .Select(mail => Regex.Match(mail.Text, "/donor-links/([A-Za-z0-9_-]+)"))
                .LastOrDefault(match => match.Success)
            ?? Match.Empty;
        values["donor-token"] = [donor.Success ? donor.Groups[1].Value : new('a', 26)];
    }

    private static bool IsOfPlan(LocalMessage mail) =>
        mail.CustomArgs.GetValueOrDefault("stream")?.StartsWith("plan-", StringComparison.Ordinal) == true;

    private static string? LinkIn(LocalMessage mail) =>
        Regex.Match(mail.Text, "/tasks/([a-z0-9]{20,})") is { Success: true } link ? link.Groups[1].Value : null;

    private async Task ReportAsync(string plan, string period, int year, int month, int day)
    {
        var at = new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero);
        if (World.Platform.Clock.GetUtcNow() < at)
        {
            await World.Platform.AdvanceToAsync(at);
        }

        await ReportAsync(World, new ReportRef(new PlanId(plan), new PeriodKey(period)));
    }

    /// <summary>Its coordinator hands the report in.</summary>
    internal static async Task ReportAsync(PlanWorld world, ReportRef report)
    {
        ActionPlan asked = await PlanRows.VersionAsync(world.Table, report.Plan, 1, CancellationToken.None);
        ReportRecord file = (await ReportRows.FindAsync(world.Table, report, CancellationToken.None))!.Value;
        (
            await world.SendAsync(
                Coordinator(report.Plan.Value),
                HttpMethod.Post,
                Report(report.Plan.Value, report.Period.Value, "entries"),
                new JsonObject
                {
                    ["figures"] = new JsonArray([
                        .. ReportItems
                            .Asked(asked, file)
                            .Where(ReportItems.IsFigure)
                            .Select(item =>
                                (JsonNode?)(
                                    item.Kind switch
                                    {
                                        FormItemKind.Number or FormItemKind.Percentage => new JsonObject
                                        {
                                            ["code"] = item.Code,
                                            ["value"] = 10,
                                        },
                                        FormItemKind.YesNo => new JsonObject { ["code"] = item.Code, ["reached"] = true },
                                        FormItemKind.Date => new JsonObject { ["code"] = item.Code, ["date"] = "2026-02-01" },
                                        _ => new JsonObject { ["code"] = item.Code, ["narrative"] = "Procedures were discussed." },
                                    }
                                )
                            ),
                    ]),
                    ["submit"] = true,
                }
            )
        ).Is(HttpStatusCode.OK);
    }

    private async Task<string> ItemAsync(FormItemKind kind)
    {
        var report = new ReportRef(new PlanId(Reporting), new PeriodKey("20260401-20260630"));
        return ReportItems
            .Asked(
                await PlanRows.VersionAsync(World.Table, report.Plan, 1, CancellationToken.None),
                (await ReportRows.FindAsync(World.Table, report, CancellationToken.None))!.Value
            )
            .First(item => item.Kind == kind && ReportItems.IsFigure(item))
            .Code;
    }

    private static string Report(string plan, string period, string what) => $"api/plans/{plan}/reports/{period}/{what}";

    private static string Coordinator(string plan) => $"coordinator-{plan[..2]}";

    private Task<Answer> PostAsync(string person, string path, object? body = null) => World.SendAsync(person, HttpMethod.Post, path, body);
}
