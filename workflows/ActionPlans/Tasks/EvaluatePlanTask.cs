using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Replies;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Tasks;

/// <summary>The administration states the findings of a mid-term or closing review. It answers by reply, because none of those asked has
/// an account.</summary>
internal sealed class EvaluatePlanTask(ProgrammeTable table, PlanReplies replies) : ITaskKind
{
    public TaskDefinition Definition => PlanTaskKinds.EvaluatePlan;

    public Text Title { get; } = Texts.ReviewThePlan;

    public async Task<TaskMatter> MatterAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        PlanRecord plan = (await table.FindAsync<PlanRecord>(stream, PlanRows.File, cancellation))!.Value;
        PlanReviewStage stage = plan.Reviews.Single(one => one.Number == task.Subject.Number);
        var about = new About.Plan(register.Administrations[plan.Administration].Names, plan.Title);
        var ask = new PlanReviewTask(about, stage.Kind == PlanReviewKind.Closing, task.Due);
        return TaskMatter.Of(task, about, ask, null);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        PlanRecord plan = (await table.FindAsync<PlanRecord>(opening.Stream, PlanRows.File, cancellation))!.Value;
        Administration home = opening.Register.Administrations[plan.Administration];
        LinkedTask linked = opening.Linked(new About.Plan(home.Names, plan.Title), home.TimeZone, opening.Task.Expires);
        return opening.Task.State == TaskState.Answered ? new TaskLink.Closed(linked, LinkClosed.HandedIn)
            : opening.IsOver ? new TaskLink.Closed(linked, LinkClosed.Expired)
            : new TaskLink.ByReply(linked);
    }

    public async Task<AnswerTaken?> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    ) => await replies.TakeReviewAsync(reply, task, register, cancellation);

    public async Task<UnderstoodAnswer?> UnderstandAsync(
        InboundMessage message,
        TaskRef task,
        HumanTaskRecord file,
        Person person,
        CancellationToken cancellation
    ) => await replies.UnderstandAsync(message, task, person, cancellation);
}
