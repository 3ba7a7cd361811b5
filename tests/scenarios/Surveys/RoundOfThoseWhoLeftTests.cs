using ACip.Local.Azurite;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Surveys;

public sealed class RoundOfThoseWhoLeftTests
{
    /// <summary>The register keeps it, and its people with the roles that they had.</summary>
    [Fact]
    public async Task An_administration_that_has_left_is_asked_for_no_further_assessment()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        var table = new ProgrammeTable(new TableServiceClient(azurite.ConnectionString), TimeProvider.System);
        await table.CreateAsync(CancellationToken.None);
        var left = new AdministrationId("GH");
        await RegisterAsync(table, left);
        var last = new AssessmentRef(left, TimeProvider.System.GetUtcNow().Year - PmmReference.Shipped.EveryYears);
        var given = new AssessmentRecord(last, PmmReference.Shipped, default, AssessmentState.Given, new Dictionary<string, KpiAnswer>());
        Assert.True(await table.TryCommitAsync(new UnitOfWork(last.Stream).Add(last.RowKey, given), CancellationToken.None));

        var directory = new ProgrammeDirectory(table, TimeProvider.System);
        var assessments = new AssessmentService(table, directory, TimeProvider.System);
        Assert.True(PmmRounds.IsDue([given], TimeProvider.System.GetUtcNow().Year)); // or the test tests nothing
        await new PmmRounds(assessments, directory, new ProgrammeFeaturesService(table), TimeProvider.System).Run(
            null!,
            null!,
            CancellationToken.None
        );

        Assert.Equal(last, Assert.Single(await assessments.ListAsync(left, CancellationToken.None)).Ref);
    }

    private static async Task RegisterAsync(ProgrammeTable table, AdministrationId left)
    {
        var home = new Administration(
            left,
            "Ghana",
            "WCA",
            new DonorId("norad"),
            Language.En,
            "Africa/Accra",
            [DayOfWeek.Saturday, DayOfWeek.Sunday],
            "01-01"
        );
        var leaver = new Person(
            new PersonId("coordinator-gh"),
            "Ama",
            "ama@customs.example",
            Language.En,
            [new RoleHeld(Role.Coordinator, new DateOnly(2020, 1, 1), new DateOnly(2021, 1, 1), left)]
        );
        UnitOfWork unit = new UnitOfWork(StreamId.Programme).Add(ProgrammeRows.Key(left), home).Add(ProgrammeRows.Key(leaver.Id), leaver);
        Assert.True(await table.TryCommitAsync(unit, CancellationToken.None));
    }
}
