using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>The Secretariat's list of messages that nothing was done with, and what officers do with them. Every act is audited, and each
/// message is handled once.</summary>
public sealed class QuarantineService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    ReceivedMailStore store,
    AnswerService answers,
    DiscardMails discards,
    TimeProvider clock
)
{
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<ReceivedMail>> ListAsync(CancellationToken cancellation) =>
        [
            .. (await table.ListAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.Prefix, cancellation))
                .Select(row => row.Value)
                .OrderByDescending(mail => mail.At)
                .ThenBy(mail => mail.MessageKey, StringComparer.Ordinal),
        ];

    /// <returns>Null where there is no such message. Its content is null where the POST could not be read as a message, or is gone by its
    /// retention time.</returns>
    public async Task<(ReceivedMail Mail, InboundMessage? Message)?> OpenAsync(string key, CancellationToken cancellation) =>
        IsKey(key) && await table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(key), cancellation) is { Value: var mail }
            ? (mail, (await store.FindMessageAsync(mail.Blob, cancellation))?.Message)
            : null;

    /// <summary>Open tasks that a message could be an answer to: those of plans, and others of the stream that it was sent to.</summary>
    /// <param name="sentTo">Null where the message names no task.</param>
    public async Task<IReadOnlyList<(TaskRef Task, HumanTaskRecord File)>> OpenTasksAsync(
        PersonId person,
        StreamId? sentTo,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        AdministrationId[] homes =
        [
            .. register.People.TryGetValue(person, out Person? known)
                ? known.Roles.Select(role => role.Administration).OfType<AdministrationId>().Distinct()
                : [],
        ];
        var tasks = new List<(TaskRef, HumanTaskRecord)>();
        StreamId[] plans =
        [
            .. register.Plans.Values.Where(plan => homes.Contains(plan.Administration)).Select(plan => StreamId.Of(plan.Id)),
        ];
        foreach (StreamId stream in sentTo is { } named ? plans.Append(named).Distinct() : plans)
        {
            foreach (Row<HumanTaskRecord> row in await table.ListAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation))
            {
                bool theirs = row.Value.IsForReaders
                    ? known is not null && IsOfReaders(known, row.Value)
                    : row.Value.AsksCoordinator && (plans.Contains(stream) || row.Value.People.Contains(person) || IsOf(homes, row.Value));
                if (theirs && row.Value.State is TaskState.Open or TaskState.Answered)
                {
                    tasks.Add((new TaskRef(stream, row.Value.Id), row.Value));
                }
            }
        }

        return [.. tasks.OrderBy(task => task.Item2.State).ThenByDescending(task => task.Item2.AskedAt)];
    }

    private static bool IsOf(AdministrationId[] homes, HumanTaskRecord task) => task.Administration is { } home && homes.Contains(home);

    /// <summary>Of what was issued to a donor: by that donor's readers.</summary>
    private static bool IsOfReaders(Person person, HumanTaskRecord task) =>
        person.Roles.Any(held => held.Role == Role.DonorReader && (task.Readers is null || held.Donor == task.Readers));

    /// <summary>An officer assigns the message to a person as that person's answer.</summary>
    /// <param name="task">Id of the task; null for the one that the message was sent to.</param>
    public async Task<(CommandResult Result, MailTaken Mail)> TreatAsAnswerAsync(
        string key,
        PersonId person,
        TaskId? task,
        PersonId officer,
        CancellationToken cancellation
    )
    {
        if (
            !IsKey(key)
            || await table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(key), cancellation) is not { Value: var mail }
        )
        {
            return (Refused("no-such-message", "There is no such message."), MailTaken.Nothing);
        }

        if (mail.State != QuarantineState.Waiting)
        {
            return (
                mail.HandledBy is { } by ? new CommandResult.Stale(by) : Refused("not-waiting", "The message does not wait for anything."),
                MailTaken.Nothing
            );
        }

        if (await store.FindMessageAsync(mail.Blob, cancellation) is not { } message)
        {
            return (Refused("unreadable-message", "The message cannot be read; ask the person to send it again."), MailTaken.Nothing);
        }

        IReadOnlyList<(TaskRef Task, HumanTaskRecord File)> tasks = await OpenTasksAsync(person, mail.TaskStream, cancellation);
        TaskId? wanted = task ?? mail.Task;
        if (
            tasks.FirstOrDefault(one => one.Task.Task == wanted) is not { Task: { } target, File: { } file }
            || (!file.People.Contains(person) && !await MayStandInAsync(person, cancellation))
        )
        {
            return (Refused("not-their-task", "This person has no such task that takes answers."), MailTaken.Nothing);
        }

        if (await MailClaims.TakeAsync(table, key, officer, clock.GetUtcNow(), cancellation) is { } other)
        {
            return (new CommandResult.Stale(other.HandledBy ?? other.Claim?.By ?? officer), MailTaken.Nothing);
        }

        AnswerTaken? taken = await TakeAsync(message, mail, target, person, cancellation);
        if (NotTaken(taken?.Outcome) is { } not)
        {
            await MailClaims.ReleaseAsync(table, key, officer, cancellation);
            return (not, MailTaken.Nothing);
        }

        return (
            await HandleAsync(
                key,
                QuarantineState.TreatedAsAnswer,
                AuditKind.MailTreatedAsAnswer,
                officer,
                $"{person} {target.Task}",
                cancellation
            ),
            taken!.Mail
        );
    }

    /// <returns>Null where it is too large.</returns>
    private async Task<AnswerTaken?> TakeAsync(
        ReceivedMessage message,
        ReceivedMail mail,
        TaskRef target,
        PersonId person,
        CancellationToken cancellation
    )
    {
        try
        {
            var decision = new TriageDecision(Verdict.NeedsPerson, mail.Reason, mail.MessageKey, target.Task, person, []);
            return await answers.TakeAsync(message, decision, target, mail.Blob, AnswerGrounds.Officer, cancellation);
        }
        catch (FactTooLargeException)
        {
            return null;
        }
    }

    private static CommandResult.Refused? NotTaken(AnswerOutcome? outcome) =>
        outcome switch
        {
            null => Refused(
                "too-large-a-message",
                "It holds more than can be taken at once. Ask the person to send it in parts, or discard it."
            ),
            AnswerOutcome.Overtaken => Refused(
                "later-answer-stands",
                "Later answers say otherwise, and they stand. If this one is right all the same, enter its figures on behalf of the administration; else discard it."
            ),
            AnswerOutcome.Closed => Refused("task-closed", TriageReasons.Text(TriageReasons.TaskClosed).En),
            AnswerOutcome.NotUnderstood => Refused(
                "nothing-understood",
                "Nothing in it can be read as an answer. Ask the person to send it in the form, or discard it."
            ),
            _ => null,
        };

    /// <param name="reason">Goes to a sender who waits for something, and may only then not be left out.</param>
    public Task<CommandResult> DiscardAsync(string key, PersonId officer, string? reason, CancellationToken cancellation) =>
        TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer
            ? Task.FromResult<CommandResult>(longer)
            : HandleAsync(
                key,
                QuarantineState.Discarded,
                AuditKind.MailDiscarded,
                officer,
                string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
                cancellation
            );

    /// <summary>Seals a message that may be an allegation: from now on only those responsible for integrity can open it, and it never
    /// enters a report.</summary>
    public Task<CommandResult> SealAsync(string key, PersonId officer, CancellationToken cancellation) =>
        HandleAsync(key, QuarantineState.Sealed, AuditKind.MailSealed, officer, null, cancellation);

    private Task<CommandResult> HandleAsync(
        string key,
        QuarantineState state,
        AuditKind kind,
        PersonId officer,
        string? reason,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (
                    !IsKey(key)
                    || await table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(key), cancellation) is not { } row
                )
                {
                    return ((UnitOfWork?)null, Refused("no-such-message", "There is no such message."));
                }

                // what was thrown away or taken for a machine's may turn out to be an allegation
                bool may =
                    row.Value.State == QuarantineState.Waiting
                    || (state == QuarantineState.Sealed && row.Value.State is QuarantineState.None or QuarantineState.Discarded);
                if (!may)
                {
                    return (
                        null,
                        row.Value.State == state ? new CommandResult.Recorded(null)
                        : row.Value.HandledBy is { } by ? new CommandResult.Stale(by)
                        : Refused("not-waiting", "The message does not wait for anything.")
                    );
                }

                // it is just being taken as an answer, which is committed elsewhere
                if (row.Value.Claim is { } claim && state != QuarantineState.TreatedAsAnswer && claim.Holds(clock.GetUtcNow()))
                {
                    return (null, new CommandResult.Stale(claim.By));
                }

                bool tells = state == QuarantineState.Discarded && DiscardMails.IsAwaited(row.Value);
                if (tells && reason is null)
                {
                    return (null, Refused("reason-needed", "This needs a reason: its sender waits for an answer and is told."));
                }

                UnitOfWork unit = new UnitOfWork(StreamId.Inbox)
                    .Replace(row, row.Value with { State = state, HandledBy = officer, Claim = null })
                    .Record(new AuditEntry(kind, key, officer, reason));
                MailsOfStream? told = tells ? await discards.TellAsync(unit, row.Value, reason!, cancellation) : null;
                return (unit, new CommandResult.Recorded(null) { Mails = told });
            },
            cancellation
        );

    private async Task<bool> MayStandInAsync(PersonId person, CancellationToken cancellation) =>
        (await directory.ReadAsync(cancellation)).People.TryGetValue(person, out Person? known) && MayAnswer(known);

    /// <summary>Whether somebody may be the author of a message that is taken as an answer.</summary>
    public static bool MayAnswer(Person person) =>
        person.Roles.Any(role =>
            role.Role is Role.Coordinator or Role.Alternate or Role.HeadOfCustoms or Role.Contributor or Role.DonorReader
        );

    private static CommandResult.Refused Refused(string rule, string why) => new CommandResult.Refused(rule, why);

    private static bool IsKey(string key) => key.Length is 40 or 64 && key.All(char.IsAsciiHexDigitLower);
}
