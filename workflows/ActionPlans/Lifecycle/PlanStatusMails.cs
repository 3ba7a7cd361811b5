using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>Tells those who speak for an administration what an officer did to its plan: questions that just fall silent would be taken
/// for a fault.</summary>
public sealed class PlanStatusMails(ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <param name="plan">After the change; its last note says what was done, by whom and why.</param>
    /// <param name="waived">Periods that are not reported on because of it.</param>
    /// <param name="ended">Questions that end with it: whoever was asked one is told, also a colleague, or whom an officer had passed it
    /// to.</param>
    internal async Task<MailsOfStream?> TellAsync(
        UnitOfWork unit,
        PlanRecord plan,
        IReadOnlyList<ReportingPeriod> waived,
        IReadOnlyList<HumanTaskRecord> ended,
        CancellationToken cancellation
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
        );
        string number = plan.Notes.Count.ToString(CultureInfo.InvariantCulture);
        var keys = new List<string>();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        IEnumerable<PersonId> asked = ended.SelectMany(task => TaskPeople.Concerned(task, register, today));
        foreach (PersonId person in register.Answering(plan.Administration, today).Union(asked).Where(one => one != note.By))
        {
            string key = $"{plan.Id}-status{number}-{person}";
            keys.AddRange(await writer.WriteAsync(unit, new NewMail(changed, person, key), cancellation) is { } written ? [written] : []);
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }
}
