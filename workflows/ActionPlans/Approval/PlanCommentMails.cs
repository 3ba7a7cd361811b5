using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Mails a comment on a plan to the other side: from the Secretariat to those who speak for the administration, from the
/// administration to the officers and approvers who have commented, or to all officers.</summary>
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
        DateOnly today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        bool ours = register.People.TryGetValue(comment.By, out Person? person) && person.IsOf(plan.Administration, today);
        IReadOnlyList<PersonId> others = ours
            ? await SecretariatAsync(unit.Stream, register, today, cancellation)
            : register.Answering(plan.Administration, today);
        ActionPlan? draft = comment.Item is null ? null : (await PlanRows.DraftAsync(table, plan.Id, cancellation))?.Value;
        bool hidden = draft?.Indicators.Any(one => one.Sensitive && one.Code == comment.Item) == true;
        var content = new Commented(
            new About.Plan(register.NamesOf(plan.Administration), plan.Title),
            Placeholders.NameOf(comment.By),
            comment.Item ?? "",
            hidden ? null : comment.Text,
            // people of an administration have no account: they read it here
            ours ? writer.Page($"plans/{plan.Id}") : null,
            false
        );
        var keys = new List<string>();
        foreach (PersonId to in others.Where(one => one != comment.By))
        {
            var mail = new NewMail(content, to, FormattableString.Invariant($"{plan.Id}-remark-{comment.Round}-{number}-{to}"));
            keys.AddRange(await writer.WriteAsync(unit, mail, cancellation) is { } written ? [written] : []);
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }

    private async Task<IReadOnlyList<PersonId>> SecretariatAsync(
        StreamId stream,
        ProgrammeRegister register,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        PersonId[] said =
        [
            .. (await table.ListAsync<PlanComment>(stream, PlanRows.CommentPrefix, cancellation))
                .Select(row => row.Value.By)
                .Distinct()
                .Where(by =>
                    register.People.TryGetValue(by, out Person? person)
                    && (person.Holds(Role.ProgrammeOfficer, today) || person.Holds(Role.Approver, today))
                ),
        ];
        return said.Length > 0 ? said : register.Holding(Role.ProgrammeOfficer, today);
    }
}
