using ACip.Local.Mail;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Overviews;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ACip.Tests.Browser;

/// <summary>What the programme's own life takes from reports that were really handed in and accepted.</summary>
[Collection(OneSite.Name)]
public sealed class LifeOfReportsTests(Site site)
{
    private static readonly ReportRef Accepted = new(new PlanId("af-2026"), new PeriodKey("20260701-20260930"));

    [Fact]
    public async Task A_good_practice_out_of_an_accepted_report_is_read_by_others_only_once_its_owner_agrees_and_in_the_owner_s_words()
    {
        Observation said = (await AcceptedAsync()).First(one => one.Narrative is { Length: > 0 } && one.Period == Accepted.Period);
        IPage officer = await site.PageAsync("officer-one");
        await officer.GotoAsync("/multilateral");
        await officer.GetByText("A good practice, out of an accepted report").ClickAsync();
        await officer.Locator("#practice-id").FillAsync("talks");
        await officer.Locator("#practice-title").FillAsync("Talks with brokers");
        await officer.Locator("#practice-plan").SelectOptionAsync("af-2026");
        await officer.Locator("#practice-period").FillAsync(Accepted.Period.Value);
        await officer.Locator("#practice-item").FillAsync(said.Item);
        await officer.Locator("#practice-factors").FillAsync("10");
        await officer.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Ask its owner" }).ClickAsync();
        await site.Platform.Busy.QuietAsync();

        await officer.GotoAsync("/multilateral");
        ILocator practice = officer.Locator("main li", new PageLocatorOptions { HasText = "Talks with brokers" });
        Assert.DoesNotContain(said.Narrative!, await practice.InnerTextAsync(), StringComparison.Ordinal); // nobody has agreed yet
        await officer.GotoAsync("/");
        Assert.Contains("Share a good practice", await officer.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        LocalMessage asked = Assert.Single(
            site.Platform.Mail.List(),
            mail => mail.CustomArgs.GetValueOrDefault("stream") == "practices" && mail.CustomArgs["kind"] == "Asking"
        );
        Assert.Contains(said.Narrative!, asked.Text, StringComparison.Ordinal);
        await site.Platform.Mail.ReplyAsync(asked.Id, new InboundReply { Text = "G1: yes\nG2: We talk with brokers every month." });
        await site.Platform.Busy.QuietAsync();

        await officer.GotoAsync("/multilateral");
        await LifeSite.LookAsync(officer, "multilateral-practice");
        string shown = await practice.InnerTextAsync();
        Assert.Contains("We talk with brokers every month.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(said.Narrative!, shown, StringComparison.Ordinal);
        GoodPractice kept = Assert.Single(await Get<PracticeService>().ListAsync(CancellationToken.None));
        Assert.Equal((PracticeState.Published, new PersonId("coordinator-af")), (kept.State, kept.ConsentBy));
    }

    [Fact]
    public async Task A_briefing_pack_has_the_benchmarks_and_figures_that_were_accepted()
    {
        IReadOnlyList<Observation> accepted = await AcceptedAsync();

        IReadOnlyList<Text> results = await Get<BriefingResultsQuery>().ReadAsync(new AdministrationId("AF"), CancellationToken.None);

        Assert.EndsWith(" reached.", results[0].En, StringComparison.Ordinal);
        Assert.True(results.Count > 2, "figures follow");
        Assert.All(
            results.Skip(1),
            line =>
            {
                string code = line.En[..line.En.IndexOf(' ', StringComparison.Ordinal)];
                decimal last = accepted.Last(one => one.Item == code && one.Value is not null).Value!.Value;
                Assert.Contains($": {Figures.Number(Math.Round(last, 2), Language.En)} (target ", line.En, StringComparison.Ordinal);
            }
        );
        Assert.Empty(await Get<BriefingResultsQuery>().ReadAsync(new AdministrationId("GH"), CancellationToken.None));
    }

    [Fact]
    public async Task Coverage_of_a_period_s_end_names_who_has_handed_in_and_who_has_not()
    {
        IReadOnlyList<PlanOverview> plans = await Get<OverviewQuery>().PlansAsync(await site.RegisterAsync(), CancellationToken.None);
        DateTimeOffset due = (await ReportRows.FindAsync(site.Table, Accepted, CancellationToken.None))!.Value.Period.Due;

        CoverageLine[] past = [.. PeriodCoverage.Since(plans, due.AddDays(-1), due.AddDays(1))];
        CoverageLine[] coming = [.. PeriodCoverage.Since(plans, At(2027, 4, 1), At(2027, 6, 30))];

        CoverageLine handedIn = Assert.Single(past);
        Assert.Equal(("Afghanistan", Accepted.Period, true), (handedIn.Administration.En, handedIn.Period.Key, handedIn.IsHandedIn));
        Assert.Contains(coming, line => line.Administration.En == "Afghanistan" && !line.IsHandedIn);
        var mail = new PeriodCoverage([.. past, .. coming], new Uri("https://acip.example/"));
        Assert.Equal($"Coverage: 1 of {1 + coming.Length} reports handed in", mail.Subject.In(Language.En));
        string[] lines = [.. mail.Paragraphs(language => new DateWords(language, "UTC")).Select(text => text.In(Language.En))];
        Assert.EndsWith("Afghanistan, 1 July to 30 September 2026: handed in", lines[^1], StringComparison.Ordinal);
        Assert.EndsWith(": MISSING", lines[1], StringComparison.Ordinal);
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 12, 0, 0, TimeSpan.Zero);

    private Task<IReadOnlyList<Observation>> AcceptedAsync() => ReportRows.AcceptedAsync(site.Table, Accepted.Plan, CancellationToken.None);

    private T Get<T>()
        where T : notnull => site.Platform.Services.GetRequiredService<T>();
}
