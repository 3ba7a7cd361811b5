using System.Net;
using System.Text.Json.Nodes;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Scenarios.ActionPlans;

public sealed class OnePlanWorld : IAsyncLifetime
{
    internal PlanWorld World { get; private set; } = null!;

    public async Task InitializeAsync() => World = await PlanWorld.StartAsync(5);

    public async Task DisposeAsync() => await World.DisposeAsync();
}

/// <summary>Drafts and decisions over HTTP, on real storage. Each test has a plan of its own.</summary>
public sealed class PlanDoorsTests(OnePlanWorld shared) : IClassFixture<OnePlanWorld>
{
    private readonly PlanWorld world = shared.World;

    [Fact]
    public async Task Of_two_people_saving_the_same_section_the_second_gets_412_with_both_versions()
    {
        const string path = "api/plans/af-2026/draft/risks";
        Answer read = await world.GetAsync("coordinator-af", path);
        Answer[] answers = await Task.WhenAll(
            world.SendAsync("coordinator-af", HttpMethod.Put, path, Retold(read, "hers"), read.Tag, quiet: false),
            world.SendAsync("alternate-af", HttpMethod.Put, path, Retold(read, "his"), read.Tag, quiet: false)
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Answer second = Assert.Single(answers, answer => answer.Status == HttpStatusCode.PreconditionFailed);
        string[] both =
        [
            .. new[] { "yours", "theirs" }
                .Select(which => second.Json[which]![0]!["mitigation"]!.GetValue<string>())
                .Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["hers", "his"], both);
        (await world.SendAsync("alternate-af", HttpMethod.Put, path, Retold(read, "agreed"), second.Tag)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_people_saving_different_sections_at_once_are_both_served()
    {
        Answer risks = await world.GetAsync("coordinator-et", "api/plans/et-2026/draft/risks"),
            activities = await world.GetAsync("alternate-et", "api/plans/et-2026/draft/activities");
        JsonArray moved = activities.Json.AsArray();
        moved[0]!["title"] = "Moved";
        Answer[] answers = await Task.WhenAll(
            world.SendAsync(
                "coordinator-et",
                HttpMethod.Put,
                "api/plans/et-2026/draft/risks",
                Retold(risks, "both"),
                risks.Tag,
                quiet: false
            ),
            world.SendAsync("alternate-et", HttpMethod.Put, "api/plans/et-2026/draft/activities", moved, activities.Tag, quiet: false)
        );

        Assert.All(answers, answer => answer.Is(HttpStatusCode.OK));
        ActionPlan draft = (await PlanRows.DraftAsync(world.Table, new PlanId("et-2026"), CancellationToken.None))!.Value;
        Assert.Equal(("both", "Moved"), (draft.Risks[0].Mitigation, draft.Activities[0].Title));
    }

    [Fact]
    public async Task A_draft_that_was_changed_since_it_was_read_is_not_handed_in_by_who_says_what_they_read()
    {
        Answer refused = await world.SendAsync("coordinator-et", HttpMethod.Post, "api/plans/et-2026/submission", null, "\"of-before\"");

        Assert.Equal("changed-meanwhile", refused.Is(HttpStatusCode.PreconditionFailed).Rule);
        Assert.Empty((await world.PlanAsync(new PlanId("et-2026"))).Rounds);
    }

    [Fact]
    public async Task Of_two_approvers_at_the_same_instant_one_decides_and_the_other_is_told()
    {
        Answer read = await world.GetAsync("coordinator-gh", "api/plans/gh-2026/draft");
        (await world.SendAsync("coordinator-gh", HttpMethod.Post, "api/plans/gh-2026/submission", null, read.Tag)).Is(HttpStatusCode.OK);
        Answer[] answers = await Task.WhenAll(
            world.SendAsync("approver-one", HttpMethod.Post, "api/plans/gh-2026/decision", new { approved = true }, quiet: false),
            world.SendAsync(
                "approver-two",
                HttpMethod.Post,
                "api/plans/gh-2026/decision",
                new { approved = false, reason = "No." },
                quiet: false
            )
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("decided-already", Assert.Single(answers, answer => answer.Status == HttpStatusCode.PreconditionFailed).Rule);
        PlanRecord plan = await world.PlanAsync(new PlanId("gh-2026"));
        Assert.NotNull(Assert.Single(plan.Rounds).Decision);
        Assert.Equal(plan.Rounds[0].Decision!.Approved ? 1 : 0, plan.Version);
    }

    [Fact]
    public async Task Errors_hinder_the_submission_in_the_persons_language_and_a_cancelled_plan_asks_nobody()
    {
        const string path = "api/plans/lb-2026";
        Answer indicators = await world.GetAsync("coordinator-lb", $"{path}/draft/indicators");
        JsonArray broken = indicators.Json.AsArray();
        broken[0]!["result"] = "X99";
        Answer saved = (await world.SendAsync("coordinator-lb", HttpMethod.Put, $"{path}/draft/indicators", broken, indicators.Tag)).Is(
            HttpStatusCode.OK
        );
        Assert.False(saved.Json["mayBeSubmitted"]!.GetValue<bool>());
        Answer refused = (await world.SendAsync("coordinator-lb", HttpMethod.Post, $"{path}/submission")).Is(HttpStatusCode.Conflict);
        string rule = refused.Json["findings"]![0]!["rule"]!.GetValue<string>();
        Assert.Equal(
            PlanRules.All.Single(one => one.Name == rule).Explanation.Fr,
            refused.Json["findings"]![0]!["why"]!.GetValue<string>()
        );

        (
            await world.SendAsync("officer-one", HttpMethod.Post, $"{path}/cancellation", new { reason = "The administration withdraws." })
        ).Is(HttpStatusCode.OK);
        var tasks = await world.Table.ListAsync<HumanTaskRecord>(
            StreamId.Of(new PlanId("lb-2026")),
            TaskRows.Prefix,
            CancellationToken.None
        );
        Assert.All(tasks, row => Assert.Equal(TaskState.Cancelled, row.Value.State));
        Assert.True((await world.Platform.Workflows.GetInstanceAsync("plan:lb:lb-2026"))!.IsCompleted);
    }

    [Fact]
    public async Task A_workbook_undoes_nothing_that_others_changed_meanwhile()
    {
        const string path = "api/plans/lr-2026";
        string title = (await world.GetAsync("coordinator-lr", $"{path}/draft/plan")).Json["title"]!.GetValue<string>();
        byte[] workbook = (await world.GetAsync("coordinator-lr", $"{path}/draft.xlsx")).Content;
        Answer risks = await world.GetAsync("alternate-lr", $"{path}/draft/risks");
        (await world.SendAsync("alternate-lr", HttpMethod.Put, $"{path}/draft/risks", Retold(risks, "meanwhile"), risks.Tag)).Is(
            HttpStatusCode.OK
        );

        (
            await world.SendAsync(
                "coordinator-lr",
                HttpMethod.Post,
                $"{path}/draft.xlsx",
                PlanWorld.Retype(workbook, title, "From the workbook")
            )
        ).Is(HttpStatusCode.OK);
        ActionPlan draft = (await PlanRows.DraftAsync(world.Table, new PlanId("lr-2026"), CancellationToken.None))!.Value;
        Assert.Equal(("From the workbook", "meanwhile"), (draft.Title, draft.Risks[0].Mitigation));

        Answer disputed = (
            await world.SendAsync(
                "coordinator-lr",
                HttpMethod.Post,
                $"{path}/draft.xlsx",
                PlanWorld.Retype(workbook, title, "From an old copy")
            )
        ).Is(HttpStatusCode.PreconditionFailed);
        Assert.Equal("plan", Assert.Single(disputed.Json["sections"]!.AsArray())!.GetValue<string>());
        Assert.Equal(
            "workbook-not-taken",
            (await world.SendAsync("coordinator-lr", HttpMethod.Post, $"{path}/draft.xlsx", "not a workbook"u8.ToArray()))
                .Is(HttpStatusCode.UnprocessableEntity)
                .Rule
        );
        Answer another = await world.GetAsync("officer-one", "api/plans/et-2026/draft.xlsx");
        (await world.SendAsync("coordinator-lr", HttpMethod.Post, $"{path}/draft.xlsx", another.Content)).Is(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Fact]
    public async Task A_new_plan_begins_from_the_library_and_asks_its_coordinator()
    {
        Answer begun = (
            await world.SendAsync(
                "officer-one",
                HttpMethod.Post,
                "api/plans",
                new
                {
                    administration = "AF",
                    start = "2029-01-01",
                    keyFactors = new[] { 4, 5 },
                }
            )
        ).Is(HttpStatusCode.Created);
        Assert.Equal("af-2029", begun.Json["id"]!.GetValue<string>());
        JsonNode draft = (await world.GetAsync("coordinator-af", "api/plans/af-2029/draft")).Is(HttpStatusCode.OK).Json;
        Assert.False(draft["mayBeSubmitted"]!.GetValue<bool>());
        Assert.Contains(Fictional.Notice, draft["plan"]!["notice"]!.GetValue<string>());
        Assert.NotNull(
            await TaskRows.FindAsync(
                world.Table,
                new TaskRef(new StreamId("plan-af-2029"), new TaskId("af-2029-draft-r1")),
                CancellationToken.None
            )
        );
        Assert.Equal(
            "plan-exists",
            (await world.SendAsync("officer-one", HttpMethod.Post, "api/plans", new { administration = "AF", start = "2029-01-01" }))
                .Is(HttpStatusCode.Conflict)
                .Rule
        );
    }

    [Theory]
    [InlineData("coordinator-et", "GET", null, HttpStatusCode.Forbidden)] // a plan of another administration
    [InlineData("reader-norad", "GET", null, HttpStatusCode.Forbidden)]
    [InlineData("approver-one", "PUT", "*", HttpStatusCode.Forbidden)] // reads, never writes
    [InlineData("coordinator-af", "PUT", null, HttpStatusCode.PreconditionRequired)]
    [InlineData("coordinator-af", "PUT", "*", HttpStatusCode.BadRequest)]
    public async Task A_draft_opens_to_its_own_people_and_to_well_formed_requests(
        string person,
        string method,
        string? ifMatch,
        HttpStatusCode expected
    ) =>
        (
            await world.SendAsync(
                person,
                new HttpMethod(method),
                "api/plans/af-2026/draft",
                method == "PUT" ? new { title = "…" } : null,
                ifMatch,
                quiet: false
            )
        ).Is(expected);

    [Fact]
    public async Task What_officers_enter_is_checked_and_never_written_over_unseen()
    {
        const string path = "api/administrations/ET";
        Answer read = (await world.GetAsync("officer-one", path)).Is(HttpStatusCode.OK);
        JsonNode nowhere = read.Json;
        nowhere["timeZone"] = "Africa/Nowhere";
        Assert.Equal(
            "timeZone",
            (await world.SendAsync("officer-one", HttpMethod.Put, path, nowhere, read.Tag)).Is(HttpStatusCode.UnprocessableEntity).Json[
                "problems"
            ]![0]!["path"]!.GetValue<string>()
        );
        JsonNode renamed = read.Json;
        renamed["name"] = "Ethiopia (customs)";
        (await world.SendAsync("officer-one", HttpMethod.Put, path, renamed, read.Tag)).Is(HttpStatusCode.OK);
        (await world.SendAsync("officer-two", HttpMethod.Put, path, renamed, read.Tag)).Is(HttpStatusCode.PreconditionFailed);
        (await world.SendAsync("coordinator-et", HttpMethod.Put, path, renamed, read.Tag)).Is(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Coverage_names_the_donor_indicators_that_nobody_feeds()
    {
        JsonArray agreements = (await world.GetAsync("officer-one", "api/agreements")).Is(HttpStatusCode.OK).Json["items"]!.AsArray();
        string id = agreements[0]!["id"]!.GetValue<string>();
        JsonNode coverage = (await world.GetAsync("officer-one", $"api/agreements/{id}/coverage")).Is(HttpStatusCode.OK).Json;
        int fed = coverage["indicators"]!.AsArray().Count(one => one!["feeds"]!.AsArray().Count > 0);
        Assert.Equal(coverage["indicators"]!.AsArray().Count, fed + coverage["unfed"]!.AsArray().Count);
    }

    private static JsonArray Retold(Answer risks, string mitigation)
    {
        JsonArray changed = risks.Json.AsArray();
        changed[0]!["mitigation"] = mitigation;
        return changed;
    }
}
