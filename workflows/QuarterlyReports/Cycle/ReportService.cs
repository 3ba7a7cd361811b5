using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>What people say and decide about a quarterly report. Each answer, its task's end and its audit event are one commit.</summary>
public sealed class ReportService(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory, CycleSettingsService settings, ReportMails mails, TimeProvider clock)
{
    /// <summary>A report sent back shortly before its lock, or after it, stays open for so many calendar days.</summary>
    private const int DaysForAnotherRound = 21;

    /// <summary>Takes figures and commands from a reply, a page or the API.</summary>
    /// <param name="source">"mail:{key}", "page:{key}" or "api:{key}"; "officer:{key}" marks what an officer enters on behalf of the administration.</param>
    /// <param name="also">Adds what must be committed with it, such as the acknowledgement.</param>
    /// <returns>Null where there is no such report, or the answer was taken before.</returns>
    /// <param name="with">What else the answer brings, such as evidence; null for nothing.</param>
    /// <param name="more">Keys of rows that <paramref name="also"/> wants to see.</param>
    /// <param name="read">What <see cref="ReportRows.ReadAsync"/> has read of this report, with these keys; null: not yet.</param>
    /// <param name="asRead">What the answer was made from, where it says so.</param>
    /// <param name="arrived">When it was said; null: now.</param>
    /// <param name="isOver">Says, of what was read, that this answer was taken before: storage may have lost the answer to its own commit.</param>
    public async Task<ReportAnswerResult?> AnswerAsync(ReportRef id, ParsedReply answer, PersonId by, EntrySource source, Func<UnitOfWork, ReportAnswerResult, IReadOnlyList<FormItem>, FoundRows, Task> also, CancellationToken cancellation, Func<ReportAnswerResult, ReportAnswerResult>? with = null, IReadOnlyList<string>? more = null, FoundRows? read = null, Func<FoundRows, bool>? isOver = null, AsRead asRead = default, Arrival? arrived = null)
    {
        Arrival said = arrived ?? Arrival.Now(clock);
        return await table.DecideAsync<ReportAnswerResult?>(async () =>
        {
            FoundRows rows = read ?? await ReportRows.ReadAsync(table, id, more ?? [], accepted: true, cancellation);
            read = null; // only once: a second attempt is made because something has changed
            if (isOver?.Invoke(rows) == true || ReportRows.Find(rows, id) is not { } report)
            {
                return (null, null);
            }

            if (!asRead.Fits(report))
            {
                return (null, new ReportAnswerResult(report.Value, ReportAnswerKind.ChangedMeanwhile, []));
            }

            ActionPlan plan = await versions.ReadAsync(id.Plan, report.Value.PlanVersion, cancellation);
            Observation[] accepted = [.. rows.List<AcceptedFigures>(ReportRows.ObservationPrefix).SelectMany(row => row.Value.Observations)];
            IReadOnlyList<FormItem> items = ReportItems.Asked(plan, report.Value, accepted);
            DateTimeOffset now = clock.GetUtcNow();
            ReportAnswerResult result = ReportAnswer.Apply(report.Value, items, answer, by, said, source);
            result = with?.Invoke(result) ?? result;
            if (result.Kind is not (ReportAnswerKind.Closed or ReportAnswerKind.NothingNew or ReportAnswerKind.Overtaken) && answer.Command is not Command.Nil)
            {
                result = result with { Questions = ReportQuestions.Ask(result.After, plan, accepted) };
            }

            var unit = new UnitOfWork(id.Stream);
            if (result.Corrections.Count > 0)
            {
                int number = report.Value.Corrections + 1;
                result = result with { After = result.After with { Corrections = number } };
                unit.Add(ReportRows.CorrectionKey(id.Period, number), new ReportCorrection(number, report.Value.Submissions.Count, by, now, source, result.Corrections));
            }

            if (result.Kind is ReportAnswerKind.Submitted or ReportAnswerKind.Saved or ReportAnswerKind.Corrected)
            {
                AuditKind kind = result.Kind != ReportAnswerKind.Submitted ? AuditKind.ReportDrafted : result.After.Submissions[^1].NilReason is not null ? AuditKind.ReportNil : AuditKind.ReportSubmitted;
                unit.Replace(report, result.After).Record(new AuditEntry(kind, id.Period.Value, by, source.Value));
            }

            if (result.Kind == ReportAnswerKind.Submitted)
            {
                await TaskEnding.AnswerAsync(rows, unit, ReportTasks.Answer(report.Value), by, now);
                (TaskRef review, Row<HumanTaskRecord>? asked) = await TaskNames.CurrentAsync(rows, ReportTasks.Review(result.After));
                if (asked is null)
                {
                    unit.Add(review.RowKey, ReportAsking.Of(result.After, review.Task, await directory.ReadAsync(cancellation), await settings.ReadAsync(cancellation), now));
                }
            }

            await also(unit, result, items, rows);
            return (unit.Actions.Count > 0 ? unit : null, result);
        }, cancellation);
    }

