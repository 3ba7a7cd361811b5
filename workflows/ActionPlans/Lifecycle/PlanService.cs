using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Lifecycle;

/// <summary>What people decide about a plan. Each decision, its task's end and its audit event are one commit.</summary>
public sealed class PlanService(ProgrammeTable table, PlanDraftService drafts, PlanFreezing freezing, ApprovalPolicyService policies, PastPeriodService past, TimeProvider clock)
{
    /// <summary>The coordinator hands in the draft as it stands. Errors in it hinder that, and are told.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement.</param>
    /// <param name="said">When it was handed in, where that is not now: what was changed or decided since then is not meant by it.</param>
    public Task<CommandResult> SubmitAsync(PlanId id, PersonId by, EntrySource source, Func<UnitOfWork, DraftStatus, Task>? also, CancellationToken cancellation, DateTimeOffset? said = null) => table.DecideAsync(async () =>
    {
        if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan || await drafts.ReadAsync(id, cancellation) is not { } standing)
        {
            return Refuse("no-such-plan", $"There is no plan {id}.");
        }

        if (!plan.Value.TakesDraft)
        {
            return Refuse("plan-not-in-drafting", $"The plan is {plan.Value.DraftStage}; only a draft can be submitted.");
        }

        if (said < plan.Value.Rounds.LastOrDefault()?.Decision?.At || (standing.Mark is { } mark && mark.Source != source && said < mark.At))
        {
            return Refuse("changed-since-sent", "The draft was changed or decided upon after this was sent.");
        }

        if (!standing.MayBeSubmitted)
        {
            Finding[] errors = [.. standing.Findings.Where(finding => finding.Severity == Severity.Error)];
            return (null, new CommandResult.Refused("plan-breaks-rules", $"{errors.Length} errors must be gone before the plan can be submitted.") { Findings = errors });
        }

        TaskRef task = PlanTasks.Draft(plan.Value);
        DateTimeOffset now = clock.GetUtcNow();
        int number = plan.Value.Rounds.Count + 1;
        PlanRecord after = plan.Value.WithDraftStage(PlanState.Submitted) with
        {
            Rounds = [.. plan.Value.Rounds, new PlanRound(number, by, now, source, standing.Tag)],
        };
        // the file is replaced by every saving too, so a draft that changes meanwhile makes this begin again
        UnitOfWork unit = new UnitOfWork(task.Stream).Replace(plan, after).Add(PlanRows.SubmittedKey(number), standing.Draft)
            .Record(new AuditEntry(AuditKind.PlanSubmitted, id.Value, by, source.Value, standing.Tag));
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        if (also is not null)
        {
            await also(unit, standing);
        }

        return (unit, new CommandResult.Recorded(answered.InstanceId));
    }, cancellation);

    /// <summary>An approver approves the benchmarks, or sends them back with a reason. Above the policy's size it takes two.</summary>
    public Task<CommandResult> DecideAsync(PlanId id, Decision decision, PersonId by, CancellationToken cancellation, AsRead asRead = default) => table.DecideAsync(async () =>
    {
        if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
        {
            return Refuse("no-such-plan", $"There is no plan {id}.");
        }

        PlanRound? last = plan.Value.Rounds.LastOrDefault();
        TaskRef task = PlanTasks.Approval(plan.Value);
        if (plan.Value.DraftStage != PlanState.Submitted || last is null)
        {
            return last?.Decision is { } earlier
                ? decision.IsAgain(by, earlier.By, earlier.Approved, earlier.Reason, earlier.Items) ? (null, new CommandResult.Recorded(task.InstanceId)) : (null, new CommandResult.Stale(earlier.By))
                : Refuse("plan-not-submitted", "The plan has not been submitted.");
        }

        if (TextRefusals.Refuse(decision) is { } longer)
        {
            return (null, longer);
        }

        if (!asRead.Fits(plan))
        {
            return (null, CommandResult.Refused.ChangedMeanwhile);
        }

        ActionPlan draft = (await PlanRows.DraftAsync(table, id, cancellation))!.Value;
        DraftMark? mark = (await table.FindAsync<DraftMark>(task.Stream, PlanRows.DraftMark, cancellation))?.Value;
        if (Authorship.Refuse(PlanAuthors.Of(plan.Value, mark), by) is { } author)
        {
            return (null, author);
        }

        if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason))
        {
            return Refuse("reason-when-sent-back", "Sending back needs a reason.");
        }

        if (PlanDocument.Hash(draft) != last.DraftSha256)
        {
            return Refuse("draft-is-not-what-was-submitted", "The draft differs from what was submitted; have it submitted again.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        var unit = new UnitOfWork(task.Stream);
        if (decision.Approved && last.Approvals.Count == 0 && (await policies.ReadAsync(cancellation)).NeedsTwo(draft))
        {
            PlanRound waiting = last with { Approvals = [new FirstApproval(by, now, decision.Reason, decision.WaivePast)] };
            unit.Replace(plan, plan.Value with { Rounds = [.. plan.Value.Rounds.SkipLast(1), waiting] })
                .Record(new AuditEntry(AuditKind.PlanFirstApproval, id.Value, by, decision.Reason, last.DraftSha256));
            return (unit, new CommandResult.Recorded(null));
        }

        if (decision.Approved && last.Approvals.Any(first => first.By == by))
        {
            return (null, new CommandResult.Recorded(null));
        }

        PlanRound decided = last with { Decision = new PlanDecision(decision.Approved, by, now, decision.Reason, decision.Items ?? new Dictionary<string, string>()) };
        PlanRecord after = plan.Value with { Rounds = [.. plan.Value.Rounds.SkipLast(1), decided], DraftingFrom = now };
        bool isRevision = plan.Value.State == PlanState.UnderRevision;
        string? notice = null;
        if (decision.Approved)
        {
            after = await freezing.FreezeAsync(unit, after, draft, cancellation);
            IReadOnlyList<PeriodKey> waived = decision.WaivePast ?? last.Approvals.Select(first => first.WaivePast).OfType<IReadOnlyList<PeriodKey>>().LastOrDefault() ?? [];
            (after, CommandResult.Refused? refusal) = await past.DateAsync(unit, after, isRevision, waived, decision.Reason ?? last.Approvals.LastOrDefault()?.Reason, by, now, cancellation);
            if (refusal is not null)
            {
                return (null, refusal);
            }

            notice = await past.TellAsync(unit, after, isRevision, waived, decided, cancellation);
        }
        else
        {
            after = after.WithDraftStage(PlanState.Returned);
        }

        AuditKind kind = !decision.Approved ? AuditKind.PlanReturned : isRevision ? AuditKind.PlanRevisionApproved : AuditKind.PlanApproved;
        unit.Replace(plan, after).Record(new AuditEntry(kind, id.Value, by, decision.Reason, decision.Approved ? after.Sha256 : last.DraftSha256));
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        return (unit, new CommandResult.Recorded(answered.InstanceId)
        {
            Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)],
            Mails = notice is null ? null : new MailsOfStream(unit.Stream, [notice]),
        });
    }, cancellation);

    /// <summary>Takes a filled planning workbook into the draft; it is not handed in by that.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement; not called where nothing is saved.</param>
    public Task<DraftResult> TakeWorkbookAsync(PlanId id, byte[] file, PersonId by, EntrySource source, Func<UnitOfWork, DraftResult.Saved, Task>? also, CancellationToken cancellation) =>
        drafts.TakeWorkbookAsync(id, file, by, source, also, cancellation);

    private static (UnitOfWork?, CommandResult) Refuse(string rule, string why) => (null, new CommandResult.Refused(rule, why));
}
