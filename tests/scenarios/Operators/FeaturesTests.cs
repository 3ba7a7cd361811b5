using ACip.Tests.Scenarios.Harness;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.Operators;

/// <summary>What the programme does not use it does not do, from the moment that an officer has said so; and does again once it is used.
/// Publishing is tried where a report is published (IssuingTests).</summary>
public sealed class FeaturesTests : IAsyncLifetime
{
    private static readonly PersonId Officer = new("officer-one");

    private RunningProgramme? programme;

    private RunningProgramme Programme => programme!;

    public async Task InitializeAsync() => programme = await RunningProgramme.StartAsync(1, "--Mail:Overviews=true");

    public async Task DisposeAsync() => await Programme.DisposeAsync();

    [Fact]
    public async Task Overviews_are_sent_only_while_they_are_used()
    {
        // in the first week of a month, so that both are due; the draft waits for its coordinator
        await Programme.Platform.AdvanceToAsync(new DateTimeOffset(2026, 2, 3, 9, 0, 0, TimeSpan.Zero));
        await SwitchAsync(ProgrammeFeatures.Standard with { WeeklyOverviews = false, MonthlyStatus = false });
        Assert.Equal(0, await OverviewsAsync());
        await SwitchAsync(ProgrammeFeatures.Standard with { MonthlyStatus = false });
        Assert.NotEqual(0, await OverviewsAsync());
        Assert.Equal(0, await OverviewsAsync()); // once a day
        await SwitchAsync(ProgrammeFeatures.Standard);
        Assert.NotEqual(0, await OverviewsAsync()); // the monthly one: the other was sent today
        AuditEvent[] trail =
        [
            .. (await AuditRows.ReadAsync(Programme.Get<ProgrammeTable>(), StreamId.Programme, CancellationToken.None)).Where(one =>
                one.Subject == "programme-features"
            ),
        ];
        Assert.Equal(["off: WeeklyOverviews, MonthlyStatus", "off: MonthlyStatus", null], trail.Select(one => one.Reason));
    }

    [Fact]
    public async Task Self_assessments_begin_by_themselves_only_while_that_is_used()
    {
        AssessmentService assessments = Programme.Get<AssessmentService>();
        ProgrammeRegister register = await Programme.Get<ProgrammeDirectory>().ReadAsync(CancellationToken.None);
        AdministrationId home = register.Administrations.Keys.Single();
        await GivenAsync(new AssessmentRef(home, 2020));
        await SwitchAsync(ProgrammeFeatures.Standard with { AssessmentRounds = false });
        await FireAsync("PmmRounds");
        Assert.Single((await assessments.ListAllAsync(CancellationToken.None))[home]);
        await SwitchAsync(ProgrammeFeatures.Standard);
        await FireAsync("PmmRounds");
        Assert.Equal(2, (await assessments.ListAllAsync(CancellationToken.None))[home].Count());
    }

    [Fact]
    public async Task Who_has_read_another_state_switches_nothing()
    {
        ProgrammeFeaturesService features = Programme.Get<ProgrammeFeaturesService>();
        Assert.Equal(
            CommandResult.Refused.ChangedMeanwhile,
            await features.SaveAsync(
                ProgrammeFeatures.Standard with
                {
                    OpenPublication = false,
                },
                Officer,
                CancellationToken.None,
                AsRead.Of("\"another\"")
            )
        );
        Assert.True((await features.ReadAsync(CancellationToken.None)).OpenPublication);
    }

    private async Task SwitchAsync(ProgrammeFeatures features) =>
        Assert.IsType<CommandResult.Recorded>(
            await Programme.Get<ProgrammeFeaturesService>().SaveAsync(features, Officer, CancellationToken.None)
        );

    private async Task FireAsync(string timer)
    {
        await Programme.Platform.FireAsync(timer);
        await Programme.Platform.Busy.QuietAsync();
    }

    /// <summary>How many mails a run of today writes.</summary>
    private async Task<int> OverviewsAsync()
    {
        long before = Programme.Platform.Mail.Newest;
        await FireAsync("ProgrammeOverviews");
        return Programme.Platform.Mail.List(null, before).Count;
    }

    /// <summary>As an administration leaves it that has handed it in.</summary>
    private async Task GivenAsync(AssessmentRef about)
    {
        (PmmReference reference, _) = await Programme.Get<AssessmentService>().ReferenceAsync(CancellationToken.None);
        var answers = new Dictionary<string, KpiAnswer>();
        var given = new AssessmentRecord(about, reference, DateTimeOffset.UnixEpoch, AssessmentState.Given, answers);
        UnitOfWork unit = new UnitOfWork(about.Stream).Add(about.RowKey, given);
        Assert.True(await Programme.Get<ProgrammeTable>().TryCommitAsync(unit, CancellationToken.None));
    }
}
