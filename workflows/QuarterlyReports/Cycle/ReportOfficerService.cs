using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Serialization;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>What a programme officer can do to a report: give more time, end it without figures, add notes. Each act needs a reason, which
/// is kept.</summary>
public sealed class ReportOfficerService(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    ReportService reports,
    ReportMails mails,
    MoreTimeMails told,
    TimeProvider clock
)
{
    private const int MostParticipants = 1_000_000;

    /// <summary>Gives more time. The lock moves by as much as the due date.</summary>
    /// <param name="day">New due day in the administration's zone; the end of it, or of the next working day there.</param>
    public Task<CommandResult> ExtendAsync(
        ReportRef id,
        DateOnly day,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id,
            reason,
            asRead,
            async (report, unit, now) =>
            {
                if (!MoreTimeRules.IsOpen(report))
                {
                    return await ClosedAsync(report, cancellation);
                }

                WorkingCalendar home = (await settings.ReadAsync(cancellation)).CalendarOf(
                    await directory.HomeAsync(report.Administration, cancellation)
                );
                if (!MoreTimeRules.IsLater(report, day, home, now))
                {
                    return new Change(null, null, MoreTimeRules.NotLater);
                }

                MoreTimeRequest? asked = MoreTimeRules.Waiting(report);
                ReportRecord after = MoreTimeRules.Given(report, day, reason, by, now, home);
                unit.Record(new AuditEntry(AuditKind.DueDateExtended, id.Period.Value, by, reason));
                await ContributionTasks.ExtendAsync(table, unit, after, PartDue.Of(after, home, now), now, cancellation);
                return new Change(
                    after,
                    await TaskEnding.ExtendAsync(table, unit, ReportTasks.Answer(report), after.Due, after.Period.Locks, now, cancellation)
                )
                {
                    Also = asked is null
                        ? null
                        : await TaskEnding.AnswerAsync(table, unit, MoreTimeTasks.Of(report, asked.Number), by, now, cancellation),
                    Mails = await told.DecidedAsync(unit, after, asked, (true, by, reason), cancellation),
                };
            },
            cancellation
        );

    /// <summary>Waives the report.</summary>
    public Task<CommandResult> WaiveAsync(
        ReportRef id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) => EndAsync(id, ReportMove.Waive, AuditKind.ReportWaived, reason, by, asRead, cancellation);

    /// <summary>Declares on behalf of the administration that there is nothing to report.</summary>
    public Task<CommandResult> DeclareNilAsync(
        ReportRef id,
        string reason,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) => EndAsync(id, ReportMove.DeclareNil, AuditKind.ReportNil, reason, by, asRead, cancellation);

    /// <summary>Takes figures given without a mail or a task's page: entered by an officer on behalf of the administration and marked so,
    /// or sent by a coordinator's own program.</summary>
    /// <param name="source">"officer:{key}" marks what an officer enters; "api:{key}" or "page:{key}" what a coordinator does.</param>
    public async Task<CommandResult> EnterAsync(
        ReportRef id,
        ParsedReply figures,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation,
        AsRead asRead = default
    )
    {
        if (OutOfBounds(figures) is { } longer)
        {
            return longer;
        }

        TaskRef? task = await ReportRows.FindAsync(table, id, cancellation) is not { Value: var before }
            ? null
            : (
                await CurrentTask.CurrentAsync(
                    table,
                    before.State == ReportState.Submitted ? ReportTasks.Review(before) : ReportTasks.Answer(before),
                    cancellation
                )
            ).Task;
        var answer = new GivenAnswer(id, figures, by, source) { AsRead = asRead };
        var entry = new EntryCompanion(mails, answer, cancellation);
        return await reports.AnswerAsync(answer with { Companion = entry }, null, cancellation) switch
        {
            null => ReportClosureWords.NoSuch(id),
            { Kind: ReportAnswerKind.ChangedMeanwhile } => CommandResult.Refused.ChangedMeanwhile,
            { Kind: ReportAnswerKind.Closed, After: var closed } => (await ClosedAsync(closed, cancellation)).Refusal!,
            { Kind: ReportAnswerKind.NothingNew } => new CommandResult.Refused("nothing-new", "Nothing in it says anything new."),
            { Kind: var kind } => new CommandResult.Recorded(
                kind is ReportAnswerKind.Submitted or ReportAnswerKind.Corrected ? task?.InstanceId : null
            )
            {
                Mails = entry.Mails,
            },
        };
    }

    /// <summary>Replaces the notes on risks, deviations and delivery events. The audit trail keeps the hash of the earlier ones.</summary>
    /// <param name="change">From what stands to what shall stand.</param>
    public Task<CommandResult> NoteAsync(
        ReportRef id,
        Func<ReportNotes, ReportNotes> change,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        ChangeAsync(
            id,
            source.Value,
            asRead,
            (report, unit, now) =>
            {
                if (!report.TakesAnswers)
                {
                    return ClosedAsync(report, cancellation);
                }

                ReportNotes notes = change(report.Notes);
                if (notes.Risks.Any(risk => risk.Likelihood is < 1 or > 5 || risk.Impact is < 1 or > 5))
                {
                    return Task.FromResult(Refused("risk-scale", "Likelihood and impact go from 1 to 5."));
                }

                if (
                    notes.Events.Any(one =>
                        string.IsNullOrWhiteSpace(one.Title)
                        || new[] { one.Women, one.Men, one.NotStated }.Any(people => people is < 0 or > MostParticipants)
                        || one.End < one.Start
                    )
                )
                {
                    return Task.FromResult(
                        Refused("delivery-event", "An event ends after it begins, and nobody takes part less than not at all.")
                    );
                }

                if (
                    (
                        TextRefusals.Refuse(
                            TextBounds.Reason,
                            [
                                .. notes.Risks.SelectMany(risk => new[] { risk.Code, risk.Statement, risk.WhatIsDone }),
                                .. notes.Deviations.SelectMany(one => new[] { one.Item, one.WhatAndWhy, one.WhatIsDone }),
                                .. notes.Events.Select(one => one.Title),
                            ]
                        ) ?? TextRefusals.RefuseRow(report with { Notes = notes })
                    ) is
                    { } longer
                )
                {
                    return Task.FromResult(new Change(null, null, longer));
                }

                unit.Record(new AuditEntry(AuditKind.ReportNoted, id.Period.Value, by, source.Value, Hash(notes)));
                ReportRecord after = report with
                {
                    Notes = notes,
                    NotedBy = report.NotedBy.Contains(by) ? report.NotedBy : [.. report.NotedBy, by],
                };
                // whoever was asked for a decision may be an author now
                return Task.FromResult(new Change(after, report.State == ReportState.Submitted ? ReportTasks.Review(report) : null));
            },
            cancellation
        );

    private Task<CommandResult> EndAsync(
        ReportRef id,
        ReportMove move,
        AuditKind kind,
        string reason,
        PersonId by,
        AsRead asRead,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            id,
            reason,
            asRead,
            async (report, unit, now) =>
            {
                if (ReportLifecycle.Try(report.State, move) is not MoveResult.Moved { To: var ended })
                {
                    var refused = (MoveResult.Refused)ReportLifecycle.Try(report.State, move);
                    return Refused(refused.Rule, refused.Why.En);
                }

                unit.Record(new AuditEntry(kind, id.Period.Value, by, reason));
                if (MoreTimeRules.Waiting(report) is { } waits)
                {
                    await TaskEnding.CancelAsync(table, unit, MoreTimeTasks.Of(report, waits.Number), by, now, cancellation);
                }

                await ContributionTasks.CancelAsync(table, unit, report, by, now, cancellation);
                TaskRef asked = report.State == ReportState.Submitted ? ReportTasks.Review(report) : ReportTasks.Answer(report);
                var ending = new OfficerEnding(by, now, reason);
                return new Change(
                    ContributionRules.Ended(report, PartOutcome.Closed, by, now) with
                    {
                        State = ended,
                        EndedBy = ending,
                    },
                    await TaskEnding.CancelAsync(table, unit, asked, by, now, cancellation)
                )
                {
                    Mails = await mails.EndedAsync(unit, report, ended == ReportState.NilReturn, ending, cancellation),
                };
            },
            cancellation
        );

    private Task<CommandResult> ChangeAsync(
        ReportRef id,
        string reason,
        AsRead asRead,
        Func<ReportRecord, UnitOfWork, DateTimeOffset, Task<Change>> change,
        CancellationToken cancellation
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                Row<ReportRecord>? row = await ReportRows.FindAsync(table, id, cancellation);
                if (ReasonedChange.Refuse(row, ReportClosureWords.NoSuch(id), reason, asRead) is { } refused)
                {
                    return (null, refused);
                }

                var unit = new UnitOfWork(id.Stream);
                Change made = await change(row!.Value, unit, clock.GetUtcNow());
                return made.Refusal is { } refusal
                    ? (null, refusal)
                    : (
                        unit.Replace(row!, made.After!),
                        new CommandResult.Recorded(made.Wakes?.InstanceId)
                        {
                            Also = made.Also is { } also ? [new WakeUp(also.InstanceId, HumanTask.Answered)] : [],
                            Mails = made.Mails,
                        }
                    );
            },
            cancellation
        );

    /// <summary>Refuses to a form or a program what a mail would be asked back for (<see cref="ReplyBounds"/>).</summary>
    private static CommandResult.Refused? OutOfBounds(ParsedReply figures) =>
        ReplyBounds.Hold(figures).NotUnderstood.Skip(figures.NotUnderstood.Count).FirstOrDefault() is not { } line
            ? TextRefusals.RefuseRow(figures)
        : line.Reason == NotUnderstoodReason.TooLong
            ? new CommandResult.Refused(
                TextBounds.Rule,
                $"{line.Code}: a text has at most {TextBounds.Narrative} characters, a reason {TextBounds.Reason}."
            )
        : new CommandResult.Refused("number-too-large", $"{line.Code}: no such number.");

    private static string Hash(ReportNotes notes) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Json.Write(notes))));

    private async Task<Change> ClosedAsync(ReportRecord report, CancellationToken cancellation) =>
        new(null, null, ReportClosureWords.Refuse(report, await directory.ReadForAsync(report.Administration, cancellation)));

    private static Change Refused(string rule, string why) => new(null, null, new CommandResult.Refused(rule, why));

    private sealed record Change(ReportRecord? After, TaskRef? Wakes, CommandResult.Refused? Refusal = null)
    {
        public TaskRef? Also { get; init; }

        public MailsOfStream? Mails { get; init; }
    }
}
