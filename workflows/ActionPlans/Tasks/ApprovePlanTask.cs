using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Tasks;

/// <summary>An approver approves a plan's benchmarks, or sends the plan back.</summary>
internal sealed class ApprovePlanTask(ProgrammeTable table, MailWriter writer) : ITaskKind
{
    public TaskDefinition Definition => PlanTaskKinds.ApprovePlan;

    public Text Title { get; } = Texts.ApproveThePlan;

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
        var review = new ReviewTask(
            about,
            draft.Indicators.Count + draft.Benchmarks.Count,
            plan.Rounds[^1].SubmittedAt,
            task.Due,
            writer.TaskLink
        );
        return TaskMatter.Of(task, about, review, writer.TaskLink);
    }

    public async Task<TaskLink> OpenAsync(TaskLinkOpening opening, CancellationToken cancellation)
    {
        PlanRecord plan = (await PlanRows.FindAsync(table, opening.Task.Subject.Plan, cancellation))!.Value;
        return opening.Decision(
            new About.Plan(opening.Register.Administrations[plan.Administration].Names, plan.Title),
            $"/plans/{plan.Id}"
        );
    }

    public async Task<IReadOnlySet<PersonId>> AuthorsAsync(
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    )
    {
        PlanRecord plan = (await table.FindAsync<PlanRecord>(stream, PlanRows.File, cancellation))!.Value;
        return PlanAuthors.Of(plan, (await table.FindAsync<DraftMark>(stream, PlanRows.DraftMark, cancellation))?.Value);
    }
}
