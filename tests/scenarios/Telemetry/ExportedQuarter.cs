using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ACip.Local.Cli;
using ACip.Local.Cli.Platform;
using ACip.Local.Cli.Simulation;
using ACip.Local.Cli.Telemetry;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Mail;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.Telemetry;

/// <summary>A plan from its draft to the first quarter's figures, with strangers, failures and people at their pages, while everything that
/// the application exports is collected. The application runs in a process of its own, as it is deployed.</summary>
public sealed partial class ExportedQuarter : IAsyncLifetime, IDisposable
{
    /// <summary>What somebody wrote, in a reply and in the name of a stranger.</summary>
    public const string Phrase = "Zanzibarine corridor",
        Stranger = "Xanthippe Quellenberg",
        TokenSecret = "of-the-telemetry-scenario-0123456789abcdef";

    private TelemetryCollector? collector;
    private LocalPlatform? platform;
    private HttpClient? http;

    internal TelemetryCollector Collector => collector!;

    internal LocalPlatform Platform => platform!;

    public async Task InitializeAsync()
    {
        collector = await TelemetryCollector.StartAsync();
        platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Worker=Process",
            "--Local:Clock:StandsStill=true",
            "--Local:Clock:Start=2026-03-16T08:00:00Z",
            "--Local:Seed=1",
            $"--Mail:TokenSecret={TokenSecret}",
            .. collector.Settings,
        ]);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = new Uri(platform.BaseUrl),
        };
        await SampleLoading.LoadAsync(platform, 1, new DateOnly(2026, 1, 1));
        await platform.Busy.QuietAsync();
        await PlayAsync();
        await CliTrace.SettledAsync(collector);
    }

    public async Task DisposeAsync()
    {
        await Platform.DisposeAsync();
        await Collector.DisposeAsync();
        Dispose();
    }

    public void Dispose() => http?.Dispose();

    internal LocalMessage Newest(string kind) =>
        Platform.Mail.List().OrderBy(mail => mail.Number).LastOrDefault(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind)
        ?? throw new InvalidOperationException(
            $"No {kind} among {string.Join(", ", Platform.Mail.List().Select(mail => mail.CustomArgs.GetValueOrDefault("kind")))}"
        );

    internal async Task<IReadOnlyList<OutgoingMail>> OutboxAsync() =>
        [
            .. (
                await Platform
                    .Get<ProgrammeTable>()
                    .ListAsync<OutgoingMail>(new StreamId(Newest("DraftingTask").CustomArgs["stream"]), "mail|", CancellationToken.None)
            ).Select(row => row.Value),
        ];

    private async Task PlayAsync()
    {
        LocalMessage drafting = await AwaitedAsync("DraftingTask");
        await ReplyAsync(drafting, "SUBMIT");
        using var decision = new HttpRequestMessage(
            HttpMethod.Post,
            $"api/plans/{drafting.CustomArgs["stream"]["plan-".Length..]}/decision"
        )
        {
            Content = JsonContent.Create(new { approved = true }),
        };
        decision.Headers.Add("X-Local-Sign-In", "approver-one");
        (await http!.SendAsync(decision)).EnsureSuccessStatusCode();
        await Platform.AdvanceToAsync(new DateTimeOffset(2026, 4, 13, 12, 0, 0, TimeSpan.Zero));

        LocalMessage asked = Newest("QuarterlyTask");
        var browser = new Browser(http, TaskLink().Match(asked.Text).Value);
        await browser.OpenAsync();
        await browser.PostAsync(new KeyValuePair<string, string>("act", "submit"));
        await browser.OpenAsync("/tasks/aaaaaaaaaaaaaaaaaaaaaaaaaa");
        await http.GetAsync($"/people/{Uri.EscapeDataString(Stranger)}?address=quellenberg%40elsewhere.example");

        // a mail service that is away, a stranger, a post that nobody signed
        Platform.Mail.NextSends(SendFault.Unavailable);
        await ReplyAsync(asked, $"QUESTION: what of the {Phrase}?");
        await Platform.AdvanceAsync(TimeSpan.FromHours(1));
        await Platform.Mail.ReplyAsync(
            asked.Id,
            new InboundReply
            {
                Text = $"I am somebody else. {Phrase}",
                From = new MailAddress("quellenberg@elsewhere.example", Stranger),
                Spf = "fail",
            }
        );
        await Platform.Mail.ReplyAsync(asked.Id, new InboundReply { Text = Phrase, Handover = new Handover(Signing: Signing.Missing) });
        await Platform.Busy.QuietAsync();
        await ReplyAsync(asked, await FiguresAsync(asked));
        await Platform.FireAsync("DailyReconciliation");
        await Platform.Busy.QuietAsync();
    }

    /// <summary>Mails go out on working days.</summary>
    private async Task<LocalMessage> AwaitedAsync(string kind)
    {
        for (int day = 0; day < 6 && !Platform.Mail.List().Any(mail => mail.CustomArgs.GetValueOrDefault("kind") == kind); day++)
        {
            await Platform.AdvanceAsync(TimeSpan.FromDays(1));
        }

        return Newest(kind);
    }

    private async Task ReplyAsync(LocalMessage mail, string text)
    {
        await Platform.Mail.ReplyAsync(mail.Id, new InboundReply { Text = text, Spf = "pass" });
        await Platform.Busy.QuietAsync();
    }

    private async Task<string> FiguresAsync(LocalMessage asked)
    {
        ProgrammeTable table = Platform.Get<ProgrammeTable>();
        var plan = new PlanId(asked.CustomArgs["stream"]["plan-".Length..]);
        ActionPlan approved = await PlanRows.VersionAsync(table, plan, 1, CancellationToken.None);
        string delivery = asked.CustomArgs["delivery"];
        string period = delivery.Substring(
            delivery.IndexOf("-report-", StringComparison.Ordinal) + "-report-".Length,
            "yyyyMMdd-yyyyMMdd".Length
        );
        ReportingPeriod reported = (await ReportRows.FindAsync(table, new ReportRef(plan, new PeriodKey(period)), CancellationToken.None))!
            .Value
            .Period;
        return string.Join(
            '\n',
            [.. new ACip.Local.Cli.Simulation.Figures(new Actors("mail")).Lines(approved, reported, Language.En), "", "SUBMIT"]
        );
    }

    [GeneratedRegex("/tasks/[a-z2-7]{26}")]
    private static partial Regex TaskLink();
}

internal static class CliTrace
{
    /// <summary>Returns once nothing more is exported but the figures that are repeated.</summary>
    public static async Task SettledAsync(TelemetryCollector collector)
    {
        for (int before = -1, look = 0; look < 40 && before != collector.Spans.Count; look++)
        {
            before = collector.Spans.Count;
            await Task.Delay(1500);
        }
    }
}
