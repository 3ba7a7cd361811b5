using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Restatements;

/// <summary>Restating figures of a report that has ended.</summary>
public sealed class RestatementService(ProgrammeTable table, PlanVersions versions, TimeProvider clock)
{
    /// <summary>Rows of restated figures come after those of submissions, in the order of their numbers.</summary>
    private const int FirstObservation = 1000;

    /// <param name="source">"page:{key}" or "api:{key}"; "officer:{key}" marks what an officer enters on behalf of the
    /// administration.</param>
    public Task<RestatementProposed> ProposeAsync(
        ReportRef id,
        IReadOnlyList<Figure> figures,
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
                if (!ReportLifecycle.HasEnded(report.State))
                {
                    return Refuse("report-not-locked", $"The report is {report.State}; until its lock it is corrected, not restated.");
                }

                if (
                    (
                        TextRefusals.Refuse(TextBounds.Reason, reason)
                        ?? TextRefusals.Refuse(
                            TextBounds.Narrative,
                            [.. figures.Select(figure => figure.Narrative ?? figure.MissingReason)]
                        )
                    ) is
                    { } longer
                )
                {
                    return (null, new RestatementProposed(longer, null));
                }

                if (!asRead.Fits(row))
                {
                    return (null, new RestatementProposed(CommandResult.Refused.ChangedMeanwhile, null));
                }

                if (string.IsNullOrWhiteSpace(reason))
                {
                    return Refuse(
                        "reason-when-restated",
                        "A restatement needs a reason: both values and the reason are shown from then on."
                    );
                }

                ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
                HashSet<string> items = [.. ReportItems.Of(plan, report.Period).Select(item => item.Code)];
                if (figures.Count == 0 || figures.FirstOrDefault(figure => !items.Contains(figure.Code)) is not null)
                {
                    return Refuse("no-such-item", "Say which items of the report are restated.");
                }

                if (
                    (await ListAsync(id, cancellation)).Any(waiting =>
                        waiting.Decision is null && waiting.Items.Any(item => figures.Any(figure => figure.Code == item.Item))
                    )
                )
                {
                    return Refuse("restatement-waits", "A restatement of the same item waits for a decision; two would both count.");
                }

                DateTimeOffset now = clock.GetUtcNow();
                ILookup<string, Observation> before = (await ReportRows.AcceptedAsync(table, id.Plan, cancellation))
                    .Where(one => one.Period == id.Period)
                    .ToLookup(one => one.Item);
                int number = report.Restatements + 1;
                var restatement = new ReportRestatement(
                    id.Plan,
                    id.Period,
                    number,
                    [
                        .. figures.Select(f => new RestatedItem(
                            f.Code,
                            before[f.Code].LastOrDefault()?.Value,
                            before[f.Code].LastOrDefault()?.Id,
                            new ReportEntry(
                                f.Code,
                                f.Value,
                                f.Reached,
                                f.Date,
                                f.Narrative,
                                f.MissingReason,
                                f.Groups,
                                [],
                                by,
                                now,
                                source,
                                f.Line
                            )
                        )),
                    ],
                    reason,
                    by,
                    now
                );
                var start = new RestatementRef(id.Plan, id.Period, number);
                return (
                    new UnitOfWork(id.Stream)
                        .Replace(row, report with { Restatements = number })
                        .Add(start.RowKey, restatement)
                        .Record(new AuditEntry(AuditKind.RestatementProposed, restatement.Subject.Value, by, reason)),
                    new RestatementProposed(new CommandResult.Recorded(null), start)
                );
            },
            cancellation
        );

    /// <summary>An approver puts it in force, or refuses it with a reason.</summary>
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

                if (row.Value.Decision is { } earlier)
                {
                    return (
                        null,
                        decision.IsAgain(by, earlier.By, earlier.Accepted, earlier.Reason)
                            ? new CommandResult.Recorded(id.Task.InstanceId)
                            : new CommandResult.Stale(earlier.By)
                    );
                }

                if (TextRefusals.Refuse(decision) is { } longer)
                {
                    return (null, longer);
                }

                if (!asRead.Fits(report))
                {
                    return (null, CommandResult.Refused.ChangedMeanwhile);
                }

                if (Authorship.Refuse(ReportAuthors.Of(row.Value), by) is { } author)
                {
                    return (null, author);
                }

                if (!decision.Approved && string.IsNullOrWhiteSpace(decision.Reason))
                {
                    return (null, new CommandResult.Refused("reason-when-sent-back", "Refusing needs a reason."));
                }

                if (decision.Approved && await RestatedSinceAsync(row.Value, cancellation) is { } item)
                {
                    return (null, new CommandResult.Refused("restated-meanwhile", $"{item} is no longer what this restatement replaces."));
                }

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

                // the report too, though it does not change: of two decisions about it at once, the second is made on what the first has
                // left
                unit.Replace(row, after)
                    .Replace(report, report.Value)
                    .Record(
                        new AuditEntry(
                            decision.Approved ? AuditKind.FigureRestated : AuditKind.RestatementReturned,
                            id.Period.Value,
                            by,
                            decision.Approved ? after.Reason : decision.Reason
                        )
                    );
                TaskRef answered = await TaskEnding.AnswerAsync(table, unit, id.Task, by, now, cancellation);
                return (unit, new CommandResult.Recorded(answered.InstanceId));
            },
            cancellation
        );

    /// <summary>All restatements of a report, decided or not, oldest first.</summary>
    public async Task<IReadOnlyList<ReportRestatement>> ListAsync(ReportRef id, CancellationToken cancellation) =>
        [
            .. (await table.ListAsync<ReportRestatement>(id.Stream, $"{ReportRows.RestatementPrefix}{id.Period}:", cancellation)).Select(
                row => row.Value
            ),
        ];

    /// <summary>The first item whose value in force is another one by now than the proposal replaces; null for none.</summary>
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
            .. Accepting
                .Observations(restated, plan, _ => true)
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
