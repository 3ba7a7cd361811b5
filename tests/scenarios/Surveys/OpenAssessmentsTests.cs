using ACip.Local.Azurite;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Surveys;

public sealed class OpenAssessmentsTests
{
    /// <summary>All years of an administration stand in one stream.</summary>
    [Fact]
    public async Task Two_open_years_are_listed_once_each_and_a_row_that_nobody_can_read_hides_none()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        var tables = new TableServiceClient(azurite.ConnectionString);
        var table = new ProgrammeTable(tables, TimeProvider.System);
        await table.CreateAsync(CancellationToken.None);
        foreach (int year in (int[])[2025, 2026])
        {
            var id = new AssessmentRef(new AdministrationId("GH"), year);
            var asked = new AssessmentRecord(id, PmmReference.Shipped, default, AssessmentState.Asked, new Dictionary<string, KpiAnswer>());
            var task = HumanTaskRecord.Ask(
                id.Task.Task,
                TaskDefinition.OfHead("AssessPerformance"),
                TaskSubject.From(1),
                1,
                id.Administration,
                [],
                default,
                default,
                default
            );
            Assert.True(
                await table.TryCommitAsync(
                    new UnitOfWork(id.Stream).Add(id.RowKey, asked).Add(id.Task.RowKey, task),
                    CancellationToken.None
                )
            );
        }

        await tables
            .GetTableClient(ProgrammeTable.Name)
            .AddEntityAsync(new TableEntity("pmm-gh", TaskRows.Prefix + "broken") { ["Json"] = "{" });
        var assessments = new AssessmentService(table, new ProgrammeDirectory(table, TimeProvider.System), TimeProvider.System);
        IReadOnlyList<(TaskPlace Place, HumanTaskRecord Task)> open = await OpenTasks.ReadAsync(
            table,
            [new AssessmentTaskPlaces(assessments)],
            CancellationToken.None
        );
        Assert.Equal(["pmm-gh-2025", "pmm-gh-2026"], open.Select(one => one.Task.Id.Value));
        Assert.Equal(open.Select(one => one.Task.Id), open.Select(one => one.Place.Task!.Value));
    }
}
