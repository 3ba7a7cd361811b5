using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Multilateral.Delivery;

/// <summary>Officers' decisions on events: planning and cancelling them.</summary>
public sealed class DeliveryService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    EntryService entries,
    ExpertService experts,
    MailWriter writer,
    TimeProvider clock
)
{
    private static readonly CommandResult.Refused NotPlanned = new("no-such-event", "There is no such event that is still planned.");

    /// <returns>The event to begin; null where none was planned.</returns>
    public async Task<(CommandResult Result, EventRef? Begin)> PlanAsync(DeliveryEvent wanted, PersonId by, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        KnownEntries known = await KnownAsync(wanted, cancellation);
        if (DeliveryRules.Refuse(wanted, register, known, clock.UtcToday()) is { } problem)
        {
            return (problem, null);
        }

        DeliveryEvent planned = wanted with { State = DeliveryState.Planned };
        MailsOfStream? told = null;
        bool begun = await table.DecideAsync(
            async () =>
            {
                if (await planned.Ref.FindAsync(table, cancellation) is not null)
                {
                    return ((UnitOfWork?)null, false);
                }

                UnitOfWork unit = new UnitOfWork(planned.Ref.Stream)
                    .Add(DeliveryEvent.Row, planned)
                    .Record(
                        new AuditEntry(
                            planned.Expert is null ? AuditKind.EventPlanned : AuditKind.MissionBegun,
                            planned.Id,
                            by,
                            planned.Expert?.Value
                        )
                    );
                told = await TellExpertAsync(unit, planned, register, cancellation);
                return (unit, true);
            },
            cancellation
        );
        return begun
            ? (new CommandResult.Recorded(null) { Mails = told }, planned.Ref)
            : (new CommandResult.Refused("event-twice", "There is such an event already."), null);
    }

    /// <summary>Cancels the event: nobody is asked about it any more, and the workflow tells all who were invited.</summary>
    public async Task<CommandResult> CancelAsync(EventRef id, string reason, PersonId by, AsRead asRead, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return ReasonedChange.ReasonNeeded;
        }

        if (!EntryRules.IsSlug(id.Id))
        {
            return NotPlanned;
        }

        return await TaskEnding.CancelAllWithAsync(
            table,
            id.Stream,
            (by, clock.GetUtcNow()),
            async unit =>
            {
                if (await id.FindAsync(table, cancellation) is not { Value.State: DeliveryState.Planned } row)
                {
                    return NotPlanned;
                }

                if (TextRefusals.Refuse(TextBounds.Reason, reason) is { } longer)
                {
                    return longer;
                }

                if (!asRead.Fits(row))
                {
                    return CommandResult.Refused.ChangedMeanwhile;
                }

                unit.Replace(row, await CancelledAsync(row.Value, new EventCancellation(reason, by), cancellation))
                    .Record(new AuditEntry(AuditKind.EventCancelled, id.Id, by, reason));
                return new CommandResult.Recorded(null) { Also = [new WakeUp(id.InstanceId, Stages.Changed)] };
            },
            cancellation
        );
    }

    private async Task<DeliveryEvent> CancelledAsync(DeliveryEvent planned, EventCancellation why, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadNowAsync(cancellation);
        DateOnly today = clock.UtcToday();
        IEnumerable<PersonId> told = planned.Invited.SelectMany(home => register.Answering(home, today));
        return planned with
        {
            State = DeliveryState.Cancelled,
            Cancelled = why,
            Untold =
            [
                .. told.Union(await TaskPeople.ConcernedAsync(table, planned.Ref.Stream, register, today, cancellation))
                    .Union(planned.Expert is { } expert ? [expert] : [])
                    .Where(one => one != why.By),
            ],
        };
    }

    /// <summary>In the order of their days.</summary>
    public async Task<IReadOnlyList<Row<DeliveryEvent>>> ListAsync(CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<DeliveryEvent>(EventRef.Streams, DeliveryEvent.Row, cancellation))
                .OrderBy(row => row.Value.Start)
                .ThenBy(row => row.Value.Id, StringComparer.Ordinal),
        ];

    private async Task<KnownEntries> KnownAsync(DeliveryEvent wanted, CancellationToken cancellation) =>
        new(
            wanted.Initiative is null ? [] : await entries.InitiativesAsync(cancellation),
            wanted.Instrument is null ? [] : await entries.InstrumentsAsync(cancellation),
            wanted.Expert is null ? [] : await experts.ListAsync(cancellation)
        );

    private async Task<MailsOfStream?> TellExpertAsync(
        UnitOfWork unit,
        DeliveryEvent planned,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) =>
        planned.Expert is { } expert
        && await writer.WriteAsync(
            unit,
            new NewMail(new MissionTerms(planned, register.NamesOf(planned.Invited[0])), expert, $"{planned.Id}-terms-{expert}"),
            cancellation
        )
            is { } key
            ? new MailsOfStream(unit.Stream, [key])
            : null;
}
