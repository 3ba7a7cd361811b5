using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>Restates figures of a report that has ended.</summary>
public sealed class RestatementService(
    ProgrammeTable table,
    PlanVersions versions,
    RestatementMails mails,
    StandIns standIns,
    TimeProvider clock
)
{
    /// <summary>Rows of restated figures sort after those of submissions, in the order of their numbers.</summary>
    private const int FirstObservation = 1000;

    /// <param name="source">"page:{key}" or "api:{key}"; "officer:{key}" marks what an officer enters on behalf of the
    /// administration.</param>
    public Task<RestatementProposed> ProposeAsync(
        ReportRef id,
        IReadOnlyList<ReplyFigure> figures,
        string reason,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync(
            async () =>
            {
                if (await ReportRows.FindAsync(table, id, cancellation) is not { } row)
                {
                    return Refuse("no-such-report", $"Plan {id.Plan} has no report for {id.Period} yet.");
                }

                ReportRecord report = row.Value;
                ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
                if (RestatementRules.Refuse(report, plan, figures, reason, seen: asRead.Fits(row)) is { } refused)
                {
                    return (null, new RestatementProposed(refused, null));
                }

                if (RestatementRules.AnyWaits(await ListAsync(id, cancellation), figures))
                {
                    return Refuse("restatement-waits", "A restatement of the same item waits for a decision; two would both count.");
                }

                var start = new RestatementRef(id.Plan, id.Period, report.Restatements + 1);
                IReadOnlyList<Observation> accepted = await ReportRows.AcceptedAsync(table, id.Plan, cancellation);
                ReportRestatement restatement = RestatementRules.Of(
                    start,
                    figures,
                    accepted,
                    plan,
                    new(reason, by, clock.GetUtcNow(), source)
                );
                if (RestatementRules.Refuse(restatement) is { } groups)
                {
                    return (null, new RestatementProposed(groups, null));
                }

                return (
                    new UnitOfWork(id.Stream)
                        .Replace(row, report with { Restatements = start.Number })
                        .Add(start.RowKey, restatement)
                        .Record(new AuditEntry(AuditKind.RestatementProposed, restatement.Subject.Value, by, reason)),
                    new RestatementProposed(new CommandResult.Recorded(null), start)
                );
            },
            cancellation
        );

    /// <summary>An approver approves the restatement, or refuses it with a reason.</summary>
    /// <param name="asRead">The report, which changes with each of its restatements.</param>
    public Task<CommandResult> DecideAsync(
        RestatementRef id,
        Decision decision,
        PersonId by,
        CancellationToken cancellation,
        AsRead asRead = default
    ) =>
        table.DecideAsync<CommandResult>(
            async () =>
            {
                Row<ReportRestatement>? row = await table.FindAsync<ReportRestatement>(id.Stream, id.RowKey, cancellation);
                Row<ReportRecord>? report = await ReportRows.FindAsync(table, new ReportRef(id.Plan, id.Period), cancellation);
                if (row is null || report is null)
                {
                    return (null, new CommandResult.Refused("no-such-restatement", $"Report {id.Period} has no restatement {id.Number}."));
                }

                if (RestatementRules.Answer(row.Value, id, decision, by, seen: asRead.Fits(report)) is { } answered)
                {
                    return (null, answered);
                }

                return decision.Approved && await RestatedSinceAsync(row.Value, cancellation) is { } item
                    ? (null, new CommandResult.Refused("restated-meanwhile", $"{item} is no longer what this restatement replaces."))
                    : await WriteDecisionAsync(row, report, id, decision, by, cancellation);
            },
            cancellation
        );

    private async Task<(UnitOfWork?, CommandResult)> WriteDecisionAsync(
        Row<ReportRestatement> row,
        Row<ReportRecord> report,
        RestatementRef id,
        Decision decision,
        PersonId by,
        CancellationToken cancellation
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        var unit = new UnitOfWork(id.Stream);
        ReportRestatement after = row.Value with
        {
            Decision = new ReviewDecision(decision.Approved, by, now, decision.Reason, new Dictionary<string, string>()),
        };
        if (decision.Approved)
        {
            unit.Add(
                ReportRows.ObservationKey(id.Period, FirstObservation + id.Number),
                new AcceptedFigures(by, now, await ObservationsAsync(report.Value, after, cancellation))
            );
        }

        string? said = await standIns.SayAsync(by, decision.Approved ? after.Reason : decision.Reason, cancellation);
        // the report too, though it does not change: of two decisions about it at once, the second is made on what the first has left
        unit.Replace(row, after)
            .Replace(report, report.Value)
            .Record(
                decision.Approved
                    ? new AuditEntry(AuditKind.FigureRestated, id.Period.Value, by, said)
                    : new AuditEntry(AuditKind.RestatementReturned, id.Period.Value, by, said)
            );
        TaskRef answered = await TaskEnding.AnswerAsync(table, unit, id.Task, by, now, cancellation);
        MailsOfStream? told = await mails.DecidedAsync(unit, report.Value, after, cancellation);
        return (unit, new CommandResult.Recorded(answered.InstanceId) { Mails = told });
    }

    /// <summary>All restatements of a report, decided or not, oldest first.</summary>
    public async Task<IReadOnlyList<ReportRestatement>> ListAsync(ReportRef id, CancellationToken cancellation) =>
        [
            .. (await table.ListAsync<ReportRestatement>(id.Stream, $"{ReportRows.RestatementPrefix}{id.Period}:", cancellation)).Select(
                row => row.Value
            ),
        ];

    /// <summary>The first item whose current value is no longer the one that the proposal replaces; null if there is none.</summary>
    private async Task<string?> RestatedSinceAsync(ReportRestatement restatement, CancellationToken cancellation)
    {
        ILookup<string, Observation> now = (await ReportRows.AcceptedAsync(table, restatement.Plan, cancellation))
            .Where(one => one.Period == restatement.Period)
            .ToLookup(one => one.Item);
        return restatement.Items.FirstOrDefault(item => now[item.Item].LastOrDefault()?.Id != item.Restates)?.Item;
    }

    private async Task<IReadOnlyList<Observation>> ObservationsAsync(
        ReportRecord report,
        ReportRestatement restatement,
        CancellationToken cancellation
    )
    {
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        Dictionary<string, RestatedItem> items = restatement.Items.ToDictionary(item => item.Item);
        ReportRecord restated = report with { Entries = items.ToDictionary(item => item.Key, item => item.Value.Now) };
        return
        [
            .. AcceptedObservations
                .Of(restated, plan, _ => true)
                .Select(one =>
                    one with
                    {
                        Id = $"{report.Plan}:{report.Period.Key}:{one.Item}:restated-{restatement.Number}",
                        Restates = items[one.Item].Restates ?? $"{report.Plan}:{report.Period.Key}:{one.Item}:gap",
                    }
                ),
        ];
    }

    private static (UnitOfWork?, RestatementProposed) Refuse(string rule, string why) =>
        (null, new RestatementProposed(new CommandResult.Refused(rule, why), null));
}
