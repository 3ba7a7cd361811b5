using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.ActionPlans;

/// <summary>What people decide about a plan. Each decision, its task's end and its audit event are one commit.</summary>
public sealed class PlanDesk(ProgrammeTable table, ProgrammeDirectory directory, CycleSettingsDesk settings, PlanArchive archive, TimeProvider clock)
{
    /// <summary>The coordinator hands in the draft as it stands.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement.</param>
    public Task<DeskResult> SubmitAsync(PlanId id, PersonId by, string source, Func<Unit, Task>? also, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
        {
            return Refuse("no-such-plan", $"There is no plan {id}.");
        }

        if (plan.Value.State is not (PlanState.Drafting or PlanState.Returned))
        {
            return Refuse("plan-not-in-drafting", $"The plan is {plan.Value.State}; only a draft can be submitted.");
        }

        Row<ActionPlan> draft = (await PlanRows.DraftAsync(table, id, cancellation))!;
        var task = new TaskRef(StreamId.Of(id), new TaskId($"{id}-draft-r{plan.Value.Round}"));
        string hash = PlanDocument.Hash(draft.Value);
        DateTimeOffset now = clock.GetUtcNow();
        PlanFile after = plan.Value with
        {
            State = PlanState.Submitted,
            Rounds = [.. plan.Value.Rounds, new PlanRound(plan.Value.Rounds.Count + 1, by, now, source, hash)],
        };
        Unit unit = new Unit(task.Stream).Replace(plan, after).Record(new AuditEntry(AuditKind.PlanSubmitted, id.Value, by, source, hash));
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        if (also is not null)
        {
            await also(unit);
        }

        return (unit, new DeskResult.Recorded(answered.InstanceId));
    }, cancellation);

    /// <summary>An approver approves the benchmarks, or sends them back with a reason.</summary>
    public Task<DeskResult> DecideAsync(PlanId id, Decision decision, PersonId by, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
        {
            return Refuse("no-such-plan", $"There is no plan {id}.");
        }

        PlanRound? last = plan.Value.Rounds.LastOrDefault();
        if (plan.Value.State != PlanState.Submitted || last is null)
        {
            return last?.Decision is { } earlier
                ? earlier.By == by && earlier.Approved == decision.Approved ? (null, new DeskResult.Recorded(TaskFor(id, plan.Value).InstanceId)) : (null, new DeskResult.Stale(earlier.By))
                : Refuse("plan-not-submitted", "The plan has not been submitted.");
        }

        if (last.SubmittedBy == by)
        {
            return Refuse("author-may-not-approve", "Who submitted a plan cannot decide on it.");
        }

        if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason))
        {
            return Refuse("reason-when-sent-back", "Sending back needs a reason.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        TaskRef task = TaskFor(id, plan.Value);
        var unit = new Unit(task.Stream);
        PlanFile after = plan.Value with
        {
            State = decision.Approved ? PlanState.Approved : PlanState.Returned,
            Rounds = [.. plan.Value.Rounds.SkipLast(1), last with { Decision = new PlanDecision(decision.Approved, by, now, decision.Reason, decision.Items ?? new Dictionary<string, string>()) }],
            DraftingFrom = now,
        };
        if (decision.Approved)
        {
            after = await FreezeAsync(unit, after, cancellation);
        }

        unit.Replace(plan, after).Record(new AuditEntry(decision.Approved ? AuditKind.PlanApproved : AuditKind.PlanReturned, id.Value, by, decision.Reason, last.DraftSha256));
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        return (unit, new DeskResult.Recorded(answered.InstanceId));
    }, cancellation);

    private static TaskRef TaskFor(PlanId id, PlanFile plan) => new(StreamId.Of(id), new TaskId($"{id}-approve-s{plan.Rounds.Count}"));

    private static (Unit?, DeskResult) Refuse(string rule, string why) => (null, new DeskResult.Refused(rule, why));

    /// <summary>From approval on the version is a row that is never written again, and a blob that cannot be.</summary>
    private async Task<PlanFile> FreezeAsync(Unit unit, PlanFile plan, CancellationToken cancellation)
    {
        int version = plan.Version + 1;
        ActionPlan frozen = (await PlanRows.DraftAsync(table, plan.Id, cancellation))!.Value with { Version = version };
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        await archive.KeepAsync(frozen, cancellation);
        unit.Add(PlanRows.VersionKey(version), frozen);
        return plan with
        {
            Version = version,
            Sha256 = PlanDocument.Hash(frozen),
            Title = frozen.Title,
            Periods = version == 1 ? (await settings.ReadAsync(cancellation)).Periods(register.Administrations[plan.Administration], frozen.Start, frozen.End) : plan.Periods,
        };
    }
}
