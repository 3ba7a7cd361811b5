using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ACip.Local.Mail;
using ACip.Tests.Scenarios.Mail;
using ACip.Tests.Scenarios.Trust;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>A round of self-assessments: one administration by mail, one on the page, one that hands in late; and the next round two years
/// later.</summary>
public sealed class PmmRoundTests
{
    [Fact]
    public async Task Three_administrations_assess_themselves_by_mail_and_by_page()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(3);
        ProgrammeRegister register = await world.Platform.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        string[] administrations = [.. register.Administrations.Keys.Select(id => id.Value).Order(StringComparer.Ordinal)];
        foreach (string administration in administrations)
        {
            using HttpResponseMessage begun = await world.SendAsync(
                HttpMethod.Post,
                $"api/pmm/{administration}",
                "officer-one",
                JsonContent.Create(new { year = 2026 })
            );
            Assert.Equal(HttpStatusCode.OK, begun.StatusCode);
        }

        await world.Platform.Busy.QuietAsync();
        AssessmentService assessments = world.Platform.Get<AssessmentService>();

        Assert.Equal(["/pmm", "/pmm", "/pmm"], await world.WaitingAsync("AssessPerformance"));

        // by mail: some figures, one that cannot be measured, then the rest and the command
        LocalMessage ask = Ask(world, administrations[0]);
        Assert.Contains("PLACEHOLDER", ask.Text, StringComparison.Ordinal);
        await world.ReplyAsync(ask, "K1: 60 %\nK2: 75 %\nK3: n/a we have no such records yet\nK4: 12\nD1: 1, 4");
        AssessmentRecord half = (await assessments.FindAsync(Ref(administrations[0]), CancellationToken.None))!.Value;
        Assert.Equal((AssessmentState.Asked, "K5,K6,K7"), (half.State, string.Join(',', half.Missing)));
        await world.ReplyAsync(ask, "K5: 40 %\nK6: 55 %\nK7: 4\n\nSUBMIT");
        AssessmentRecord given = (await assessments.FindAsync(Ref(administrations[0]), CancellationToken.None))!.Value;
        Assert.Equal(AssessmentState.Given, given.State);
        Assert.Equal((60m, Disclosure.Donors), (given.Answers["K1"].Value, given.Answers["K1"].Disclosure));
        Assert.Equal(
            (null, "we have no such records yet", Disclosure.Programme),
            (given.Answers["K3"].Value, given.Answers["K3"].NotMeasurable, given.Answers["K3"].Disclosure)
        );

