using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.Multilateral.Delivery;

public sealed class DeliveryActivities(ProgrammeTable table, TaskAsking asking, MailsToMany mails, TimeProvider clock)
{
    /// <summary>Answers are requested a week before an event and ten days after it, and accepted for another month.</summary>
    private const int DaysBefore = 7,
        DaysAfter = 10,
        DaysTaken = 40;

    /// <summary>Returns what an event waits for.</summary>
    [Function(nameof(TakeEventStep))]
    public async Task<Stage> TakeEventStep([ActivityTrigger] EventRef id, CancellationToken cancellation)
    {
        DeliveryEvent held =
            (await id.FindAsync(table, cancellation))?.Value ?? throw new InvalidOperationException($"There is no event {id.Id}.");
        if (held.State != DeliveryState.Planned)
        {
            await TellCancelledAsync(held, cancellation);
            return Stage.Over;
        }

        DateOnly today = clock.UtcToday();
        if (today < held.Start)
        {
            IReadOnlyList<TaskAsked> invited = await asking.AskAsync(
                id.Stream,
                DeliveryTaskKinds.Register,
                [.. held.Invited.Select(one => new TaskWanted(id.RegistrationOf(one), held.Id, one))],
                held.Start.AddDays(-DaysBefore),
                held.Start,
                cancellation
            );
            if (invited.Count > 0)
            {
                return new Stage(invited);
            }
        }

        if (today <= held.End)
        {
            return new Stage([], new DateTimeOffset(held.End.AddDays(1).ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero));
        }

        IReadOnlyList<TaskAsked> asked = await asking.AskAsync(
            id.Stream,
            DeliveryTaskKinds.Attend,
            [.. (await ExpectedAsync(held, cancellation)).Select(one => new TaskWanted(id.AttendanceOf(one), held.Id, one))],
            held.End.AddDays(DaysAfter),
            held.End.AddDays(DaysTaken),
            cancellation
        );
        if (asked.Count > 0)
        {
            return new Stage(asked);
        }

        await EndAsync(id, cancellation);
        return Stage.Over;
    }

    private Task TellCancelledAsync(DeliveryEvent held, CancellationToken cancellation) =>
        held is not { State: DeliveryState.Cancelled, Cancelled: { } why }
            ? Task.CompletedTask
            : mails.SendAsync(
                held.Ref.Stream,
                new UntoldList<DeliveryEvent>(
                    DeliveryEvent.Row,
                    cancelled => cancelled.Untold is { Count: > 0 } untold ? untold : null,
                    (cancelled, left) => cancelled with { Untold = left },
                    (_, to) =>
                        Task.FromResult<NewMail?>(
                            new NewMail(
                                EventCancelled.Of(held.Title, held.Start, held.End, held.Place, why),
                                to,
                                $"{held.Id}-cancelled-{to}"
                            )
                        )
                ),
                cancellation
            );

    /// <summary>All except those who said that they would not attend, because no answer before an event means nothing.</summary>
    private async Task<IEnumerable<AdministrationId>> ExpectedAsync(DeliveryEvent held, CancellationToken cancellation)
    {
        IReadOnlyList<ShortFormAnswer> said = await ShortFormAnswer.ListAsync(table, held.Ref.Stream, held.Ref.Registering, cancellation);
        return held.Invited.Except(
            said.Where(answer => answer.Yes(DeliveryForms.Comes) == false)
                .Select(answer => answer.Administration)
                .OfType<AdministrationId>()
        );
    }

    private Task<bool> EndAsync(EventRef id, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<DeliveryEvent> row = (await id.FindAsync(table, cancellation))!;
                return row.Value.State == DeliveryState.Planned
                    ? (
                        new UnitOfWork(id.Stream)
                            .Replace(row, row.Value with { State = DeliveryState.Held })
                            .Record(new AuditEntry(AuditKind.EventHeld, id.Id)),
                        true
                    )
                    : ((UnitOfWork?)null, false);
            },
            cancellation
        );
}