    /// <summary>A reviewer accepts the report, or sends it back with reasons.</summary>
    public Task<CommandResult> DecideAsync(ReportRef id, Decision decision, PersonId by, CancellationToken cancellation, AsRead asRead = default) => table.DecideAsync(async () =>
    {
        FoundRows rows = await ReportRows.ReadAsync(table, id, [], accepted: false, cancellation);
        if (ReportRows.Find(rows, id) is not { } row)
        {
            return Refuse("no-such-report", $"Plan {id.Plan} has no report for {id.Period}.");
        }

        ReportRecord report = row.Value;
        ReportSubmission? last = report.Submissions.LastOrDefault();
        TaskRef task = ReportTasks.Review(report);
        if (report.State != ReportState.Submitted || last is null)
        {
            return last?.Decision is { } earlier
                ? decision.IsAgain(by, earlier.By, earlier.Accepted, earlier.Reason, earlier.Items) ? (null, new CommandResult.Recorded(task.InstanceId)) : (null, new CommandResult.Stale(earlier.By))
                : Refuse("report-not-submitted", "The report has not been submitted.");
        }

        if (TextRefusals.Refuse(decision) is { } longer)
        {
            return (null, longer);
        }

        if (!asRead.Fits(row))
        {
            return (null, CommandResult.Refused.ChangedMeanwhile);
        }

        if (Authorship.Refuse(ReportAuthors.Of(report), by) is { } author)
        {
            return (null, author);
        }

        IReadOnlyDictionary<string, string> reasons = decision.Items ?? new Dictionary<string, string>();
        if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason) && (reasons.Count == 0 || reasons.Values.Any(string.IsNullOrWhiteSpace)))
        {
            return Refuse("reason-when-sent-back", "Sending back needs a reason, for the whole or for each item.");
        }

        if (decision is { Approved: false, AcceptOthers: true } && reasons.Count == 0)
        {
            return Refuse("items-when-accepting-others", "To accept the other items, say which ones are sent back.");
        }

        DateTimeOffset now = clock.GetUtcNow();
        ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
        string[] accepted = decision is { Approved: false, AcceptOthers: true } ? [.. report.Entries.Keys.Where(code => !reasons.ContainsKey(code) && !report.AcceptedItems.Contains(code)).Order(StringComparer.Ordinal)] : [];
        var review = new ReviewDecision(decision.Approved, by, now, decision.Reason, reasons, accepted.Length > 0 ? accepted : null);
        var unit = new UnitOfWork(id.Stream);
        ReportMove move = !decision.Approved ? ReportMove.Return : last.NilReason is null ? ReportMove.Accept : ReportMove.DeclareNil;
        ReportRecord after = report with
        {
            State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To,
            Submissions = [.. report.Submissions.SkipLast(1), last with { Decision = review }],
        };
        IReadOnlyList<Observation> observations = decision.Approved ? Accepting.Observations(after, plan) : Accepting.Observations(after, plan, accepted.Contains);
        if (observations.Count > 0)
        {
            unit.Add(ReportRows.ObservationKey(id.Period, last.Number), new AcceptedFigures(by, now, observations));
        }

        if (decision.Approved)
        {
            after = after with { NoticeKey = await mails.AcceptedAsync(unit, after, cancellation) };
        }
        else
        {
            WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf((await directory.ReadAsync(cancellation)).Administrations[report.Administration]);
            after = after with { AcceptedItems = [.. report.AcceptedItems, .. accepted], Period = report.Period.LeavingTime(now, DaysForAnotherRound, home) };
        }

        unit.Replace(row, after).Record(new AuditEntry(decision.Approved ? AuditKind.ReportAccepted : AuditKind.ReportReturned, id.Period.Value, by, decision.Reason));
        TaskRef answered = await TaskEnding.AnswerAsync(rows, unit, task, by, now);
        return (unit, new CommandResult.Recorded(answered.InstanceId));
    }, cancellation);

    private static (UnitOfWork?, CommandResult) Refuse(string rule, string why) => (null, new CommandResult.Refused(rule, why));
}
