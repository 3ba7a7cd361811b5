using ACip.Local.Mail;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Tests.Scenarios.House;

/// <summary>What the programme does not use it does not do, from the moment that an officer has said so; and does again once it is used.
/// Publishing is tried where a report is published (IssuingTests).</summary>
public sealed class FeaturesTests : IAsyncLifetime
{
    private static readonly PersonId Officer = new("officer-one");

    private RunningProgramme? programme;

    private RunningProgramme Programme => programme!;

    public async Task InitializeAsync() => programme = await RunningProgramme.StartAsync(1);

    public async Task DisposeAsync() => await Programme.DisposeAsync();

    [Fact]
    public async Task Overviews_are_sent_only_while_they_are_used()
    {
        // in the first week of a month, so that both are due
        await Programme.Platform.AdvanceToAsync(new DateTimeOffset(2025, 11, 4, 9, 0, 0, TimeSpan.Zero));
        await SwitchAsync(ProgrammeFeatures.Standard with { WeeklyOverviews = false, MonthlyStatus = false });
        Assert.Empty(await OverviewsAsync());
        await SwitchAsync(ProgrammeFeatures.Standard with { MonthlyStatus = false });
        Assert.Equal(["WeeklyOverview"], (await OverviewsAsync()).Distinct());
        await SwitchAsync(ProgrammeFeatures.Standard);
        Assert.Equal(["PlanStatusNotice"], (await OverviewsAsync()).Distinct()); // the other was sent today
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
        Assert.NotNull((await assessments.BeginAsync(home, 2020, Officer, CancellationToken.None)).Begin);
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

    /// <summary>Kinds of the mails that a run of today writes.</summary>
    private async Task<IReadOnlyList<string?>> OverviewsAsync()
    {
        long before = Programme.Platform.Mail.Newest;
        await FireAsync("ProgrammeOverviews");
        return [.. Programme.Platform.Mail.List(null, before).Select(mail => mail.CustomArgs.GetValueOrDefault("kind"))];
    }

    /// <summary>As an administration leaves it that has handed it in.</summary>
    private async Task GivenAsync(AssessmentRef about)
    {
        Row<AssessmentRecord> row = (await Programme.Get<AssessmentService>().FindAsync(about, CancellationToken.None))!;
        UnitOfWork unit = new UnitOfWork(about.Stream).Replace(row, row.Value with { State = AssessmentState.Given });
        Assert.True(await Programme.Get<ProgrammeTable>().TryCommitAsync(unit, CancellationToken.None));
    }
}
