using ACip.Local.Azurite;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Performance;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
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

    /// <summary>A reply brings what it names; it does not bring back what stood when it was read.</summary>
    [Fact]
    public async Task Of_two_replies_at_once_each_changes_what_it_names()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        var table = new ProgrammeTable(new TableServiceClient(azurite.ConnectionString), TimeProvider.System);
        await table.CreateAsync(CancellationToken.None);
        var id = new AssessmentRef(new AdministrationId("GH"), 2026);
        var asked = new AssessmentRecord(id, PmmReference.Shipped, default, AssessmentState.Asked, new Dictionary<string, KpiAnswer>());
        Assert.True(await table.TryCommitAsync(new UnitOfWork(id.Stream).Add(id.RowKey, asked), CancellationToken.None));
        var assessments = new AssessmentService(table, new ProgrammeDirectory(table, TimeProvider.System), TimeProvider.System);
        await AnswerAsync("K1: 3");

        bool first = true;
        await AnswerAsync(
            "K2: 7",
            async () =>
            {
                if (first)
                {
                    first = false;
                    await AnswerAsync("K1: 5"); // committed between the other's reading and its commit
                }
            }
        );

        AssessmentRecord after = (await assessments.FindAsync(id, CancellationToken.None))!.Value;
        Assert.Equal((5m, 7m), (after.Answers["K1"].Value, after.Answers["K2"].Value));

        Task<CommandResult> AnswerAsync(string text, Func<Task>? meanwhile = null)
        {
            ParsedReply read = ReplyReader.Read(ReplyText.Of(text, null), AssessmentForm.Items(asked.Reference, Language.En), Language.En);
            Arrival now = Arrival.Now(TimeProvider.System);
            return assessments.AnswerAsync(
                id,
                stands => AssessmentForm.Answers(stands, read, new PersonId("one"), now, new EntrySource("mail:1")),
                submits: false,
                new PersonId("one"),
                (_, _, _) => meanwhile?.Invoke() ?? Task.CompletedTask,
                CancellationToken.None
            );
        }
    }
}
