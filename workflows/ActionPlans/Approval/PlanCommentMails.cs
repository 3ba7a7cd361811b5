using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Mails a comment on a plan to those who speak for the administration: experts, officers and approvers write them, and people of
/// an administration, who have no account, would not see them on the page. What an administration has to say of its plan comes with
/// it.</summary>
public sealed class PlanCommentMails(ProgrammeTable table, ProgrammeDirectory directory, MailWriter writer, TimeProvider clock)
{
    /// <param name="number">Of the comment, among those of its round.</param>
    internal async Task<MailsOfStream?> WriteAsync(
        UnitOfWork unit,
        PlanRecord plan,
        PlanComment comment,
        int number,
        CancellationToken cancellation
    )
    {
        ProgrammeRegister register = await directory.ReadForAsync(plan.Administration, cancellation);
        DateOnly today = clock.UtcToday();
        ActionPlan? draft = comment.Item is null ? null : (await PlanRows.DraftAsync(table, plan.Id, cancellation))?.Value;
        bool hidden = draft?.Indicators.Any(one => one.Sensitive && one.Code == comment.Item) == true;
        var content = new Commented(
            new About.Plan(register.NamesOf(plan.Administration), plan.Title),
            Placeholders.NameOf(comment.By),
            comment.Item ?? "",
            hidden ? null : comment.Text,
            null,
            false
        );
        string key = FormattableString.Invariant($"{plan.Id}-remark-{comment.Round}-{number}");
        IEnumerable<PersonId> people = register.Answering(plan.Administration, today).Where(one => one != comment.By);
        return await writer.WriteAllAsync(unit, content, people, key, cancellation);
    }
}