        // on the page: a code, then all at once
        var browser = new Browser(world.Http, Regex.Match(Ask(world, administrations[1]).Text, "/tasks/[a-z2-7]{26}").Value);
        await browser.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.PostAsync([new("v-K1", "20"), new("act", "submit")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        long before = world.Platform.Mail.Newest;
        await browser.PostAsync([.. Typed(), new("act", "submit")]);
        await world.Platform.Busy.QuietAsync();
        Assert.Contains("name=\"code\"", browser.Page, StringComparison.Ordinal);
        string code = Regex
            .Match(
                world.Platform.Mail.List(null, before).First(mail => mail.CustomArgs.GetValueOrDefault("kind") == "OneTimeCode").Text,
                @"\b[0-9]{6}\b"
            )
            .Value;
        var table = world.Platform.Get<ProgrammeTable>();
        StreamId stream = Ref(administrations[1]).Stream;
        Assert.Single(await table.ListAsync<LinkDraft>(stream, "link-draft|", CancellationToken.None));
        await browser.PostAsync([new("code", code), new("act", "code")]);
        Assert.Empty(await table.ListAsync<LinkDraft>(stream, "link-draft|", CancellationToken.None)); // it went with what was handed in
        await world.Platform.Busy.QuietAsync();
        await browser.PostAsync([new("act", "submit"), .. Typed()]);
        await browser.PostAsync([new("act", "submit"), .. Typed()]); // pressed twice at the same moment
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        AssessmentRecord byPage = (await assessments.FindAsync(Ref(administrations[1]), CancellationToken.None))!.Value;
        Assert.Equal(
            (AssessmentState.Given, 30.5m, Disclosure.Public),
            (byPage.State, byPage.Answers["K3"].Value, byPage.Answers["K2"].Disclosure)
        );
        Assert.NotNull(byPage.Answers["K7"].NotMeasurable);

        // the third is reminded, and answers in the end
        await world.Platform.AdvanceAsync(TimeSpan.FromDays(63));
        Assert.Contains(
            world.Platform.Mail.List(),
            mail =>
                mail.CustomArgs.GetValueOrDefault("kind") == "Reminder"
                && mail.CustomArgs["stream"] == $"pmm-{administrations[2].ToLowerInvariant()}"
        );
        await world.ReplyAsync(Ask(world, administrations[2]), "K1: 1 %\nK2: 2 %\nK3: 3 %\nK4: 4\nK5: 5 %\nK6: 6 %\nK7: 7\nSUBMIT");
        Assert.Equal(AssessmentState.Given, (await assessments.FindAsync(Ref(administrations[2]), CancellationToken.None))!.Value.State);
        Assert.Empty(await world.WaitingAsync("AssessPerformance"));

        // a KPI that its owner lets travel as far as the indicator does is the indicator's baseline; one that stays within the programme is
        // not
        var plan = new PlanId($"{administrations[0].ToLowerInvariant()}-2026");
        ActionPlan draft = (await PlanRows.DraftAsync(world.Platform.Get<ProgrammeTable>(), plan, CancellationToken.None))!.Value;
        Indicator[] two = [.. draft.Indicators.Where(indicator => indicator.Measure == Measure.Percentage).Take(2)];
        var none = new Baseline(null, null, null, null, null);
        ActionPlan measured = draft with
        {
            Start = new DateOnly(2026, 7, 1),
            Indicators =
            [
                .. draft.Indicators.Select(one =>
                    one.Code == two[0].Code ? one with { MeasuredBy = "pmm:K1", Baseline = none, Disclosure = Disclosure.Donors }
                    : one.Code == two[1].Code ? one with { MeasuredBy = "pmm:K2", Baseline = none, Disclosure = Disclosure.Donors }
                    : one
                ),
            ],
        };
        ActionPlan filled = await world.Platform.Get<MeasuredFigures>().WithBaselinesAsync(measured, CancellationToken.None);
        Assert.Equal(
            (60m, "pmm:2026"),
            (
                filled.Indicators.First(one => one.Code == two[0].Code).Baseline.Value,
                filled.Indicators.First(one => one.Code == two[0].Code).Baseline.Source
            )
        );
        Assert.Null(filled.Indicators.First(one => one.Code == two[1].Code).Baseline.Value);

        using HttpResponseMessage page = await world.SendAsync(HttpMethod.Get, "pmm", "officer-one");
        Assert.Contains(
            "not measurable here: we have no such records yet",
            WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()),
            StringComparison.Ordinal
        );

        await PmmTwoYearsLater(assessments, administrations);

        Assert.Empty(await RowsOnRecord.MissingAsync(world.Platform));
    }

    private static IEnumerable<KeyValuePair<string, string>> Typed() =>
        [
            .. Enumerable.Range(1, 6).Select(kpi => KeyValuePair.Create($"v-K{kpi}", $"{10 * kpi},5")),
            new("w-K7", "no such meetings are counted here"),
            new("d-K2", "Public"),
        ];

    private static async Task PmmTwoYearsLater(AssessmentService assessments, string[] administrations)
    {
        IReadOnlyList<AssessmentRecord> all = await assessments.ListAsync(new AdministrationId(administrations[0]), CancellationToken.None);
        Assert.False(PmmRounds.IsDue(all, 2027));
        Assert.True(PmmRounds.IsDue(all, 2028));
        Assert.False(PmmRounds.IsDue([], 2028));
    }

    private static AssessmentRef Ref(string administration) => new(new AdministrationId(administration), 2026);

    private static LocalMessage Ask(SurveyWorld world, string administration) =>
        world
            .Platform.Mail.List()
            .First(mail =>
                mail.CustomArgs.GetValueOrDefault("kind") == "Asking"
                && mail.CustomArgs["stream"] == $"pmm-{administration.ToLowerInvariant()}"
            );
}
