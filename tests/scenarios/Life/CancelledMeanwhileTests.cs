using ACip.Local.Azurite;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Meetings;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Life;

public sealed class CancelledMeanwhileTests
{
    private static readonly StreamId Stream = new MeetingRef(2027).Stream;

    /// <summary>Their workflows would sleep until their next timer.</summary>
    [Fact]
    public async Task Tasks_that_went_before_a_decision_was_refused_are_woken()
    {
        await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
        var table = new ProgrammeTable(new TableServiceClient(azurite.ConnectionString), TimeProvider.System);
        await table.CreateAsync(CancellationToken.None);
        await AskAsync(table, 45);
        int decided = 0;

        CommandResult result = await TaskEnding.CancelAllWithAsync(
            table,
            Stream,
            (new PersonId("officer-one"), TimeProvider.System.GetUtcNow()),
            unit =>
                Task.FromResult<CommandResult>(++decided == 1 ? new CommandResult.Recorded(null) : CommandResult.Refused.ChangedMeanwhile),
            CancellationToken.None
        );

        CommandResult.Refused refused = Assert.IsType<CommandResult.Refused>(result);
        Assert.Equal(CommandResult.Refused.ChangedMeanwhile.Rule, refused.Rule);
        IReadOnlyList<Row<HumanTaskRecord>> tasks = await table.ListAsync<HumanTaskRecord>(Stream, TaskRows.Prefix, CancellationToken.None);
        Assert.NotEmpty(refused.Also);
        Assert.Equal(
            tasks
                .Where(task => task.Value.State == TaskState.Cancelled)
                .Select(task => new WakeUp(new TaskRef(Stream, task.Value.Id).InstanceId, HumanTask.Answered)),
            refused.Also
        );
    }

    private static async Task AskAsync(ProgrammeTable table, int tasks)
    {
        var unit = new UnitOfWork(Stream);
        foreach (int at in Enumerable.Range(0, tasks))
        {
            var task = new TaskRef(Stream, new TaskId($"2027-invite-{at:D2}"));
            unit.Add(
                task.RowKey,
                HumanTaskRecord.Ask(
                    task.Task,
                    MeetingTaskKinds.Invite,
                    TaskSubject.From(1),
                    1,
                    new AdministrationId("GH"),
                    [],
                    default,
                    default,
                    default
                )
            );
        }

        Assert.True(await table.TryCommitAsync(unit, CancellationToken.None));
    }
}
