using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Approval;

/// <summary>Submits the draft of a plan, and approves it or sends it back. The decision, the end of its task and its audit event are one
/// commit.</summary>
public sealed class PlanApprovalService(
    ProgrammeTable table,
    PlanDraftService drafts,
    PlanFreezing freezing,
    ApprovalPolicyService policies,
    PastPeriodService past,
    PlanApprovalMails mails,
    StandIns standIns,
    TimeProvider clock
)
{
    /// <summary>Submits the current draft. If it has errors it is not submitted, and they are returned.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement.</param>
    /// <param name="read">What was changed or decided since then is not meant.</param>
    public Task<CommandResult> SubmitAsync(
        PlanId id,
        PersonId by,
        EntrySource source,
        Func<UnitOfWork, DraftStatus, Task>? also,
        CancellationToken cancellation,
        DraftRead read = default
    ) =>
        table.DecideAsync(
            async () =>
            {
                if (
                    await PlanRows.FindAsync(table, id, cancellation) is not { } plan
                    || await drafts.ReadAsync(id, cancellation) is not { } status
                )
                {
                    return Refuse("no-such-plan", $"There is no plan {id}.");
                }

                if (!plan.Value.TakesDraft)
                {
                    return Refuse("plan-not-in-drafting", $"The plan is {plan.Value.DraftStage}; only a draft can be submitted.");
                }

                if (
                    read.Said < plan.Value.Rounds.LastOrDefault()?.Decision?.At
                    || (status.Mark is { } mark && mark.Source != source && read.Said < mark.At)
                )
                {
                    return Refuse("changed-since-sent", "The draft was changed or decided upon after this was sent.");
                }

                if (!read.Draft.Fits(status.Tag))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (!status.MayBeSubmitted)
                {
                    return (null, BreaksRules(status));
                }

                TaskRef task = PlanTasks.Draft(plan.Value);
                DateTimeOffset now = clock.GetUtcNow();
                int number = plan.Value.Rounds.Count + 1;
                PlanRecord after = plan.Value.WithDraftStage(PlanState.Submitted) with
                {
                    Rounds = [.. plan.Value.Rounds, new PlanRound(number, by, now, source, status.Tag)],
                };
                // the file is replaced by every saving too, so a draft that changes meanwhile makes this begin again
                UnitOfWork unit = new UnitOfWork(task.Stream)
                    .Replace(plan, after)
                    .Add(PlanRows.SubmittedKey(number), status.Draft)
                    .Record(new AuditEntry(AuditKind.PlanSubmitted, id.Value, by, source.Value, status.Tag));
                TaskRef answered = await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
                if (also is not null)
                {
                    await also(unit, status);
                }

                MailsOfStream? told = await mails.TellHandedInAsync(unit, after, by, cancellation);
                return (unit, new CommandResult.Recorded(answered.InstanceId) { Mails = told });
            },
            cancellation
        );

    private static CommandResult.Refused BreaksRules(DraftStatus draft)
    {
        RuleFinding[] errors = [.. draft.Findings.Where(finding => finding.Severity == Severity.Error)];
        return new("plan-breaks-rules", $"{errors.Length} errors must be gone before the plan can be submitted.") { Findings = errors };
    }

    /// <summary>An approver approves the benchmarks, or sends them back with a reason. Plans above the policy's size need two
    /// approvals.</summary>
    public Task<CommandResult> DecideAsync(
        PlanId id,
        Decision decision,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync(
            async () =>
            {
                if (await PlanRows.FindAsync(table, id, cancellation) is not { } plan)
                {
                    return Refuse("no-such-plan", $"There is no plan {id}.");
                }

                if (PlanApprovalRules.Answer(plan.Value, decision, by, seen: asRead.Fits(plan)) is { } answered)
                {
                    return (null, answered);
                }

                ActionPlan draft = (await PlanRows.DraftAsync(table, id, cancellation))!.Value;
                DraftMark? mark = (await table.FindAsync<DraftMark>(StreamId.Of(id), PlanRows.DraftMark, cancellation))?.Value;
                if (PlanApprovalRules.Refuse(plan.Value, draft, mark, decision, by) is { } refused)
                {
                    return (null, refused);
                }

                IReadOnlyList<FirstApproval> first = plan.Value.Rounds[^1].Approvals;
                return !decision.Approved ? await ReturnAsync(plan, decision, by, cancellation)
                    : first.Count == 0 && (await policies.ReadAsync(cancellation)).NeedsTwo(draft)
                        ? await ApproveFirstAsync(plan, decision, by, cancellation)
                    : first.Any(approval => approval.By == by) ? (null, new CommandResult.Recorded(null))
                    : await ApproveAsync(plan, draft, decision, by, cancellation);
            },
            cancellation
        );

    private async Task<(UnitOfWork?, CommandResult)> ApproveFirstAsync(
        Row<PlanRecord> plan,
        Decision decision,
        PersonId by,
        CancellationToken cancellation
    )
    {
        PlanRound last = plan.Value.Rounds[^1];
        PlanRound waiting = SecondApproval.WaitsIn(last, decision, by, clock.GetUtcNow());
        string? said = await standIns.SayAsync(by, decision.Reason, cancellation);
        return (
            new UnitOfWork(StreamId.Of(plan.Value.Id))
                .Replace(plan, plan.Value with { Rounds = [.. plan.Value.Rounds.SkipLast(1), waiting] })
                .Record(new AuditEntry(AuditKind.PlanFirstApproval, plan.Value.Id.Value, by, said, last.DraftSha256)),
            new CommandResult.Recorded(null)
        );
    }

    private async Task<(UnitOfWork?, CommandResult)> ReturnAsync(
        Row<PlanRecord> plan,
        Decision decision,
        PersonId by,
        CancellationToken cancellation
    )
    {
        PlanRecord after = PlanApprovalRules.Decided(plan.Value, decision, by, clock.GetUtcNow()).WithDraftStage(PlanState.Returned);
        string hash = plan.Value.Rounds[^1].DraftSha256;
        string? said = await standIns.SayAsync(by, decision.Reason, cancellation);
        UnitOfWork unit = new UnitOfWork(StreamId.Of(after.Id))
            .Replace(plan, after)
            .Record(new AuditEntry(AuditKind.PlanReturned, after.Id.Value, by, said, hash));
        return (unit, await EndAsync(unit, plan.Value, after, null, by, cancellation));
    }

    private async Task<(UnitOfWork?, CommandResult)> ApproveAsync(
        Row<PlanRecord> plan,
        ActionPlan draft,
        Decision decision,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        PlanRound round = plan.Value.Rounds[^1];
        bool isRevision = plan.Value.State == PlanState.UnderRevision;
        var unit = new UnitOfWork(StreamId.Of(plan.Value.Id));
        PlanRecord after = await freezing.FreezeAsync(unit, PlanApprovalRules.Decided(plan.Value, decision, by, now), draft, cancellation);
        IReadOnlyList<PeriodKey> waived =
            decision.WaivePast ?? round.Approvals.Select(first => first.WaivePast).OfType<IReadOnlyList<PeriodKey>>().LastOrDefault() ?? [];
        var waiving = new WaivedPast(waived, decision.Reason ?? round.Approvals.LastOrDefault()?.Reason, by, now);
        (after, CommandResult.Refused? refusal) = await past.DateAsync(unit, after, isRevision, waiving, cancellation);
        if (refusal is not null)
        {
            return (null, refusal);
        }

        MailsOfStream? told = await mails.TellApprovedAsync(unit, after, isRevision, waived, cancellation);
        AuditKind kind = isRevision ? AuditKind.PlanRevisionApproved : AuditKind.PlanApproved;
        string? said = await standIns.SayAsync(by, decision.Reason, cancellation);
        unit.Replace(plan, after).Record(new AuditEntry(kind, after.Id.Value, by, said, after.Sha256));
        return (unit, await EndAsync(unit, plan.Value, after, told, by, cancellation));
    }

    private async Task<CommandResult> EndAsync(
        UnitOfWork unit,
        PlanRecord before,
        PlanRecord after,
        MailsOfStream? told,
        PersonId by,
        CancellationToken cancellation
    )
    {
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, PlanTasks.Approval(before), by, clock.GetUtcNow(), cancellation);
        return new CommandResult.Recorded(answered.InstanceId)
        {
            Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)],
            Mails = told,
        };
    }

    /// <summary>Merges a completed planning workbook into the draft without submitting it.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement; not called where nothing is
    /// saved.</param>
    public Task<DraftResult> TakeWorkbookAsync(
        PlanId id,
        byte[] file,
        PersonId by,
        EntrySource source,
        Func<UnitOfWork, DraftResult.Saved, Task>? also,
        CancellationToken cancellation
    ) => drafts.TakeWorkbookAsync(id, file, by, source, also, cancellation);

    private static (UnitOfWork?, CommandResult) Refuse(string rule, string why) => (null, new CommandResult.Refused(rule, why));
}
