using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.ActionPlans.Evaluation;

/// <summary>Opens reviews of a plan, takes the administration's findings, and records the outcome.</summary>
public sealed class PlanEvaluationService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    PlanStatusMails mails,
    TimeProvider clock
)
{
    /// <param name="due">Day on which the findings are due; the end of it, or of the next working day there.</param>
    /// <returns>The review to begin; null where none was opened.</returns>
    public async Task<(CommandResult Result, PlanReviewRef? Begin)> OpenAsync(
        PlanId id,
        PlanReviewKind kind,
        DateOnly due,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    )
    {
        PlanReviewRef? begin = null;
        CommandResult result = await ChangeAsync(
            id,
            asRead,
            async (plan, unit, now) =>
            {
                if (plan.Version == 0 || plan.IsOver || plan.Reviews.Any(review => review.IsOpen))
                {
                    return Refused("plan-not-active", "Only an approved plan that has not ended, without an open review, is reviewed.");
                }

                WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
                    await directory.HomeAsync(plan.Administration, cancellation)
                );
                if (home.EndOfWorkingDay(due) is var until && until <= now)
                {
                    return Refused("not-later", "The findings must be due in the future.");
                }

                int number = plan.Reviews.Count + 1;
                begin = new PlanReviewRef(id, number);
                unit.Record(new AuditEntry(AuditKind.PlanReviewOpened, id.Value, by, kind.ToString()));
                return (
                    plan with
                    {
                        Reviews = [.. plan.Reviews, new PlanReviewStage(kind, number, by, now, until)],
                    },
                    new CommandResult.Recorded(null)
                );
            },
            cancellation
        );
        return (result, result is CommandResult.Recorded ? begin : null);
    }

    /// <summary>Takes the administration's findings. Until the outcome is recorded, new findings replace earlier ones.</summary>
    /// <param name="source">As in <see cref="PlanReviewFindings.Source"/>.</param>
    /// <param name="also">Adds what must be committed together with it, such as an acknowledgement.</param>
    /// <param name="arrived">When it was said; null: now.</param>
    public Task<CommandResult> FindAsync(
        PlanReviewRef id,
        string text,
        PersonId by,
        EntrySource source,
        Func<UnitOfWork, Task>? also,
        CancellationToken cancellation,
        AsRead asRead = default,
        Arrival? arrived = null
    )
    {
        Arrival said = arrived ?? Arrival.Now(clock);
        return ChangeAsync(
            id.Plan,
            asRead,
            async (plan, unit, now) =>
            {
                if (Open(plan, id) is not { } review)
                {
                    return Refused("review-not-due", "No such review is open.");
                }

                if (string.IsNullOrWhiteSpace(text))
                {
                    return Refused("review-outcome", "Say what was found.");
                }

                if (TextRefusals.Refuse(TextBounds.Narrative, text) is { } longer)
                {
                    return (null, longer);
                }

                if (review.Findings is { } stands && said.IsBefore(stands.Arrived))
                {
                    return Refused("later-answer-stands", "What was said later stands.");
                }

                unit.Record(new AuditEntry(AuditKind.PlanReviewed, id.Plan.Value, by, source.Value));
                TaskRef answered = await TaskEnding.AnswerAsync(table, unit, id.Task, by, now, cancellation);
                if (also is not null)
                {
                    await also(unit);
                }

                return (
                    With(plan, review with { Findings = new PlanReviewFindings(text.Trim(), by, said.At, source) { Order = said.Order } }),
                    new CommandResult.Recorded(answered.InstanceId)
                );
            },
            cancellation
        );
    }

    /// <summary>Records the outcome of the review. Open questions about it are withdrawn.</summary>
    public Task<CommandResult> ConcludeAsync(
        PlanReviewRef id,
        PlanReviewConclusion conclusion,
        string text,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id.Plan,
            asRead,
            async (plan, unit, now) =>
            {
                if (Open(plan, id) is not { } review)
                {
                    return Refused("review-not-due", "No such review is open.");
                }

                if (string.IsNullOrWhiteSpace(text))
                {
                    return Refused("review-outcome", "Say what follows.");
                }

                if (TextRefusals.Refuse(TextBounds.Narrative, text) is { } longer)
                {
                    return (null, longer);
                }

                if (FourEyes.Refuse(PlanAuthors.Of(review), by) is { } author)
                {
                    return (null, author);
                }

                unit.Record(new AuditEntry(AuditKind.PlanReviewed, id.Plan.Value, by, $"{conclusion}: {text.Trim()}"));
                return await ConcludeAsync(plan, review, new PlanReviewOutcome(conclusion, text.Trim(), by, now), unit, cancellation);
            },
            cancellation
        );

    /// <summary>Whoever was asked for findings, or has stated them, is told what follows. The plan may have waited for this to
    /// close.</summary>
    private async Task<(PlanRecord?, CommandResult)> ConcludeAsync(
        PlanRecord plan,
        PlanReviewStage review,
        PlanReviewOutcome outcome,
        UnitOfWork unit,
        CancellationToken cancellation
    )
    {
        TaskRef name = new PlanReviewRef(plan.Id, review.Number).Task;
        HumanTaskRecord? open = (await CurrentTask.CurrentAsync(table, name, cancellation)).Row?.Value;
        PersonId[] concerned =
        [
            .. open?.People ?? [],
            .. review.Findings is { Source.IsOnBehalf: false } findings ? new[] { findings.By } : [],
        ];
        TaskRef asked = await TaskEnding.CancelAsync(table, unit, name, outcome.By, outcome.At, cancellation);
        PlanNoteKind kind = review.Kind == PlanReviewKind.MidTerm ? PlanNoteKind.MidTermReview : PlanNoteKind.ClosingReview;
        PlanRecord after = With(plan, review with { Outcome = outcome }) with
        {
            Notes = [.. plan.Notes, new PlanNote(kind, outcome.Text, outcome.By, outcome.At)],
        };
        return (
            after,
            new CommandResult.Recorded(asked.InstanceId)
            {
                Also = [new WakeUp(after.InstanceId, ActionPlanLifecycle.Changed)],
                Mails = await mails.TellAsync(unit, after, [], [], cancellation, concerned),
            }
        );
    }

    private static PlanReviewStage? Open(PlanRecord plan, PlanReviewRef id) =>
        plan.IsOver ? null : plan.Reviews.FirstOrDefault(review => review.Number == id.Number && review.IsOpen);

    private static PlanRecord With(PlanRecord plan, PlanReviewStage changed) =>
        plan with
        {
            Reviews = [.. plan.Reviews.Select(review => review.Number == changed.Number ? changed : review)],
        };

    private static (PlanRecord?, CommandResult) Refused(string rule, string why) => (null, new CommandResult.Refused(rule, why));

    private Task<CommandResult> ChangeAsync(
        PlanId id,
        AsRead asRead,
        Func<PlanRecord, UnitOfWork, DateTimeOffset, Task<(PlanRecord? After, CommandResult Result)>> change,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                if (await PlanRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return (null, new CommandResult.Refused("no-such-plan", $"There is no plan {id}."));
                }

                if (!asRead.Fits(row))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                var unit = new UnitOfWork(StreamId.Of(id));
                (PlanRecord? after, CommandResult result) = await change(row.Value, unit, clock.GetUtcNow());
                return (after is null ? null : unit.Replace(row, after), result);
            },
            cancellation
        );
}
