using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>Keeps messages that must not be acted upon automatically and shows them to the Secretariat with the reason.</summary>
public sealed class QuarantineIntake(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    MailWriter writer,
    MailLimits limits,
    TaskKinds kinds,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    public async Task<MailTaken> KeepAsync(
        InboundMessage message,
        TriageDecision decision,
        TaskRef? task,
        string blob,
        CancellationToken cancellation
    ) => await KeepAsync(Quarantined.Of(message, decision, task, blob) with { Sender = SenderOf(message) }, cancellation);

    /// <summary>Keeps a POST that is not even a message.</summary>
    public async Task<MailTaken> KeepUnreadableAsync(string blob, CancellationToken cancellation) =>
        await KeepAsync(Quarantined.Unread(blob, TriageReasons.Flawed) with { Sender = "unreadable" }, cancellation);

    /// <summary>Keeps a message that could not be read without an error. Nothing is known of it except that it arrived.</summary>
    public async Task<MailTaken> KeepUnprocessedAsync(string blob, CancellationToken cancellation) =>
        await KeepAsync(Quarantined.Unread(blob, TriageReasons.NotProcessed) with { Sender = "unprocessed" }, cancellation);

    /// <summary>Lists a message that waits for its sender's confirmation. Nobody is notified.</summary>
    public async Task ListAsync(
        InboundMessage message,
        TriageDecision decision,
        TaskRef task,
        string blob,
        CancellationToken cancellation
    ) => await KeepAsync(Quarantined.Of(message, decision, task, blob), cancellation);

    /// <summary>Takes a message off the list because it counts as an answer by now.</summary>
    public Task SettleAsync(string key, PersonId by, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
                await table.FindAsync<ReceivedMail>(StreamId.Inbox, ReceivedMail.RowKey(key), cancellation)
                    is { Value.State: QuarantineState.Waiting } row
                    ? (
                        new UnitOfWork(StreamId.Inbox)
                            .Replace(row, row.Value with { State = QuarantineState.TreatedAsAnswer, HandledBy = by })
                            .Record(new AuditEntry(AuditKind.SenderConfirmed, key, by, row.Value.Reason)),
                        true
                    )
                    : ((UnitOfWork?)null, false),
            cancellation
        );

    /// <summary>Identifies the claimed sender by a keyed hash, which reveals nobody without the secret.</summary>
    internal string SenderOf(InboundMessage message) =>
        KeyedHash.Hex(
            Encoding.UTF8.GetBytes(options.Value.TokenSecret),
            "acip sender 1",
            string.Join('\n', message.From).ToLowerInvariant()
        )[..24];

    private Task<MailTaken> KeepAsync(Quarantined mail, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                if (await WasTakenAsync(mail, cancellation) is { } before)
                {
                    return (null, before);
                }

                DateTimeOffset now = clock.GetUtcNow();
                var unit = new UnitOfWork(StreamId.Inbox);
                bool waits = mail.Verdict is not Verdict.Ignore;
                IReadOnlyList<string> told = waits ? await TellAsync(unit, mail, now, cancellation) : [];
                MailTaken taken = told.Count == 0 ? MailTaken.Nothing : new MailTaken(null, [new MailsOfStream(unit.Stream, told)]);
                unit.Add(
                        ReceivedMail.RowKey(mail.Key),
                        new ReceivedMail(
                            mail.Key,
                            mail.Blob,
                            now,
                            mail.Verdict.ToString(),
                            mail.Reason,
                            mail.Task?.Task,
                            mail.Person,
                            taken,
                            waits ? QuarantineState.Waiting : QuarantineState.None,
                            TaskStream: mail.Task?.Stream
                        )
                    )
                    .Record(new AuditEntry(AuditKind.MailSetAside, mail.Key, mail.Person, mail.Reason, mail.Digest));
                return ((UnitOfWork?)unit, taken);
            },
            cancellation
        );

    /// <summary>Whether the message was quarantined before, taken for its task before, or taken just now by an earlier run of this
    /// activity: the mail that closed the task may be this very one.</summary>
    private async Task<MailTaken?> WasTakenAsync(Quarantined mail, CancellationToken cancellation)
    {
        string row = ReceivedMail.RowKey(mail.Key);
        return await table.FindAsync<ReceivedMail>(StreamId.Inbox, row, cancellation) is { Value: var before } ? before.Taken
            : mail is { Verdict: Verdict.NeedsPerson, Task: { } task }
            && await table.FindAsync<ReceivedMail>(task.Stream, row, cancellation)
                is { Value: { State: not QuarantineState.Waiting } answered }
                ? answered.Taken
            : null;
    }

    private async Task<IReadOnlyList<string>> TellAsync(
        UnitOfWork unit,
        Quarantined mail,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        mail.Sender is not { } sender
            ? []
            :
            [
                .. await limits.TryCountAsync(unit, "alert", sender, now, cancellation)
                    ? await AlertAsync(unit, mail.Key, mail.Reason, now, cancellation)
                    : [],
                .. await TellSenderAsync(unit, mail, now, cancellation),
            ];

    /// <summary>Integrity officers; while there are none, programme officers, who may handle such mail too.</summary>
    internal static IReadOnlyList<PersonId> Alerted(ProgrammeRegister register, DateOnly today) =>
        register.Holding(Role.IntegrityOfficer, today) is { Count: > 0 } officers
            ? officers
            : register.Holding(Role.ProgrammeOfficer, today);

    private async Task<IReadOnlyList<string>> AlertAsync(
        UnitOfWork unit,
        string key,
        string reason,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        var keys = new List<string>();
        foreach (PersonId officer in Alerted(register, DateOnly.FromDateTime(now.UtcDateTime)))
        {
            if (
                await writer.WriteAsync(
                    unit,
                    new NewMail(new NeedsPerson(reason, null, now, writer.Page($"mail/{key}")), officer, $"aside-{key[..24]}-{officer}"),
                    cancellation
                ) is
                { } mail
            )
            {
                keys.Add(mail);
            }
        }

        return keys;
    }

    /// <summary>Whether the sender of an answer that waits for a person is told so.</summary>
    internal static bool TellsSender(string reason) =>
        reason
            is TriageReasons.TaskClosed
                or TriageReasons.ExpiredToken
                or TriageReasons.Question
                or TriageReasons.StillUnclear
                or TriageReasons.ChangedOften
                or TriageReasons.Flawed
                or TriageReasons.Encrypted
                or TriageReasons.TooLarge
                or TriageReasons.NotProcessed;

    /// <summary>Tells the registered address of a person who was asked, at most once per task and reason: otherwise an automatic responder
    /// that is not recognised as one would be answered without end.</summary>
    private async Task<IReadOnlyList<string>> TellSenderAsync(
        UnitOfWork unit,
        Quarantined mail,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        string reason = mail.Reason;
        if (mail is not { Verdict: Verdict.NeedsPerson, Person: { } sender, Task: { } task } || !TellsSender(reason))
        {
            return [];
        }

        string key = $"passed-on-{task.Task}-{sender}-{reason}";
        return
            await table.FindAsync<OutgoingMail>(unit.Stream, OutgoingMail.RowKey(key), cancellation) is null
            && await writer.WriteAsync(
                unit,
                new NewMail(
                    new PassedOn(
                        reason is TriageReasons.StillUnclear or TriageReasons.ChangedOften or TriageReasons.Question ? null : reason,
                        now
                    )
                    {
                        Because = reason is TriageReasons.TaskClosed or TriageReasons.ExpiredToken
                            ? await ClosedBecauseAsync(task, cancellation)
                            : [],
                    },
                    sender,
                    key
                ),
                cancellation
            )
                is not null
            ? [key]
            : [];
    }

    private async Task<IReadOnlyList<Text>> ClosedBecauseAsync(TaskRef task, CancellationToken cancellation) =>
        await TaskRows.FindAsync(table, task, cancellation) is not { Value: var file }
            ? []
            : await kinds
                .Of(file.Kind)
                .ClosedBecauseAsync(task.Stream, file, await directory.ReadForAsync(file.Administration, cancellation), cancellation)
                ?? await EndOfAsync(file, cancellation);

    private async Task<IReadOnlyList<Text>> EndOfAsync(HumanTaskRecord task, CancellationToken cancellation)
    {
        string zone =
            task.Administration is { } own && (await directory.ReadAsync(cancellation)).Administrations.TryGetValue(own, out var home)
                ? home.TimeZone
                : ProgrammeZone.Name;
        return TaskClosureWords.Cause(task, Placeholders.NameOf, zone, clock.GetUtcNow()) is { } cause ? [cause] : [];
    }

    /// <summary>What is known of a message in quarantine.</summary>
    private sealed record Quarantined(string Key, Verdict Verdict, string Reason, PersonId? Person, TaskRef? Task, string Blob)
    {
        public string? Digest { get; init; }

        /// <summary>The sender by whom alerts are counted; null if nobody is to be notified.</summary>
        public string? Sender { get; init; }

        public static Quarantined Of(InboundMessage message, TriageDecision decision, TaskRef? task, string blob) =>
            new(decision.Key, decision.Verdict, decision.Reason, decision.Person, task, blob) { Digest = message.BodyDigest() };

        public static Quarantined Unread(string blob, string reason) => new(blob, Verdict.NeedsPerson, reason, null, null, blob);
    }
}
