using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;

namespace ACip.Workflows.ActionPlans.Tasks;

/// <summary>Takes a draft plan submitted on the page behind a link.</summary>
public sealed class PlanLinkAnswers(PlanApprovalService plans, MailWriter writer)
{
    /// <param name="seen">The tag of the draft that the page showed.</param>
    /// <returns>What was taken; null with the refusal where nothing was.</returns>
    public async Task<(LinkTaken? Taken, CommandResult Result)> HandInAsync(PlanTaskLink link, string seen, CancellationToken cancellation)
    {
        LinkedTask linked = link.Linked;
        MailsOfStream? mails = null;
        CommandResult result = await plans.SubmitAsync(
            link.Draft.Id,
            linked.Person.Id,
            EntrySource.Link,
            async (unit, status) =>
            {
                string? key = await writer.WriteAsync(
                    unit,
                    new NewMail(
                        DraftAnswerLines.HandedIn((About.Plan)linked.About, status, linked.Person.Language),
                        linked.Person.Id,
                        $"{linked.Task.Id}-page-submitted"
                    )
                    {
                        Task = linked.Ref,
                        Until = linked.Task.Expires,
                        TakesReply = true,
                    },
                    cancellation
                );
                mails = key is null ? null : new MailsOfStream(unit.Stream, [key]);
            },
            cancellation,
            DraftRead.OfPage(seen)
        );
        return (result is CommandResult.Recorded ? new LinkTaken(linked.Ref.InstanceId, mails) : null, result);
    }
}
