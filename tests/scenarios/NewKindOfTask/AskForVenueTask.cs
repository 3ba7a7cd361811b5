using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Tests.Scenarios.NewKindOfTask;

/// <summary>A kind of task that the programme does not know: where shall the workshop be? All of it is here, and in the line that registers
/// it.</summary>
internal sealed class AskForVenueTask(ProgrammeTable table, MailWriter writer, ReplyEnding ending, TimeProvider clock) : ITaskKind
{
    public TaskDefinition Definition { get; } = TaskDefinition.OfCoordinator("AskForVenue");

    public Text Title { get; } = Text.Of("Find a venue", "Trouver un lieu", "Buscar un lugar");

    public Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        About.Plan about = AboutIt(task, register);
        return Task.FromResult(
            new TaskMatter(
                about,
                _ => new PlanReviewTask(about, Closing: false, task.Due),
                (stage, _) => new Reminder(stage, about, task.Due, task.Expires, writer.TaskLink)
            )
        );
    }

    public Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        LinkedTask linked = opening.Linked(AboutIt(opening.Task, opening.Register), ProgrammeZone.Name, opening.Task.Expires);
        return Task.FromResult<TaskLink>(
            opening.Task.State == TaskState.Open ? new TaskLink.ByReply(linked) : new TaskLink.Closed(linked, LinkClosed.HandedIn)
        );
    }

    public async Task<IReadOnlyList<ExpectedWork>> ExpectedAsync(bool thorough, CancellationToken cancellation)
    {
        var stream = StreamId.Of(new PlanId("af-2026"));
        return
        [
            .. from row in await table.ListAsync<HumanTaskRecord>(stream, $"{TaskRows.Prefix}af-2026-venue-", cancellation)
            where row.Value.State == TaskState.Open
            let task = new TaskRef(stream, row.Value.Id)
            select new ExpectedWork(nameof(HumanTask), task, task.InstanceId, []),
        ];
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        About.Plan about = AboutIt(task, register);
        MailTaken taken = await table.DecideAsync(
            async () =>
            {
                var unit = new UnitOfWork(reply.Task.Stream);
                await TaskEnding.AnswerAsync(table, unit, reply.Task, reply.From.Id, clock.GetUtcNow(), cancellation);
                return (
                    (UnitOfWork?)unit,
                    await ending.FinishAsync(
                        unit,
                        reply,
                        new ReplyResult(
                            [(reply.From.Id, new FindingsTaken(about, reply.Message.Text ?? "", task.Expires), "answer")],
                            Ends: true,
                            task.Expires
                        ),
                        cancellation
                    )
                );
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }

    private static About.Plan AboutIt(HumanTaskRecord task, ProgrammeRegister register) =>
        new About.Plan(register.Administrations[task.Administration!.Value].Names, "Workshop");
}
