using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Takes a message that counts as an answer. What it says, its files, its acknowledgement and the record of its arrival are one
/// commit.</summary>
public sealed class AnswerService(ProgrammeTable table, ProgrammeDirectory directory, TaskKinds kinds, ReplyEnding ending)
{
    /// <summary>How many times a round asks the sender back before a person takes over.</summary>
    public const int MostQuestionsBack = 2;

    /// <summary>Reads the task, what an answer to it needs, and whether the message was received before. This is one call if the task's
    /// name tells what it is about.</summary>
    internal Task<FoundRows?> ReadAsync(TaskRef task, string messageKey, CancellationToken cancellation) =>
        kinds.ReadForAnswerAsync(table, task, [ReceivedMail.RowKey(messageKey)], cancellation);

    /// <param name="grounds">Why it counts.</param>
    /// <param name="received">Counts as of when it arrived, whenever it is worked on.</param>
    /// <param name="rows">What <see cref="ReadAsync(TaskRef, string, CancellationToken)"/> has just found; null: not yet.</param>
    public async Task<AnswerTaken> TakeAsync(
        ReceivedMessage received,
        TriageDecision decision,
        TaskRef task,
        string blob,
        AnswerGrounds grounds,
        CancellationToken cancellation,
        FoundRows? rows = null
    )
    {
        rows ??= await ReadAsync(task, decision.Key, cancellation);
        HumanTaskRecord file = (rows?.Find<HumanTaskRecord>(task.RowKey) ?? await TaskRows.FindAsync(table, task, cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadForAsync(decision.Person!.Value, file.Administration, cancellation);
        var reply = new TaskReply(
            received.Message,
            decision,
            task,
            blob,
            register.People[decision.Person!.Value],
            grounds,
            received.Arrived
        );
        return await kinds.Of(file.Kind).TakeAsync(reply, file, rows, register, cancellation)
            ?? await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
    }
}
