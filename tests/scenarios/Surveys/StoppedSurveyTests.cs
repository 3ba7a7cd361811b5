using System.Net.Http.Json;
using System.Text.Json;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Tests.Scenarios.Surveys;

/// <summary>Surveys, imports and self-assessments whose workflow has gone are begun again by the reconciliation, where they were; what an
/// operator suspended is told and left.</summary>
public sealed class StoppedSurveyTests
{
    private static readonly AssessmentRef Assessment = new(new AdministrationId("AF"), 2026);

    [Fact]
    public async Task A_survey_whose_preparation_was_interrupted_is_listed_and_begun_by_asking_again_for_the_same()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(1);
        (DateOnly opens, DateOnly closes) = (new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));
        WaveId wave = await world.PrepareAsync("AF", "2026", opens, closes);
        await UnlistAsync(world, wave);
        Assert.Equal(wave, await world.PrepareAsync("AF", "2026", opens, closes));
        Assert.NotNull(await ListedAsync(world, wave));

        // another survey under its name is not taken for it; that one is listed as it stands
        await UnlistAsync(world, wave);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => world.PrepareAsync("AF", "2026", opens, closes.AddDays(1)));
        Assert.NotNull(await ListedAsync(world, wave));
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => world.PrepareAsync("AF", "2026", opens, closes));
    }

    private static Task<Row<WaveListing>?> ListedAsync(SurveyWorld world, WaveId wave) =>
        world.Platform.Get<ProgrammeTable>().FindAsync<WaveListing>(StreamId.Programme, WaveRows.ListingKey(wave), CancellationToken.None);

    private static async Task UnlistAsync(SurveyWorld world, WaveId wave) =>
        Assert.True(
            await world
                .Platform.Get<ProgrammeTable>()
                .TryCommitAsync(new UnitOfWork(StreamId.Programme).Delete((await ListedAsync(world, wave))!), CancellationToken.None)
        );

    [Fact]
    public async Task What_should_run_and_does_not_is_begun_again_where_it_was()
    {
        await using SurveyWorld world = await SurveyWorld.StartAsync(1);
        WaveId wave = await world.PrepareAsync("AF", "2026", new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 20));
        using (await world.SendAsync(HttpMethod.Post, "api/pmm/AF", "officer-one", JsonContent.Create(new { year = 2026 })))
        {
            await world.Platform.Busy.QuietAsync();
        }

        // a file comes while nobody is there to take it in
        await TerminateAsync(world, wave.InstanceId);
        await TerminateAsync(world, Assessment.InstanceId);
        await world.ImportAsync(
            wave,
            SurveyWorld.File([(SurveyWorld.Frame[0], 80), (SurveyWorld.Frame[1], 120)], (row, _) => 1 + (row % 5))
        );
        Assert.Equal("Waiting", (await ImportAsync(world, wave)).GetProperty("state").GetString());
        IReadOnlyList<ReconciliationFinding> found = await ReconcileAsync(world);
        Assert.Equal(
            [("assessment-not-running", true), ("survey-not-running", true)],
            found.Select(one => (one.Rule, one.Repaired)).Order()
        );
        Assert.Equal(
            ("Done", 200),
            (
                (await ImportAsync(world, wave)).GetProperty("state").GetString(),
                (await ImportAsync(world, wave)).GetProperty("rows").GetInt32()
            )
        );
        Assert.True(await RunsAsync(world, Assessment.InstanceId));

        // what was left running of a former run does not stand in the way: the question is asked once, and its answer heard
        await world.Platform.AdvanceToAsync(new DateTimeOffset(2026, 3, 23, 12, 0, 0, TimeSpan.Zero));
        string review = SurveyTaskKinds.ReviewOf(wave).InstanceId;
        await TerminateAsync(world, wave.InstanceId);
        Assert.True(await RunsAsync(world, review));
        await ReconcileAsync(world);
        Assert.True(await RunsAsync(world, wave.InstanceId) && await RunsAsync(world, review));
        Assert.Single(
            world.Platform.Mail.List("coordinator.af@customs-af.example"),
            mail => mail.CustomArgs.GetValueOrDefault("kind") == "Asking" && mail.CustomArgs["stream"] == wave.Stream.Value
        );

        // suspended on purpose: told until it is resumed
        await world.Platform.Workflows.SuspendInstanceAsync(wave.InstanceId);
        await world.Platform.Busy.QuietAsync();
        Assert.Contains(await ReconcileAsync(world), one => one is { Rule: "survey-suspended", Repaired: false });
        await world.Platform.Workflows.ResumeInstanceAsync(wave.InstanceId);
        await world.Platform.Busy.QuietAsync();
        Assert.DoesNotContain(await ReconcileAsync(world), one => one.Rule == "survey-suspended");

        await world.ReplyAsync(world.Newest("Asking", "coordinator.af@customs-af.example"), "PUBLISH: DONORS");
        Assert.Equal("Published", (await world.ReadAsync(wave, "officer-one")).GetProperty("state").GetString());
        Assert.False(await RunsAsync(world, wave.InstanceId));
        int before = (await ReconcileAsync(world)).Count;
        Assert.False(await RunsAsync(world, wave.InstanceId));
        Assert.Equal(before, (await ReconcileAsync(world)).Count);
    }

    private static async Task TerminateAsync(SurveyWorld world, string instance)
    {
        await world.Platform.Workflows.TerminateInstanceAsync(instance);
        await world.Platform.Busy.QuietAsync();
        Assert.False(await RunsAsync(world, instance));
    }

    private static async Task<bool> RunsAsync(SurveyWorld world, string instance) =>
        await world.Platform.Workflows.GetInstanceAsync(instance) is { IsCompleted: false };

    private static async Task<IReadOnlyList<ReconciliationFinding>> ReconcileAsync(SurveyWorld world)
    {
        await world.Platform.Get<ReconciliationService>().RunAsync(late: true, world.Platform.Workflows, CancellationToken.None);
        await world.Platform.Busy.QuietAsync();
        return
        [
            .. (await world.Platform.Get<ReconciliationStateStore>().ReadAsync(CancellationToken.None)).Findings.Where(one =>
                one.Rule.StartsWith("survey-", StringComparison.Ordinal) || one.Rule.StartsWith("assessment-", StringComparison.Ordinal)
            ),
        ];
    }

    private static async Task<JsonElement> ImportAsync(SurveyWorld world, WaveId wave) =>
        Assert.Single((await world.ReadAsync(wave, "officer-one")).GetProperty("imports").EnumerateArray().ToArray());
}
