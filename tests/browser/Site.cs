using System.Net.Http.Json;
using ACip.Local.Cli.Platform;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>
/// The platform with three administrations on 11 March 2027. Afghanistan has reported three quarters and waits with the fourth for review;
/// the
/// plans of Ethiopia and Ghana wait for approval; the first donor report waits for its signature.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly PlanId Reporting = new("af-2026");

    private LocalPlatform platform = null!;
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public LocalPlatform Platform => platform;

    public string Url => Platform.BaseUrl;

    public ProgrammeTable Table => platform.Services.GetRequiredService<ProgrammeTable>();

    public Task<ProgrammeRegister> RegisterAsync() =>
        platform.Services.GetRequiredService<ProgrammeDirectory>().ReadAsync(CancellationToken.None);

    public async Task InitializeAsync()
    {
        platform = await LocalPlatform.StartAsync([
            "--Local:Port=0",
            "--Local:Azurite=Memory",
            "--Local:Quiet=true",
            "--Local:Clock:StandsStill=true",
            "--Local:Clock:Start=2026-08-03T06:00:00Z",
            "--Local:Seed=browser",
            "--Mail:PublicUrl=https://acip.example",
        ]);
        playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(playwright);
        await PlayAsync();
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await platform.DisposeAsync();
    }

    public HttpClient Client(string? person = null)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Url) };
        if (person is not null)
        {
            client.DefaultRequestHeaders.Add("X-Local-Sign-In", person);
        }

        return client;
    }

    /// <summary>A page on which nobody, or this person, is signed in: through the sign-in page, as a person does.</summary>
    public async Task<IPage> PageAsync(string? person, int width = 1280, bool script = true, string language = "en")
    {
        IBrowserContext context = await Browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = Url,
                JavaScriptEnabled = script,
                Locale = language,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        IPage page = await context.NewPageAsync();
        if (person is not null)
        {
            await page.GotoAsync("/.auth/login/local");
            await page.Locator($"button[value='{person}']").ClickAsync();
        }

        return page;
    }

    private async Task PlayAsync()
    {
        using HttpClient operatorClient = Client();
        operatorClient.DefaultRequestHeaders.Add("x-functions-key", Platform.MasterKey);
        await AcceptedAsync(await operatorClient.PostAsync("api/programme/sample?administrations=3&start=2026-01-01", null));
        foreach (Person person in (await RegisterAsync()).People.Values.Where(person => person.SignsIn(new DateOnly(2026, 8, 3))))
        {
            // the tests look for a mail as soon as something was said
            await Platform.Services.GetRequiredService<NoticePaceService>().ChooseAsync(person.Id, NoticePace.Each, CancellationToken.None);
        }

        await Platform.Busy.QuietAsync();

        await SubmitPlanAsync(Reporting);
        await DecideAsync(
            $"api/plans/{Reporting}/decision",
            new
            {
                approved = false,
                reason = "Please say how B1 is measured.",
                items = new Dictionary<string, string> { ["B1"] = "Which register does it come from?" },
            }
        );
        await SubmitPlanAsync(Reporting);
        await DecideAsync($"api/plans/{Reporting}/decision", new { approved = true });
        await Platform.AdvanceToAsync(At(2026, 8, 26)); // the first quarter was asked for alone until then: the plan was approved late
        await ReportAsync("20260401-20260630", 0.2m);
        await DecideAsync($"api/plans/{Reporting}/reports/20260401-20260630/decision", new { approved = true });
        await Platform.AdvanceToAsync(At(2026, 10, 20));
        await ReportAsync("20260701-20260930", 0.3m);
        await DecideAsync(
            $"api/plans/{Reporting}/reports/20260701-20260930/decision",
            new
            {
                approved = false,
                reason = "Two figures look mistyped.",
                items = new Dictionary<string, string> { ["A1"] = "Please check against your register." },
            }
        );
        await ReportAsync("20260701-20260930", 0.35m);
        await DecideAsync($"api/plans/{Reporting}/reports/20260701-20260930/decision", new { approved = true });
        await Platform.AdvanceToAsync(At(2026, 12, 15));
        await SubmitPlanAsync(new PlanId("et-2026"));
        await SubmitPlanAsync(new PlanId("gh-2026"));
        await Platform.AdvanceToAsync(At(2027, 2, 15));
        await ReportAsync("20261001-20261231", 1.4m);
        await Platform.AdvanceToAsync(At(2027, 3, 11));
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    private async Task SubmitPlanAsync(PlanId plan)
    {
        var desk = platform.Services.GetRequiredService<PlanApprovalService>();
        CommandResult result = await desk.SubmitAsync(
            plan,
            new PersonId($"coordinator-{plan.Value[..2]}"),
            new EntrySource("mail:test"),
            null,
            CancellationToken.None
        );
        await Platform.Workflows.RaiseEventAsync(Assert.IsType<CommandResult.Recorded>(result).Instance!, HumanTask.Answered, "answered");
        await Platform.Busy.QuietAsync();
    }

    /// <param name="way">Where between baseline and target the figures lie.</param>
    private async Task ReportAsync(string period, decimal way)
    {
        var id = new ReportRef(Reporting, new PeriodKey(period));
        ReportRecord report = (await ReportRows.FindAsync(Table, id, CancellationToken.None))!.Value;
        ActionPlan plan = await PlanRows.VersionAsync(Table, Reporting, 1, CancellationToken.None);
        var answer = new Workflows.ReplyParsing.ParsedReply(
            new Workflows.ReplyParsing.Command.Submit(),
            [
                .. plan.Indicators.Select((indicator, index) => Figure(indicator, index, way)),
                .. plan.Benchmarks.Where(one => one.Due <= report.Period.End).Select(Figure),
            ],
            []
        );
        ReportAnswerResult? result = await platform
            .Services.GetRequiredService<ReportService>()
            .AnswerAsync(
                new GivenAnswer(id, answer, new PersonId("coordinator-af"), new EntrySource("mail:test")),
                null,
                CancellationToken.None
            );
        Assert.Equal(ReportAnswerKind.Submitted, result?.Kind);
        await Platform.Workflows.RaiseEventAsync(
            $"task:plan-{Reporting}:{Reporting}-report-{period}-r{report.Round}",
            HumanTask.Answered,
            "answered"
        );
        await Platform.Busy.QuietAsync();
    }

    private static Workflows.ReplyParsing.ReplyFigure Figure(Benchmark benchmark) =>
        new(benchmark.Code, null, true, null, null, null, new Dictionary<string, decimal>(), $"{benchmark.Code}: yes");

    private static Workflows.ReplyParsing.ReplyFigure Figure(Indicator indicator, int index, decimal way)
    {
        var none = new Dictionary<string, decimal>();
        if (index == 2)
        {
            return new(
                indicator.Code,
                null,
                null,
                null,
                "the server of the human resources office was down",
                null,
                none,
                $"{indicator.Code}: n/a the server of the human resources office was down"
            );
        }

        if (indicator.Measure is Measure.Qualitative or Measure.Nominal)
        {
            return new(
                indicator.Code,
                null,
                null,
                null,
                null,
                "Procedures were discussed with staff and brokers.",
                none,
                $"{indicator.Code}: Procedures were discussed with staff and brokers."
            );
        }

        decimal from = indicator.Baseline.Value ?? 0;
        decimal value = Math.Round(from + (((indicator.Targets.LastOrDefault()?.Value ?? from + 10) - from) * way));
        return new(indicator.Code, value, null, null, null, null, none, FormattableString.Invariant($"{indicator.Code}: {value}"));
    }

    private async Task DecideAsync(string path, object decision)
    {
        using HttpClient client = Client("approver-two");
        await AcceptedAsync(await client.PostAsJsonAsync(path, decision));
        await Platform.Busy.QuietAsync();
    }

    private static async Task AcceptedAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}

[CollectionDefinition(Name)]
public sealed class OneSite : ICollectionFixture<Site>
{
    public const string Name = "site";
}
