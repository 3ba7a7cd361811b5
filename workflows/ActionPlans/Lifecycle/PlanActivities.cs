using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.ActionPlans;

public sealed class PlanActivities(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock)
{
    /// <summary>Time that a coordinator has for a draft, and an approver for a decision.</summary>
    private static readonly TimeSpan DraftingTime = TimeSpan.FromDays(21), ApprovalTime = TimeSpan.FromDays(14), GraceTime = TimeSpan.FromDays(90);

    /// <summary>Does what can be done at once, and says what the lifecycle has to wait for.</summary>
    [Function(nameof(TakePlanStep))]
    public async Task<PlanTurn> TakePlanStep([ActivityTrigger] PlanId id, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        while (true)
        {
            Row<PlanFile> plan = await PlanRows.FindAsync(table, id, cancellation) ?? throw new InvalidOperationException($"There is no plan {id}.");
            PlanStep step = PlanLifecycleRules.Next(plan.Value, clock.GetUtcNow());
            switch (step.Kind)
            {
                case PlanStepKind.AskForDraft:
                    return new PlanTurn(Ask: await AskAsync(plan.Value, TaskKind.DraftPlan, $"{id}-draft-r{plan.Value.Round}", DraftingTime, Role.Coordinator, cancellation));
                case PlanStepKind.AskForApproval:
                    return new PlanTurn(Ask: await AskAsync(plan.Value, TaskKind.ApprovePlan, $"{id}-approve-s{plan.Value.Rounds.Count}", ApprovalTime, Role.Approver, cancellation));
                case PlanStepKind.Wait:
                    return new PlanTurn(Until: step.Until);
                case PlanStepKind.End:
                    return new PlanTurn(Ended: true);
                case PlanStepKind.StartReport:
                    // first the instance, then the count: repeated half way, it finds the instance running and counts
                    await workflows.StartOnceAsync(nameof(QuarterlyReport), new ReportRef(id, step.Period!), ReportFile.InstanceIdOf(id, step.Period!), cancellation);
                    await ChangeAsync(plan, plan.Value with { ReportsStarted = plan.Value.ReportsStarted + 1 }, null, cancellation);
                    break;
                case PlanStepKind.Activate:
                    await ChangeAsync(plan, plan.Value with { State = PlanState.Active }, AuditKind.PlanActivated, cancellation);
                    break;
                case PlanStepKind.Close:
                    await ChangeAsync(plan, plan.Value with { State = PlanState.Closed }, AuditKind.PlanClosed, cancellation);
                    break;
            }
        }
    }

    private async Task<TaskRef> AskAsync(PlanFile plan, TaskKind kind, string id, TimeSpan time, Role role, CancellationToken cancellation)
    {
        (TaskRef task, Row<HumanTaskFile>? row) = await TaskNames.CurrentAsync(table, new TaskRef(StreamId.Of(plan.Id), new TaskId(id)), cancellation);
        if (row is null)
        {
            DateTimeOffset now = clock.GetUtcNow();
            ProgrammeRegister register = await directory.ReadAsync(cancellation);
            AdministrationId? only = role == Role.Coordinator ? plan.Administration : null;
            HumanTaskFile file = HumanTaskFile.Ask(task.Task, kind, plan.Id.Value, plan.Round, plan.Administration,
                register.Holding(role, DateOnly.FromDateTime(now.UtcDateTime), only), now, now + time, now + time + GraceTime);
            // somebody who was faster wrote the same
            await table.TryCommitAsync(new Unit(task.Stream).Add(task.RowKey, file), cancellation);
        }

        return task;
    }

    /// <summary>A change that lost a race is not repeated here: the caller reads again and decides anew.</summary>
    private Task<bool> ChangeAsync(Row<PlanFile> plan, PlanFile after, AuditKind? kind, CancellationToken cancellation)
    {
        Unit unit = new Unit(StreamId.Of(after.Id)).Replace(plan, after);
        return table.TryCommitAsync(kind is { } recorded ? unit.Record(new AuditEntry(recorded, after.Id.Value)) : unit, cancellation);
    }
}
