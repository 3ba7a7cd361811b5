using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Answers to and decisions on a quarterly report. Each answer, the end of its task and its audit event are one commit.</summary>
public sealed class ReportService(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    ReportMails mails,
    StandIns standIns,
    TimeProvider clock
)
{
    /// <summary>Takes figures and commands, and asks for the review when the report is submitted. The caller checks who may
    /// answer.</summary>
    /// <param name="read">What <see cref="ReportRows.ReadAsync"/> has read of this report, with the companion's keys; null: not
    /// yet.</param>
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
                else if (result.Kind == ReportAnswerKind.Saved)
                {
                    await ContributionTasks.AnswerAsync(
                        table,
                        unit,
                        (report.Value, result.After),
                        answer.By,
                        clock.GetUtcNow(),
                        cancellation
                    );
                }

                if (result.Kind is ReportAnswerKind.Submitted or ReportAnswerKind.Saved)
                {
                    result = result with { Told = await mails.OvertakenAsync(unit, report.Value, result.After, answer.By, cancellation) };
                }

                await (answer.Companion?.AddAsync(unit, result, items, rows) ?? Task.CompletedTask);
                return (unit.Actions.Count > 0 ? unit : null, result);
            },
            cancellation
        );
    }

    /// <summary>The report after the answer, and what was asked for.</summary>
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
        ParsedReply? reply = answer.Part is { } part ? ContributionRules.Held(report, part, answer.Reply) : answer.Reply;
        if (reply is null)
        {
            return (new ReportAnswerResult(report, ReportAnswerKind.Closed, []), items);
        }

        ReportAnswerResult result = ReportAnswer.Apply(report, items, reply, answer.By, said, answer.Source);
        result = answer.Companion?.Complete(result) ?? result;
        result = result with { After = EvidenceLinks.WithWaiting(result.After, ReportRows.Evidence(rows, answer.Report)) };
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
        if (MoreTimeRules.Waiting(before) is { } waits)
        {
            await TaskEnding.CancelAsync(table, unit, MoreTimeTasks.Of(before, waits.Number), by, now, cancellation);
        }

        await ContributionTasks.CancelAsync(table, unit, before, by, now, cancellation);

        (TaskRef review, Row<HumanTaskRecord>? asked) = await CurrentTask.CurrentAsync(rows, ReportTasks.Review(after));
        if (asked is null)
        {
            ProgrammeRegister register = await directory.ReadForAsync(after.Administration, cancellation);
            unit.Add(review.RowKey, ReportNextTask.Of(after, review.Task, register, await settings.ReadAsync(cancellation), now));
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
                    return (null, new CommandResult.Refused("no-such-report", $"Plan {id.Plan} has no report for {id.Period}."));
                }

                return ReportReviewRules.Answer(row.Value, decision, by, seen: asRead.Fits(row)) is { } answered
                    ? (null, answered)
                    : await WriteDecisionAsync(row, rows, decision, by, cancellation);
            },
            cancellation
        );

    /// <summary>What was accepted of it before it was reopened.</summary>
    private async Task<IReadOnlyList<Observation>> EarlierAsync(ReportRecord report, CancellationToken cancellation) =>
        report.Submissions.Any(one => one is { TakenBack: not null, Decision: not null })
            ? [.. (await ReportRows.AcceptedAsync(table, report.Plan, cancellation)).Where(one => one.Period == report.Period.Key)]
            : [];

    private async Task<(UnitOfWork?, CommandResult)> WriteDecisionAsync(
        Row<ReportRecord> row,
        FoundRows rows,
        Decision decision,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ReportRecord report = EvidenceLinks.WithWaiting(
            row.Value,
            ReportRows.Evidence(rows, new ReportRef(row.Value.Plan, row.Value.Period.Key))
        );
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        (ReportRecord after, IReadOnlyList<Observation> observations) = ReportReviewRules.Apply(
            report,
            plan,
            await EarlierAsync(report, cancellation),
            decision,
            by,
            now
        );
        var unit = new UnitOfWork(StreamId.Of(report.Plan));
        if (observations.Count > 0)
        {
            unit.Add(
                ReportRows.ObservationKey(report.Period.Key, after.Submissions[^1].Number),
                new AcceptedFigures(by, now, observations)
            );
        }

        MailsOfStream? others = null;
        if (decision.Approved)
        {
            (string? notice, others) = await mails.AcceptedAsync(unit, after, plan, rows, cancellation);
            after = after with { NoticeKey = notice };
        }
        else
        {
            WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
                await directory.HomeAsync(report.Administration, cancellation)
            );
            after = AnswerDue.Asked(LockForAnotherRound.Of(after, home, now), home, now);
        }

        AuditKind kind = decision.Approved ? AuditKind.ReportAccepted : AuditKind.ReportReturned;
        string? said = await standIns.SayAsync(by, decision.Reason, cancellation);
        unit.Replace(row, after).Record(new AuditEntry(kind, report.Period.Key.Value, by, said));
        TaskRef answered = await TaskEnding.AnswerAsync(rows, unit, ReportTasks.Review(report), by, now);
        return (unit, new CommandResult.Recorded(answered.InstanceId) { Mails = others });
    }
}
