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

/// <summary>
/// What differs from one kind of task to another: its mails, its page behind the link, how an answer is taken, who wrote what is decided.
/// A capability implements it and registers it; nothing else knows its kinds.
/// </summary>
internal interface ITaskKind
{
    TaskDefinition Definition { get; }

    /// <summary>What it is called in lists of what waits.</summary>
    Text Title { get; }

    /// <summary>What its mails are about and say.</summary>
    /// <param name="read">What was read together with the task; null for nothing.</param>
    Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    );

    /// <summary>What the link in its mails leads to.</summary>
    Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation);

    /// <summary>Why a task that takes no answers any more is closed, and what can still be done, for whoever answered too late.</summary>
    /// <returns>Null where nothing more is known than how the task itself ended.</returns>
    Task<IReadOnlyList<Text>?> ClosedBecauseAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => Task.FromResult<IReadOnlyList<Text>?>(null);

    /// <summary>Who wrote any part of what it asks a decision on, and so is not asked.</summary>
    Task<IReadOnlySet<PersonId>> AuthorsAsync(StreamId stream, HumanTaskRecord task, FoundRows? read, CancellationToken cancellation) =>
        Task.FromResult(TaskKinds.Nobody);

    /// <summary>Rows that are read in one call with the task; null where the task's name does not tell them.</summary>
    RowsBeside? RowsBeside(TaskRef task) => null;

    /// <summary>Workflows of open tasks that no other workflow waits for: the daily reconciliation starts what of them does not
    /// run.</summary>
    /// <param name="thorough">As in <see cref="IExpectedWork.FindAsync"/>.</param>
    Task<IReadOnlyList<ExpectedWork>> ExpectedAsync(bool thorough, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<ExpectedWork>>([]);

    /// <summary>Takes a reply that counts.</summary>
    /// <returns>Null: no reply answers it.</returns>
    Task<AnswerTaken?> TakeAsync(
        PersonReply reply,
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
    /// <summary>The same for every reader, without a form to fill in.</summary>
    /// <param name="link">Of its reminders; null where nothing can be done there.</param>
    public static TaskMatter Of(HumanTaskRecord task, About about, MailContent ask, Uri? link) =>
        new(about, _ => ask, (stage, _) => new Messaging.Letters.Reminder(stage, about, task.Due, task.Expires, link));
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
