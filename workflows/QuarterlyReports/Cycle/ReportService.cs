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
public sealed class ReportService(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    ReportMails mails,
    TimeProvider clock
)
{
    /// <summary>A report sent back shortly before its lock, or after it, stays open for so many calendar days.</summary>
    private const int DaysForAnotherRound = 21;

    /// <summary>Takes figures and commands, and asks for the review where the report is submitted. Who may answer is the caller's
    /// question.</summary>
    /// <param name="read">What <see cref="ReportRows.ReadAsync"/> has read of this report, with the companion's keys; null: not yet.</param>
    /// <returns>Null where there is no such report, or the answer was taken before.</returns>
    public async Task<ReportAnswerResult?> AnswerAsync(GivenAnswer answer, FoundRows? read, CancellationToken cancellation)
    {
        Arrival said = answer.Arrived ?? Arrival.Now(clock);
        return await table.DecideAsync<ReportAnswerResult?>(
            async () =>
            {
                FoundRows rows =
                    read ?? await ReportRows.ReadAsync(table, answer.Report, answer.Companion?.Keys ?? [], accepted: true, cancellation);
                read = null; // only once: a second attempt is made because something has changed
                if (answer.Companion?.WasTaken(rows) == true || ReportRows.Find(rows, answer.Report) is not { } report)
                {
                    return (null, null);
                }

                if (!answer.AsRead.Fits(report))
                {
                    return (null, new ReportAnswerResult(report.Value, ReportAnswerKind.ChangedMeanwhile, []));
                }

                (ReportAnswerResult result, IReadOnlyList<FormItem> items) = await ApplyAsync(
                    answer,
                    report.Value,
                    rows,
                    said,
                    cancellation
                );
                (UnitOfWork unit, result) = Write(answer, report, result);
                if (result.Kind == ReportAnswerKind.Submitted)
                {
                    await AskForReviewAsync(unit, report.Value, result.After, answer.By, rows, cancellation);
                }

                await (answer.Companion?.AddAsync(unit, result, items, rows) ?? Task.CompletedTask);
                return (unit.Actions.Count > 0 ? unit : null, result);
            },
            cancellation
        );
    }

    /// <summary>What becomes of the report, and what was asked.</summary>
    private async Task<(ReportAnswerResult Result, IReadOnlyList<FormItem> Items)> ApplyAsync(
        GivenAnswer answer,
        ReportRecord report,
        FoundRows rows,
        Arrival said,
        CancellationToken cancellation
    )
    {
        ActionPlan plan = await versions.ReadAsync(answer.Report.Plan, report.PlanVersion, cancellation);
        Observation[] accepted = [.. rows.List<AcceptedFigures>(ReportRows.ObservationPrefix).SelectMany(row => row.Value.Observations)];
        IReadOnlyList<FormItem> items = ReportItems.Asked(plan, report, accepted);
        ReportAnswerResult result = ReportAnswer.Apply(report, items, answer.Reply, answer.By, said, answer.Source);
        result = answer.Companion?.Complete(result) ?? result;
        bool changes = result.Kind is not (ReportAnswerKind.Closed or ReportAnswerKind.NothingNew or ReportAnswerKind.Overtaken);
        return (
            changes && answer.Reply.Command is not Command.Nil
                ? result with
                {
                    Questions = ReportQuestions.Ask(result.After, plan, accepted),
                }
                : result,
            items
        );
    }

    private (UnitOfWork Unit, ReportAnswerResult Result) Write(GivenAnswer answer, Row<ReportRecord> report, ReportAnswerResult result)
    {
        var unit = new UnitOfWork(answer.Report.Stream);
        PeriodKey period = answer.Report.Period;
        if (result.Corrections.Count > 0)
        {
            int number = report.Value.Corrections + 1;
            result = result with { After = result.After with { Corrections = number } };
            unit.Add(
                ReportRows.CorrectionKey(period, number),
                new ReportCorrection(
                    number,
                    report.Value.Submissions.Count,
                    answer.By,
                    clock.GetUtcNow(),
                    answer.Source,
                    result.Corrections
                )
            );
        }

        if (result.Kind is ReportAnswerKind.Submitted or ReportAnswerKind.Saved or ReportAnswerKind.Corrected)
        {
            AuditKind kind =
                result.Kind != ReportAnswerKind.Submitted ? AuditKind.ReportDrafted
                : result.After.Submissions[^1].NilReason is not null ? AuditKind.ReportNil
                : AuditKind.ReportSubmitted;
            unit.Replace(report, result.After).Record(new AuditEntry(kind, period.Value, answer.By, answer.Source.Value));
        }

        return (unit, result);
    }

    private async Task AskForReviewAsync(
        UnitOfWork unit,
        ReportRecord before,
        ReportRecord after,
        PersonId by,
        FoundRows rows,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        await TaskEnding.AnswerAsync(rows, unit, ReportTasks.Answer(before), by, now);
        (TaskRef review, Row<HumanTaskRecord>? asked) = await TaskNames.CurrentAsync(rows, ReportTasks.Review(after));
        if (asked is null)
        {
            ProgrammeRegister register = await directory.ReadAsync(cancellation);
            unit.Add(review.RowKey, ReportAsking.Of(after, review.Task, register, await settings.ReadAsync(cancellation), now));
        }
    }

    /// <summary>A reviewer accepts the report, or sends it back with reasons.</summary>
    public Task<CommandResult> DecideAsync(
        ReportRef id,
        Decision decision,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync(
            async () =>
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
                        ? decision.IsAgain(by, earlier.By, earlier.Accepted, earlier.Reason, earlier.Items)
                            ? (null, new CommandResult.Recorded(task.InstanceId))
                            : (null, new CommandResult.Stale(earlier.By))
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
                if (
                    !decision.Approved
                    && string.IsNullOrWhiteSpace(decision.Reason)
                    && (reasons.Count == 0 || reasons.Values.Any(string.IsNullOrWhiteSpace))
                )
                {
                    return Refuse("reason-when-sent-back", "Sending back needs a reason, for the whole or for each item.");
                }

                if (decision is { Approved: false, AcceptOthers: true } && reasons.Count == 0)
                {
                    return Refuse("items-when-accepting-others", "To accept the other items, say which ones are sent back.");
                }

                DateTimeOffset now = clock.GetUtcNow();
                ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
                string[] accepted = decision is { Approved: false, AcceptOthers: true }
                    ?
                    [
                        .. report
                            .Entries.Keys.Where(code => !reasons.ContainsKey(code) && !report.AcceptedItems.Contains(code))
                            .Order(StringComparer.Ordinal),
                    ]
                    : [];
                var review = new ReviewDecision(
                    decision.Approved,
                    by,
                    now,
                    decision.Reason,
                    reasons,
                    accepted.Length > 0 ? accepted : null
                );
                var unit = new UnitOfWork(id.Stream);
                ReportMove move =
                    !decision.Approved ? ReportMove.Return
                    : last.NilReason is null ? ReportMove.Accept
                    : ReportMove.DeclareNil;
                ReportRecord after = report with
                {
                    State = ((MoveResult.Moved)ReportLifecycle.Try(report.State, move)).To,
                    Submissions = [.. report.Submissions.SkipLast(1), last with { Decision = review }],
                };
                IReadOnlyList<Observation> observations = decision.Approved
                    ? Accepting.Observations(after, plan)
                    : Accepting.Observations(after, plan, accepted.Contains);
                if (observations.Count > 0)
                {
                    unit.Add(ReportRows.ObservationKey(id.Period, last.Number), new AcceptedFigures(by, now, observations));
                }

                if (decision.Approved)
                {
                    after = after with { NoticeKey = await mails.AcceptedAsync(unit, after, rows, cancellation) };
                }
                else
                {
                    WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
                        (await directory.ReadAsync(cancellation)).Administrations[report.Administration]
                    );
                    after = after with
                    {
                        AcceptedItems = [.. report.AcceptedItems, .. accepted],
                        Period = report.Period.LeavingTime(now, DaysForAnotherRound, home),
                    };
                }

                unit.Replace(row, after)
                    .Record(
                        new AuditEntry(
                            decision.Approved ? AuditKind.ReportAccepted : AuditKind.ReportReturned,
                            id.Period.Value,
                            by,
                            decision.Reason
                        )
                    );
                TaskRef answered = await TaskEnding.AnswerAsync(rows, unit, task, by, now);
                return (unit, new CommandResult.Recorded(answered.InstanceId));
            },
            cancellation
        );

    private static (UnitOfWork?, CommandResult) Refuse(string rule, string why) => (null, new CommandResult.Refused(rule, why));
}
