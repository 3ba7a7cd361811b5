using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>What distinguishes one kind of task from another: its mails, the page behind its link, how an answer is taken, and who wrote
/// what is to be decided. A capability implements and registers it; no other code knows the kinds.</summary>
internal interface ITaskKind
{
    TaskDefinition Definition { get; }

    /// <summary>The task's title in lists of open tasks.</summary>
    Text Title { get; }

    /// <summary>The subject matter and wording of its mails.</summary>
    /// <param name="read">What was read together with the task; null for nothing.</param>
    Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    );

    /// <summary>What the link in its mails opens.</summary>
    Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation);

    /// <summary>For a person who answers too late: why the task takes no more answers, and what can still be done.</summary>
    /// <returns>Null where nothing more is known than how the task itself ended.</returns>
    Task<IReadOnlyList<Text>?> ClosedBecauseAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<Text>?>(null);

    /// <summary>Everybody who wrote any part of what is to be decided and therefore is not asked.</summary>
    Task<IReadOnlySet<PersonId>> AuthorsAsync(StreamId stream, HumanTaskRecord task, FoundRows? read, CancellationToken cancellation) =>
        Task.FromResult(TaskKinds.Nobody);

    /// <summary>Rows to read in the same call as the task; null if the task's name does not identify them.</summary>
    RowsBeside? RowsBeside(TaskRef task) => null;

    /// <summary>Workflows of open tasks that no other workflow waits for. The daily reconciliation starts those that are not
    /// running.</summary>
    /// <param name="thorough">As in <see cref="IExpectedWork.FindAsync"/>.</param>
    Task<IReadOnlyList<ExpectedWork>> ExpectedAsync(bool thorough, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ExpectedWork>>([]);

    /// <summary>Takes a reply that counts.</summary>
    /// <returns>Null: no reply answers it.</returns>
    Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => Task.FromResult<AnswerTaken?>(null);

    /// <summary>What a reply would be understood to say, for its sender to confirm.</summary>
    /// <returns>Null: no reply answers it.</returns>
    Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    ) => Task.FromResult<UnderstoodAnswer?>(null);
}

/// <param name="Ask">The first mail, in a language.</param>
/// <param name="Remind">A later one.</param>
/// <param name="Workbook">Goes with the first mail; null for none.</param>
internal sealed record TaskMatter(
    About About,
    Func<Language, MailContent> Ask,
    Func<ReminderStage, Language, MailContent> Remind,
    Func<Language, Task<MailAttachment>>? Workbook = null
)
{
    /// <summary>A matter that is the same for every reader and has no form to fill in.</summary>
    /// <param name="link">Of its reminders; null where nothing can be done there.</param>
    public static TaskMatter Of(HumanTaskRecord task, About about, MailContent ask, Uri? link) =>
        new(about, _ => ask, (stage, _) => new Reminder(stage, about, task.Due, task.Expires, link));
}

/// <param name="Keys">Of single rows.</param>
/// <param name="Prefixes">Of all rows that a step of the task needs.</param>
/// <param name="MorePrefixes">And of those that an answer needs besides.</param>
internal sealed record RowsBeside(IReadOnlyList<string> Keys, IReadOnlyList<string> Prefixes, IReadOnlyList<string> MorePrefixes);

/// <param name="Submits">True: it asks to be handed in.</param>
internal sealed record UnderstoodAnswer(
    About About,
    IReadOnlyList<UnderstoodLine> Understood,
    IReadOnlyList<UnclearLine> Unclear,
    IReadOnlyList<FileLine> Files,
    bool Submits
);
