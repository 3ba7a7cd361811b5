using System.Globalization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Writes the mails that are due, in their readers' languages: which mail each is (the question, a reminder, an escalation) and
/// what it says of the task. When they go is in <see cref="TaskReminders"/>; their wording, in Messaging/Letters.</summary>
public sealed class TaskMails(TaskKinds kinds, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <summary>Writes the first mail: what is asked, with the form.</summary>
    /// <param name="read">What was read together with the task; null for nothing.</param>
    /// <param name="step">Names the mails: who is asked again after others were has the first mail already.</param>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> AskAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        IReadOnlyList<PersonId> people,
        FoundRows? read,
        CancellationToken cancellation,
        string step = "ask"
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(task.Administration, cancellation);
        TaskMatter matter = await kinds.Of(task.Kind).MatterAsync(unit.Stream, task, read, register, cancellation);
        return await WriteAsync(
            unit,
            task,
            people,
            new StepMail(step, language => matter.Ask(language) with { PassedFor = task.MovedFor }, task.AsksCoordinator)
            {
                Workbook = matter.Workbook,
            },
            register,
            cancellation
        );
    }

    /// <summary>Writes a later mail: a reminder to those asked, or a notice of it to others.</summary>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> RemindAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        PlannedReminder reminder,
        TaskPeople people,
        FoundRows? read,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(task.Administration, cancellation);
        TaskMatter matter = await kinds.Of(task.Kind).MatterAsync(unit.Stream, task, read, register, cancellation);
        string step = task.Extended == 0 ? reminder.Step.Code : $"{reminder.Step.Code}-x{task.Extended}";
        if (reminder.To == people.Asks)
        {
            return await WriteAsync(
                unit,
                task,
                people.Asked,
                new StepMail(step, language => matter.Remind(Stage(reminder.Step), language), task.AsksCoordinator),
                register,
                cancellation
            );
        }

        Text? asked = NamesOf(people.Asked, register);
        EscalatedTo to = reminder.To switch
        {
            Audience.Alternate when task.Named is not null => EscalatedTo.Coordinator,
            Audience.Alternate => task.MovedTo is null ? EscalatedTo.Alternate : EscalatedTo.Instead,
            Audience.HeadOfCustoms => EscalatedTo.Head,
            _ => EscalatedTo.Officer,
        };
        var escalation = new Escalation(to, matter.About, asked, task.Due, task.Expires, writer.TaskLink);
        // who was asked, and was moved aside since, may have had this step as a reminder
        string told = $"{step}-{reminder.To.ToString().ToLowerInvariant()}";
        return await WriteAsync(unit, task, people.In(reminder.To), new StepMail(told, _ => escalation, false), register, cancellation);
    }

    /// <summary>Writes a reminder in an officer's words.</summary>
    /// <param name="step">Names it.</param>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> RemindAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        IReadOnlyList<PersonId> people,
        string step,
        string words,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(task.Administration, cancellation);
        TaskMatter matter = await kinds.Of(task.Kind).MatterAsync(unit.Stream, task, null, register, cancellation);
        ReminderStage stage = clock.GetUtcNow() > task.Due ? ReminderStage.Overdue : ReminderStage.First;
        return await WriteAsync(unit, task, people, new StepMail(step, InTheirWords, task.AsksCoordinator), register, cancellation);

        MailContent InTheirWords(Language language) =>
            matter.Remind(stage, language) is Reminder reminder ? reminder with { Words = words } : matter.Remind(stage, language);
    }

    /// <summary>Tells those who were asked that an officer asks others from now on.</summary>
    /// <param name="task">As it is from now on.</param>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> TellMovedAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        IReadOnlyList<PersonId> before,
        IReadOnlyList<PersonId> others,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(task.Administration, cancellation);
        TaskMatter matter = await kinds.Of(task.Kind).MatterAsync(unit.Stream, task, null, register, cancellation);
        var moved = new Escalation(EscalatedTo.Before, matter.About, NamesOf(others, register), task.Due, task.Expires, writer.TaskLink)
        {
            Words = task.MovedFor,
        };
        string step = string.Create(CultureInfo.InvariantCulture, $"moved-{clock.GetUtcNow():yyyyMMddHHmmssfffffff}");
        return await WriteAsync(unit, task, before, new StepMail(step, _ => moved, task.AsksCoordinator), register, cancellation);
    }

    private static Text? NamesOf(IReadOnlyList<PersonId> people, ProgrammeRegister register)
    {
        string[] names = [.. people.Where(register.People.ContainsKey).Select(Placeholders.NameOf)];
        return names.Length == 0 ? null : Text.For(language => language.List(names));
    }

    /// <summary>Tells the officers that nobody is left who may decide, or answer, and that somebody is needed.</summary>
    /// <returns>Keys of the mails that the unit now holds.</returns>
    internal async Task<IReadOnlyList<string>> TellNobodyAnswersAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        ProgrammeRegister register,
        FoundRows? read,
        CancellationToken cancellation
    )
    {
        TaskMatter matter = await kinds.Of(task.Kind).MatterAsync(unit.Stream, task, read, register, cancellation);
        MailContent content = task.AsksCoordinator
            ? new Escalation(EscalatedTo.Officer, matter.About, null, task.Due, task.Expires, writer.Page("people"))
            : new NobodyDecides(matter.About, writer.Page("people"));
        int time = task.Steps.Count(step => step.Key == NobodyLeft.Step) + 1;
        return await WriteAsync(
            unit,
            task,
            register.Holding(Role.ProgrammeOfficer, clock.UtcToday()),
            new StepMail($"{NobodyLeft.Step}-{time}", _ => content, false),
            register,
            cancellation
        );
    }

    private async Task<IReadOnlyList<string>> WriteAsync(
        UnitOfWork unit,
        HumanTaskRecord task,
        IReadOnlyList<PersonId> people,
        StepMail mail,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var about = new TaskRef(unit.Stream, task.Id);
        var keys = new List<string>();
        foreach (PersonId person in people.Where(register.People.ContainsKey))
        {
            Language language = register.People[person].Language;
            MailContent written = mail.Content(language);
            IReadOnlyList<MailAttachment>? attached = mail.Workbook is null ? null : [await mail.Workbook(language)];
            if (
                await writer.WriteAsync(
                    unit,
                    new NewMail(written, person, $"{task.Id}-{mail.Step}-{person}")
                    {
                        Task = about,
                        Until = task.Expires,
                        TakesReply = mail.TakesReply,
                        Attachments = attached,
                    },
                    cancellation
                ) is
                { } key
            )
            {
                keys.Add(key);
            }
        }

        return keys;
    }

    private static ReminderStage Stage(ReminderStep step) =>
        (step.Anchor, step.WorkingDays) switch
        {
            (ReminderAnchor.Due, > 0) => ReminderStage.Overdue,
            (ReminderAnchor.Due, <= -7) => ReminderStage.First,
            _ => ReminderStage.Later,
        };

    /// <param name="Step">Part of the mail's key: one mail a step and person.</param>
    private sealed record StepMail(string Step, Func<Language, MailContent> Content, bool TakesReply)
    {
        public Func<Language, Task<MailAttachment>>? Workbook { get; init; }
    }
}
