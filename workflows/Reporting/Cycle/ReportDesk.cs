using ACip.Workflows.ActionPlans;
using ACip.Workflows.Audit;
using ACip.Workflows.Mail;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Reporting;

/// <summary>What people say and decide about a quarterly report. Each answer, its task's end and its audit event are one commit.</summary>
public sealed class ReportDesk(ProgrammeTable table, ReportMails mails, TimeProvider clock)
{
    /// <summary>Takes figures and commands from a reply, a page or the API.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}".</param>
    /// <param name="also">Adds what must be committed with it, such as the acknowledgement.</param>
    /// <param name="with">What else the answer brings, such as evidence; null for nothing.</param>
    public async Task<ReportAnswerResult?> AnswerAsync(ReportRef id, ReplyReading answer, PersonId by, string source, Func<Unit, ReportAnswerResult, IReadOnlyList<FormItem>, Task> also, CancellationToken cancellation, Func<ReportAnswerResult, ReportAnswerResult>? with = null) =>
        await table.DecideAsync<ReportAnswerResult?>(async () =>
        {
            if (await ReportRows.FindAsync(table, id, cancellation) is not { } report)
            {
                return (null, null);
            }

            ActionPlan plan = await PlanRows.VersionAsync(table, id.Plan, report.Value.PlanVersion, cancellation);
            IReadOnlyList<FormItem> items = ReportItems.Of(plan, report.Value.Period);
            DateTimeOffset now = clock.GetUtcNow();
            ReportAnswerResult result = ReportAnswer.Apply(report.Value, items, answer, by, now, source);
            result = with?.Invoke(result) ?? result;
            var unit = new Unit(id.Stream);
            if (result.Kind is ReportAnswerKind.Submitted or ReportAnswerKind.Saved or ReportAnswerKind.Corrected)
            {
                AuditKind kind = result.Kind != ReportAnswerKind.Submitted ? AuditKind.ReportDrafted : answer.Command is Command.Nil ? AuditKind.ReportNil : AuditKind.ReportSubmitted;
                unit.Replace(report, result.After).Record(new AuditEntry(kind, id.Period, by, source));
            }

            if (result.Kind == ReportAnswerKind.Submitted)
            {
                await TaskEnding.AnswerAsync(table, unit, AskedTask(id, report.Value), by, now, cancellation);
            }

            await also(unit, result, items);
            return (unit.Actions.Count > 0 ? unit : null, result);
        }, cancellation);

    /// <summary>A reviewer accepts the report, or sends it back with reasons.</summary>
    public Task<DeskResult> DecideAsync(ReportRef id, Decision decision, PersonId by, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        if (await ReportRows.FindAsync(table, id, cancellation) is not { } row)
        {
            return Refuse("no-such-report", $"Plan {id.Plan} has no report for {id.Period}.");
        }

        ReportFile report = row.Value;
        ReportSubmission? last = report.Submissions.LastOrDefault();
        var task = new TaskRef(id.Stream, new TaskId($"{id.Plan}-review-{id.Period}-s{report.Submissions.Count}"));
        if (report.State != ReportState.Submitted || last is null)
        {
            return last?.Decision is { } earlier
                ? earlier.By == by && earlier.Accepted == decision.Approved ? (null, new DeskResult.Recorded(task.InstanceId)) : (null, new DeskResult.Stale(earlier.By))
                : Refuse("report-not-submitted", "The report has not been submitted.");
        }

        if (last.By == by)
        {
            return Refuse("author-may-not-approve", "Who submitted a report cannot decide on it.");
        }

        if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason))
        {
            return Refuse("reason-when-sent-back", "Sending back needs a reason.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        var review = new ReviewDecision(decision.Approved, by, now, decision.Reason, decision.Items ?? new Dictionary<string, string>());
        var unit = new Unit(id.Stream);
        ReportFile after = report with
        {
            State = !decision.Approved ? ReportState.Returned : last.NilReason is null ? ReportState.Accepted : ReportState.NilReturn,
            Submissions = [.. report.Submissions.SkipLast(1), last with { Decision = review }],
        };
        if (decision.Approved)
        {
            IReadOnlyList<Observation> observations = Accepting.Observations(after, await PlanRows.VersionAsync(table, id.Plan, report.PlanVersion, cancellation));
            unit.Add(ReportRows.ObservationKey(id.Period, last.Number), new AcceptedFigures(by, now, observations));
            after = after with { NoticeKey = await mails.AcceptedAsync(unit, after, cancellation) };
        }

        unit.Replace(row, after).Record(new AuditEntry(decision.Approved ? AuditKind.ReportAccepted : AuditKind.ReportReturned, id.Period, by, decision.Reason));
        await TaskEnding.AnswerAsync(table, unit, task, by, now, cancellation);
        return (unit, new DeskResult.Recorded(task.InstanceId));
    }, cancellation);

    private static TaskRef AskedTask(ReportRef id, ReportFile report) => new(id.Stream, new TaskId($"{id.Plan}-report-{id.Period}-r{report.Round}"));

    private static (Unit?, DeskResult) Refuse(string rule, string why) => (null, new DeskResult.Refused(rule, why));
}
