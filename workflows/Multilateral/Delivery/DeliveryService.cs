using ACip.Workflows.Audit;
using ACip.Workflows.Events;
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
    private const int LongestTitle = 200,
        LongestPlace = 200,
        MostInvited = 80;

    private static readonly CommandResult.Refused NotPlanned = new("no-such-event", "There is no such event that is still planned.");

    /// <returns>The event to begin; null where none was planned.</returns>
    public async Task<(CommandResult Result, EventRef? Begin)> PlanAsync(DeliveryEvent wanted, PersonId by, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (await ProblemAsync(wanted, register, cancellation) is { } problem)
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

    /// <summary>Cancels the event: nobody is asked about it any more.</summary>
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

                unit.Replace(row, row.Value with { State = DeliveryState.Cancelled })
                    .Record(new AuditEntry(AuditKind.EventCancelled, id.Id, by, reason));
                return new CommandResult.Recorded(null) { Also = [new WakeUp(id.InstanceId, Stages.Changed)] };
            },
            cancellation
        );
    }

    /// <summary>In the order of their days.</summary>
    public async Task<IReadOnlyList<Row<DeliveryEvent>>> ListAsync(CancellationToken cancellation) =>
        [
            .. (await table.ListOfAllAsync<DeliveryEvent>(EventRef.Streams, DeliveryEvent.Row, cancellation))
                .OrderBy(row => row.Value.Start)
                .ThenBy(row => row.Value.Id, StringComparer.Ordinal),
        ];

    private async Task<CommandResult.Refused?> ProblemAsync(
        DeliveryEvent wanted,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        bool mission = wanted.Kind == DeliveryKind.ExpertMission;
        (bool Wrong, string Rule, string Why)[] rules =
        [
            (!EntryRules.IsSlug(wanted.Id), "not-a-slug", "An id has small letters, digits and hyphens only, at most 40."),
            (
                EntryRules.Words("title", wanted.Title, LongestTitle).Concat(EntryRules.Words("place", wanted.Place, LongestPlace)).Any(),
                "event-words",
                "An event has a title and a place."
            ),
            (
                EntryRules.Days("end", wanted.Start, wanted.End).Any()
                    || wanted.Start < DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
                "event-days",
                "An event ends after it begins, and is planned before."
            ),
            (
                wanted.Invited.Count is 0 or > MostInvited
                    || wanted.Invited.Distinct().Count() < wanted.Invited.Count
                    || EntryRules.Known(wanted.Invited, register).Any(),
                "event-invited",
                "Invite administrations of the programme, each once."
            ),
            (!wanted.Themes.IsSound, "no-such-theme", "Key factors 1 to 10, articles 1 to 71 and targets of SDG 16 only."),
            (
                wanted.Initiative is { } initiative && !(await entries.InitiativesAsync(cancellation)).Any(one => one.Id == initiative),
                "no-such-initiative",
                "There is no such initiative."
            ),
            (
                wanted.Instrument is { } instrument && !(await entries.InstrumentsAsync(cancellation)).Any(one => one.Id == instrument),
                "no-such-instrument",
                "There is no such instrument."
            ),
            (
                mission != wanted.Expert is not null || mission == string.IsNullOrWhiteSpace(wanted.Terms),
                "mission-terms",
                "An expert mission, and nothing else, has an expert and terms of reference."
            ),
            (
                wanted.Expert is { } expert && !(await experts.ListAsync(cancellation)).Any(one => one.Person == expert),
                "no-such-expert",
                "Nobody of the pool has this id."
            ),
        ];
        return TextRefusals.Refuse(TextBounds.Reason, wanted.Terms)
            ?? rules.Where(rule => rule.Wrong).Select(rule => new CommandResult.Refused(rule.Rule, rule.Why)).FirstOrDefault();
    }

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
