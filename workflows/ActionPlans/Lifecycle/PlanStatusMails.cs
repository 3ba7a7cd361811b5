using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Tells those who speak for an administration what was done to its plan: questions that just fall silent would be taken
/// for a fault.</summary>
public sealed class PlanStatusMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <param name="plan">After the change; its last note says what was done, by whom and why.</param>
    /// <param name="waived">Periods that are not reported on because of it.</param>
    /// <param name="ended">Questions that end with it: whoever was asked one is told, also a colleague, or whom an officer had passed it
    /// to.</param>
    /// <param name="others">Others whom it concerns: who have answered a question that has ended before.</param>
    internal async Task<MailsOfStream?> TellAsync(
        UnitOfWork unit,
        PlanRecord plan,
        IReadOnlyList<ReportingPeriod> waived,
        IReadOnlyList<HumanTaskRecord> ended,
        CancellationToken cancellation,
        params IReadOnlyList<PersonId> others
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(plan.Administration, cancellation);
        PlanNote note = plan.Notes[^1];
        var changed = new PlanStatusChanged(
            register.NamesOf(plan.Administration),
            plan.Title,
            note.Kind,
            Placeholders.NameOf(note.By),
            note.Text,
            plan.Periods.Skip(plan.ReportsStarted).FirstOrDefault(),
            waived
        )
        {
            Conclusion = note.Kind is PlanNoteKind.MidTermReview or PlanNoteKind.ClosingReview
                ? plan.Reviews.LastOrDefault()?.Outcome?.Conclusion
                : null,
        };
        string number = plan.Notes.Count.ToString(CultureInfo.InvariantCulture);
        IEnumerable<PersonId> asked = ended.SelectMany(task => TaskPeople.Concerned(task, register, Today));
        PersonId[] people =
        [
            .. Answering(register, plan)
                .Union(asked)
                .Union(register.StillOf(plan.Administration, others, Today))
                .Where(one => one != note.By),
        ];
        return await writer.WriteAllAsync(unit, changed, people, $"{plan.Id}-status{number}", cancellation);
    }

    /// <summary>That the plan has run its course and is closed. Nobody did it, so it has no note.</summary>
    internal async Task<MailsOfStream?> TellOverAsync(UnitOfWork unit, PlanRecord plan, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(plan.Administration, cancellation);
        var over = new PlanOver(register.NamesOf(plan.Administration), plan.Title, plan.End);
        return await writer.WriteAllAsync(unit, over, Answering(register, plan), $"{plan.Id}-status-over", cancellation);
    }

    private DateOnly Today => clock.UtcToday();

    private IReadOnlyList<PersonId> Answering(ProgrammeRegister register, PlanRecord plan) =>
        register.Answering(plan.Administration, Today);
}
