using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.ActionPlans;

/// <summary>How a plan's tasks are called and asked: the same name for the same question.</summary>
internal static class PlanTasks
{
    /// <summary>Time that a coordinator has for a draft, and an approver for a decision; after the grace time they are asked anew.</summary>
    private static readonly TimeSpan DraftingTime = TimeSpan.FromDays(21), ApprovalTime = TimeSpan.FromDays(14), GraceTime = TimeSpan.FromDays(90);

    public static TaskRef Draft(PlanFile plan) =>
        Named(plan, plan.Revision is { } revision ? $"{plan.Id}-revise{revision.Number}-r{plan.Round}" : $"{plan.Id}-draft-r{plan.Round}");

    public static TaskRef Approval(PlanFile plan) =>
        Named(plan, plan.Revision is { } revision ? $"{plan.Id}-revise{revision.Number}-approve-s{plan.Rounds.Count}" : $"{plan.Id}-approve-s{plan.Rounds.Count}");

    public static async Task<TaskRef> AskAsync(ProgrammeTable table, ProgrammeRegister register, CycleSettings rules, PlanFile plan, TaskKind kind, DateTimeOffset now, CancellationToken cancellation)
    {
        (TaskRef task, Row<HumanTaskFile>? row) = await TaskNames.CurrentAsync(table, kind == TaskKind.DraftPlan ? Draft(plan) : Approval(plan), cancellation);
        if (row is null)
        {
            (TimeSpan time, Role role, AdministrationId? only) = kind == TaskKind.DraftPlan ? (DraftingTime, Role.Coordinator, plan.Administration) : (ApprovalTime, Role.Approver, (AdministrationId?)null);
            // of whoever is asked: a deadline is the end of a day where it is read
            WorkingCalendar calendar = only is { } home ? rules.CalendarOf(register.Administrations[home]) : rules.Secretariat;
            HumanTaskFile file = HumanTaskFile.Ask(task.Task, kind, plan.Id.Value, plan.Round, plan.Administration,
                register.Holding(role, calendar.DayOf(now), only), now, calendar.EndOfWorkingDay(now, time), calendar.EndOfWorkingDay(now, time + GraceTime));
            // somebody who was faster wrote the same
            await table.TryCommitAsync(new Unit(task.Stream).Add(task.RowKey, file), cancellation);
        }

        return task;
    }

    private static TaskRef Named(PlanFile plan, string name) => new(StreamId.Of(plan.Id), new TaskId(name));
}
