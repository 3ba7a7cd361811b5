using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.ActionPlans.Lifecycle;

public sealed class PlanActivities(
    ProgrammeTable table,
    IPlanReports reports,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    DeployedVersion deployed,
    PlanStatusMails mails,
    MailPost post,
    TimeProvider clock
)
{
    private static readonly TimeSpan JustCounted = TimeSpan.FromDays(2);

    /// <summary>The version assigned to new orchestrations.</summary>
    /// <returns>Null: none is named, and whoever asks keeps its own.</returns>
    [Function(nameof(ReadDeployedVersion))]
    public string? ReadDeployedVersion([ActivityTrigger] PlanId plan) => deployed.Value;

    /// <summary>Does everything that can be done at once and returns what the lifecycle must wait for.</summary>
    [Function(nameof(TakePlanStep))]
    public async Task<PlanNextAction> TakePlanStep(
        [ActivityTrigger] PlanId id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        Row<PlanRecord>? known = null;
        while (true)
        {
            Row<PlanRecord> plan =
                known
                ?? await PlanRows.FindAsync(table, id, cancellation)
                ?? throw new InvalidOperationException($"There is no plan {id}.");
            if (plan.Value.Revision is { } revision)
            {
                // whoever opened it has started it already, unless the platform stopped in between
                await workflows.StartOnceAsync(
                    nameof(PlanRevisionWorkflow),
                    new RevisionRef(id, revision.Number),
                    PlanRevision.InstanceIdOf(id, revision.Number),
                    cancellation
                );
            }

            if (known is null)
            {
                await StartMissingAsync(plan.Value, workflows, cancellation);
            }

            PlanStep step = PlanLifecycleRules.Next(plan.Value, clock.GetUtcNow());
            switch (step.Kind)
            {
                case PlanStepKind.AskForDraft:
                    return new PlanNextAction(Ask: await AskAsync(plan.Value, PlanTaskKinds.DraftPlan, cancellation));
                case PlanStepKind.AskForApproval:
                    return new PlanNextAction(Ask: await AskAsync(plan.Value, PlanTaskKinds.ApprovePlan, cancellation));
                case PlanStepKind.Wait:
                    return new PlanNextAction(Until: step.Until);
                case PlanStepKind.End:
                    return new PlanNextAction(Ended: true);
                case PlanStepKind.StartReport:
                    // first the count, then the instance, so that the plan's event always stands before the report's
                    known = await ChangeAsync(plan, plan.Value with { ReportsStarted = plan.Value.ReportsStarted + 1 }, null, cancellation);
                    if (known is not null)
                    {
                        await reports.StartAsync(workflows, id, step.Period!.Value, cancellation);
                    }

                    break;
                case PlanStepKind.Activate:
                    await NewPlanService.KeepListedAsync(table, plan.Value, null, cancellation);
                    known = await ChangeAsync(plan, plan.Value with { State = PlanState.Active }, AuditKind.PlanActivated, cancellation);
                    break;
                case PlanStepKind.Close:
                    known = await CloseAsync(plan, cancellation);
                    break;
            }
        }
    }

    /// <summary>Closes it, and tells those who speak for the administration. What is not sent now, the outbox check sends.</summary>
    private async Task<Row<PlanRecord>?> CloseAsync(Row<PlanRecord> plan, CancellationToken cancellation)
    {
        PlanRecord after = plan.Value with { State = PlanState.Closed };
        var unit = new UnitOfWork(StreamId.Of(after.Id));
        MailsOfStream? told = await mails.TellOverAsync(unit, after, cancellation);
        Row<PlanRecord>? closed = await ChangeAsync(plan, after, AuditKind.PlanClosed, cancellation, unit);
        if (closed is not null && told is not null)
        {
            await post.SendAsync(told.Stream, told.Keys, cancellation);
        }

        return closed;
    }

    /// <summary>Starts reports that were counted but not started because the activity was interrupted between the two, and a review that
    /// rested while the plan was suspended. If this is missed too, the daily reconciliation does it.</summary>
    private async Task StartMissingAsync(PlanRecord plan, DurableTaskClient workflows, CancellationToken cancellation)
    {
        await workflows.GoOnAsync(plan, cancellation);
        if (
            plan.State is PlanState.Active or PlanState.UnderRevision
            && plan.Periods.Take(plan.ReportsStarted).LastOrDefault() is { } counted
            && clock.GetUtcNow() - counted.Opens < JustCounted
            && !await reports.IsBegunAsync(plan.Id, counted.Key, cancellation)
        )
        {
            await reports.StartAsync(workflows, plan.Id, counted.Key, cancellation);
        }
    }

    private async Task<TaskRef> AskAsync(PlanRecord plan, TaskDefinition kind, CancellationToken cancellation) =>
        await PlanTasks.AskAsync(
            table,
            await directory.ReadForAsync(plan.Administration, cancellation),
            await settings.ReadAsync(cancellation),
            plan,
            kind,
            clock.GetUtcNow(),
            cancellation
        );

    /// <returns>The row as it now stands; null where a race was lost: the caller reads again and decides anew.</returns>
    private async Task<Row<PlanRecord>?> ChangeAsync(
        Row<PlanRecord> plan,
        PlanRecord after,
        AuditKind? kind,
        CancellationToken cancellation,
        UnitOfWork? with = null
    )
    {
        UnitOfWork unit = (with ?? new UnitOfWork(StreamId.Of(after.Id))).Replace(plan, after);
        return await table.TryCommitAsync(kind is { } recorded ? unit.Record(new AuditEntry(recorded, after.Id.Value)) : unit, cancellation)
            ? unit.Written<PlanRecord>(PlanRows.File)
            : null;
    }
}
