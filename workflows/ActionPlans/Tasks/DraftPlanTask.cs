using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Replies;
using ACip.Workflows.Documents;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Tasks;

/// <summary>The coordinator drafts a plan, or corrects one that was sent back.</summary>
internal sealed class DraftPlanTask(
    ProgrammeTable table,
    PlanDraftService drafts,
    PlanReplies replies,
    MailWriter writer,
    MailAttachmentStore files
) : ITaskKind
{
    public TaskDefinition Definition => PlanTaskKinds.DraftPlan;

    public Text Title { get; } = Texts.DraftThePlan;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        PlanRecord plan = (await PlanRows.FindAsync(table, task.Subject.Plan, cancellation))!.Value;
        ActionPlan draft = (await PlanRows.DraftAsync(table, plan.Id, cancellation))!.Value;
        var about = new About.Plan(register.Administrations[plan.Administration].Names, plan.Title);
        MailForm outline = DraftOutline.Write(draft);
        // a round that was sent back stays where its revision was withdrawn since
        MailContent ask =
            plan.DraftStage == PlanState.Returned && plan.Rounds.LastOrDefault()?.Decision is { Approved: false } sentBack
                ? new ReportReturned(
                    about,
                    sentBack.Reason,
                    [.. sentBack.Items.Select(i => new ReturnedItem(i.Key, DraftOutline.Label(draft, i.Key), i.Value))],
                    task.Due,
                    outline,
                    writer.TaskLink,
                    WithWorkbook: true
                )
                : new DraftingTask(about, task.Due, outline, writer.TaskLink, WithWorkbook: true)
                {
                    Revises = plan.Revision is { } revision ? new RevisedPlan(revision.Reason, revision.EffectiveFrom) : null,
                };
        // the plan's language is the workbook's, whoever reads the mail
        return new TaskMatter(
            about,
            _ => ask,
            (stage, _) => new Reminder(stage, about, task.Due, task.Expires, writer.TaskLink, outline),
            _ => WorkbookAsync(draft, cancellation)
        );
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        PlanRecord plan = (await PlanRows.FindAsync(table, opening.Task.Subject.Plan, cancellation))!.Value;
        Administration home = opening.Register.Administrations[plan.Administration];
        LinkedTask linked = opening.Linked(new About.Plan(home.Names, plan.Title), home.TimeZone, opening.Task.Expires);
        if (opening.IsOver || opening.Task.State != TaskState.Open || !plan.TakesDraft)
        {
            return new TaskLink.Closed(linked, opening.Task.State == TaskState.Answered ? LinkClosed.HandedIn : LinkClosed.Expired);
        }

        return opening.MayAnswer(plan.Administration)
            ? new PlanTaskLink(linked, (await PlanRows.DraftAsync(table, plan.Id, cancellation))!.Value)
            : new TaskLink.Elsewhere(linked, null);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => await replies.TakeDraftAsync(reply, task, register, cancellation);

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    ) => await replies.UnderstandAsync(message, task, person, cancellation);

    private async Task<MailAttachment> WorkbookAsync(ActionPlan draft, CancellationToken cancellation)
    {
        byte[] workbook =
            await drafts.HandOutWorkbookAsync(draft.Id, byMail: true, cancellation)
            ?? throw new InvalidOperationException($"There is no draft of plan {draft.Id}.");
        return await files.KeepAsync(workbook, $"{draft.Id}.xlsx", Xlsx.MediaType, cancellation);
    }
}
