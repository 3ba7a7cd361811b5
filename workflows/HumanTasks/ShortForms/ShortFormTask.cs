using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.ShortForms;

/// <summary>A kind of task that is a short form. A capability defines the questions and the consequences of the answer; mail, page and
/// acknowledgement are the same for all.</summary>
internal abstract class ShortFormTask(ShortFormService forms, ProgrammeDirectory directory) : ITaskKind
{
    public abstract TaskDefinition Definition { get; }

    public abstract Text Title { get; }

    /// <summary>The questions.</summary>
    protected abstract Task<ShortForm> FormAsync(
        StreamId stream,
        HumanTaskRecord task,
        ProgrammeRegister register,
        CancellationToken cancellation
    );

    /// <summary>Where files that come with an answer are stored; null if none are accepted, which senders are told.</summary>
    internal virtual IAnswerFiles? Files => null;

    /// <summary>Files what came with an answer that is not yet complete and therefore not yet taken.</summary>
    /// <returns>False: they cannot be taken as things stand.</returns>
    internal virtual Task<bool> FiledAsync(UnitOfWork unit, ShortFormAnswer answer, CancellationToken cancellation) =>
        Task.FromResult(false);

    /// <summary>Adds whatever must be committed together with a complete answer.</summary>
    /// <param name="before">What was answered earlier; null for nothing.</param>
    /// <returns>False: it cannot be taken as things stand.</returns>
    internal virtual Task<bool> TakenAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ShortFormAnswer answer,
        ShortFormAnswer? before,
        CancellationToken cancellation
    ) => Task.FromResult(true);

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ShortForm form = await FormAsync(stream, task, register, cancellation);
        var ask = new AskShortForm(form, task.Due, forms.TaskLink, task.AsksCoordinator);
        return new TaskMatter(
            form.About,
            _ => ask,
            (stage, language) =>
                new Reminder(stage, form.About, task.Due, task.Expires, forms.TaskLink, ask.Form(language)) { HandsInItself = true }
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        ShortForm form = await FormAsync(opening.Stream, opening.Task, opening.Register, cancellation);
        string zone =
            opening.Task.Administration is { } home && opening.Register.Administrations.TryGetValue(home, out Administration? known)
                ? known.TimeZone
                : ProgrammeZone.Name;
        LinkedTask linked = opening.Linked(form.About, zone, opening.Task.Expires);
        bool may = opening.Task.Administration is { } own && opening.Task.AsksCoordinator ? opening.MayAnswer(own) : opening.IsAsked;
        return opening.IsOver ? new TaskLink.Closed(linked, LinkClosed.Expired)
            : may
                ? new ShortFormLink(
                    linked,
                    await forms.DraftAsync(opening, cancellation),
                    form,
                    (await forms.FindAsync(opening.Holder.Task, cancellation))?.Value
                )
            : new TaskLink.Elsewhere(linked, null);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        ShortForm form = await FormAsync(reply.Task.Stream, task, register, cancellation);
        var read = ShortFormReply.Read(form, reply.Message, reply.From.Language, Files is not null);
        await (Files is { } keeper && read.Files.Kept.Count > 0 ? keeper.StoreAsync(read.Files.Kept, cancellation) : Task.CompletedTask);
        return await forms.TakeAsync(reply, task, form, read, cancellation);
    }

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    )
    {
        ShortForm form = await FormAsync(task.Stream, file, await directory.ReadAsync(cancellation), cancellation);
        var read = ShortFormReply.Read(form, message, person.Language, Files is not null);
        return new UnderstoodAnswer(
            form.About,
            ShortFormLines.Understood(form, read.Values, person.Language),
            read.Unclear,
            read.Files.Lines,
            form.Missing(read.Values).Count == 0
        );
    }
}
