using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Tasks;

/// <summary>Names and asks a plan's tasks: the same question always has the same name.</summary>
internal static class PlanTasks
{
    /// <summary>How long a coordinator has for a draft, and an approver for a decision. After the grace time they are asked
    /// anew.</summary>
    private static readonly TimeSpan DraftingTime = TimeSpan.FromDays(21),
        ApprovalTime = TimeSpan.FromDays(14),
        GraceTime = TimeSpan.FromDays(90);

    public static TaskRef Draft(PlanRecord plan) =>
        Named(plan, plan.Revision is { } revision ? $"{plan.Id}-revise{revision.Number}-r{plan.Round}" : $"{plan.Id}-draft-r{plan.Round}");

    public static TaskRef Approval(PlanRecord plan) =>
        Named(
            plan,
            plan.Revision is { } revision
                ? $"{plan.Id}-revise{revision.Number}-approve-s{plan.Rounds.Count}"
                : $"{plan.Id}-approve-s{plan.Rounds.Count}"
        );

    public static async Task<TaskRef> AskAsync(
        ProgrammeTable table,
        ProgrammeRegister register,
        CycleSettings rules,
        PlanRecord plan,
        TaskDefinition kind,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        (TaskRef task, Row<HumanTaskRecord>? row) = await CurrentTask.CurrentAsync(
            table,
            kind == PlanTaskKinds.DraftPlan ? Draft(plan) : Approval(plan),
            cancellation
        );
        if (row is null)
        {
            (TimeSpan time, AdministrationId? only) =
                kind == PlanTaskKinds.DraftPlan ? (DraftingTime, plan.Administration) : (ApprovalTime, (AdministrationId?)null);
            // of whoever is asked: a deadline is the end of a day where it is read
            WorkingCalendar calendar = only is { } home ? rules.CalendarOf(register.Administrations[home]) : rules.Secretariat;
            DateOnly today = calendar.DayOf(now);
            DraftMark? mark =
                kind == PlanTaskKinds.ApprovePlan
                    ? (await table.FindAsync<DraftMark>(task.Stream, PlanRows.DraftMark, cancellation))?.Value
                    : null;
            HumanTaskRecord file = HumanTaskRecord.Ask(
                task.Task,
                kind,
                TaskSubject.From(plan.Id),
                plan.Round,
                plan.Administration,
                kind == PlanTaskKinds.ApprovePlan
                    ? Deciders.Asked(kind.DecidedBy, register, today, PlanAuthors.Of(plan, mark))
                    : register.Answering(plan.Administration, today),
                now,
                calendar.EndOfWorkingDay(now, time),
                calendar.EndOfWorkingDay(now, time + GraceTime)
            );
            await TaskRows.AskOnceAsync(table, task, file, cancellation);
        }

        return task;
    }

    private static TaskRef Named(PlanRecord plan, string name) => new(StreamId.Of(plan.Id), new TaskId(name));
}
