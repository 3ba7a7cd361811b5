using System.Globalization;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Tells an administration that its plan was handed in for it, or approved: not only whoever pressed the button.</summary>
public sealed class PlanApprovalMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <summary>Tells those who are asked to draft it that somebody else has handed it in; nobody where somebody of theirs has, who has an
    /// acknowledgement.</summary>
    /// <param name="plan">As it was handed in.</param>
    internal async Task<MailsOfStream?> TellHandedInAsync(UnitOfWork unit, PlanRecord plan, PersonId by, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(plan.Administration, cancellation);
        if (register.People.TryGetValue(by, out Person? person) && person.IsOf(plan.Administration, Today))
        {
            return null;
        }

        // also whom the task was passed to
        (_, Row<HumanTaskRecord>? task) = await CurrentTask.CurrentAsync(table, PlanTasks.Draft(plan), cancellation);
        var handedIn = new PlanHandedInFor(register.NamesOf(plan.Administration), plan.Title, Placeholders.NameOf(by));
        string key = string.Create(CultureInfo.InvariantCulture, $"{plan.Id}-handed-in-s{plan.Rounds[^1].Number}");
        IEnumerable<PersonId> people = register
            .Answering(plan.Administration, Today)
            .Union(task?.Value is { State: TaskState.Open } open ? TaskPeople.Concerned(open, register, Today) : [])
            .Where(one => one != by);
        return await writer.WriteAllAsync(unit, handedIn, people, key, cancellation);
    }

    /// <summary>Tells whoever handed in the plan, and all who speak for the administration, that it is approved and what comes
    /// next.</summary>
    internal async Task<MailsOfStream?> TellApprovedAsync(
        UnitOfWork unit,
        PlanRecord plan,
        bool isRevision,
        IReadOnlyList<PeriodKey> waived,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(plan.Administration, cancellation);
        PlanRound round = plan.Rounds[^1];
        var approved = new PlanApproved(
            register.NamesOf(plan.Administration),
            plan.Title,
            isRevision,
            [.. plan.Periods.Where(period => !waived.Contains(period.Key)).Take(1)],
            [.. plan.Periods.Where(period => waived.Contains(period.Key))],
            round.Decision!.Reason
        )
        {
            InForceFrom = isRevision ? plan.Versions[^1].From : null,
        };
        string key = string.Create(CultureInfo.InvariantCulture, $"{plan.Id}-approved-s{round.Number}");
        IEnumerable<PersonId> submitter = register.StillOf(plan.Administration, [round.SubmittedBy], Today);
        IEnumerable<PersonId> others = register.Answering(plan.Administration, Today).Where(one => one != round.SubmittedBy);
        return MailsOfStream.Together(
            await writer.WriteAllAsync(unit, submitter.Select(to => new NewMail(approved, to, key)), cancellation),
            await writer.WriteAllAsync(unit, approved, others, key, cancellation)
        );
    }

    private DateOnly Today => clock.UtcToday();
}
