using System.Collections.Concurrent;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Reads the overview. Every row is read by its key, several at a time, and a report that has ended is read once a
/// process.</summary>
public sealed class ProgrammeQuery(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanVersions versions,
    WaitingTasks waiting,
    TimeProvider clock
)
{
    private const int AtOnce = 12;

    private readonly ConcurrentDictionary<(PlanId, PeriodKey), ReportStatus> ended = new();

    /// <param name="only">Which plans; null for all.</param>
    public async Task<ProgrammeOverview> ReadAsync(CancellationToken cancellation, Func<PlanListing, bool>? only = null) =>
        (await ReadFactsAsync(cancellation, only)).Overview;

    /// <inheritdoc cref="ReadAsync"/>
    public async Task<ProgrammeFacts> ReadFactsAsync(CancellationToken cancellation, Func<PlanListing, bool>? only = null)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        var tasks = new ConcurrentBag<WaitingTask>();
        var plans = new ConcurrentBag<PlanStatus>();
        var donorReports = new ConcurrentBag<DonorReportRow>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(
            register.Plans.Values.Where(only ?? (_ => true)),
            options,
            async (listing, token) =>
            {
                if (await PlanAsync(register, listing, tasks, now, token) is { } plan)
                {
                    plans.Add(plan);
                }
            }
        );
        await Parallel.ForEachAsync(
            Begun(register, now),
            options,
            async (report, token) =>
            {
                if (await DonorReportAsync(register, report, tasks, now, token) is { } row)
                {
                    donorReports.Add(row);
                }
            }
        );

        ReportStatus[] reports = [.. plans.SelectMany(plan => plan.Reports)];
        bool[] due = [.. reports.Select(report => report.WasOnTime(now)).OfType<bool>()];
        var overview = new ProgrammeOverview(
            register.Fictional,
            now,
            new Punctuality(due.Length, due.Count(onTime => onTime)),
            [.. register.Administrations.Values.OrderBy(one => one.Name, StringComparer.Ordinal).Select(one => Row(one, plans, now))],
            [
                .. tasks
                    .Concat(await waiting.OfLifeAsync(register, now, cancellation))
                    .OrderBy(task => task.Due)
                    .ThenBy(task => task.Id.Value, StringComparer.Ordinal),
            ],
            KeyFactorCalculator.Of(plans.Where(plan => plan.Version is not null).Select(plan => (plan.Version!, plan.Reports))),
            [.. donorReports.OrderBy(report => report.Agreement.Value, StringComparer.Ordinal).ThenBy(report => report.Period)]
        )
        {
            Stuck =
            [
                .. (await ReconciliationState.ReadAsync(table, cancellation))
                    .Findings.Where(one => !one.Repaired)
                    .OrderBy(one => one.At)
                    .ThenBy(one => one.Subject, StringComparer.Ordinal)
                    .Select(one => new StuckWork(one.Subject, one.Rule, one.What, one.At)),
            ],
        };
        return new ProgrammeFacts(overview, [.. plans]);
    }

    private static AdministrationRow Row(Administration administration, IEnumerable<PlanStatus> plans, DateTimeOffset now) =>
        new(
            administration.Id,
            administration.Name,
            administration.WcoRegion,
            administration.Donor,
            [
                .. plans
                    .Where(plan => plan.File.Administration == administration.Id)
                    .OrderBy(plan => plan.File.Start)
                    .Select(plan => new PlanRow(
                        plan.File.Id,
                        plan.File.Title,
                        plan.File.State,
                        plan.File.Version,
                        plan.File.Start,
                        plan.File.End,
                        [
                            .. plan.Reports.Select(report => new ReportCell(
                                report.Period.Key,
                                report.Period.Start,
                                report.Period.End,
                                report.Due,
                                report.State,
                                report.IsOverdue(now),
                                report.WasOnTime(now)
                            )),
                        ]
                    )),
            ]
        );

    private static IEnumerable<DonorReportRef> Begun(ProgrammeRegister register, DateTimeOffset now) =>
        register
            .Agreements.Values.SelectMany(agreement => DonorSchedule.Periods(agreement))
            .Where(period => period.Start <= DateOnly.FromDateTime(now.UtcDateTime));

    private async ValueTask<PlanStatus?> PlanAsync(
        ProgrammeRegister register,
        PlanListing listing,
        ConcurrentBag<WaitingTask> tasks,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if ((await PlanRows.FindAsync(table, listing.Id, cancellation))?.Value is not { } file)
        {
            return null;
        }

        string name = register.Administrations.GetValueOrDefault(file.Administration)?.Name ?? file.Administration.Value;
        var stream = StreamId.Of(file.Id);
        foreach (TaskId waiting in OpenTaskIds.Of(file))
        {
            await TaskAsync(register, stream, waiting, (name, null, $"/plans/{file.Id}"), tasks, now, cancellation);
        }

        var reports = new List<ReportStatus>();
        for (int index = 0; index < file.Periods.Count; index++)
        {
            ReportingPeriod period = file.Periods[index];
            reports.Add(
                index < file.ReportsStarted
                    ? await ReportAsync(register, file, period, name, tasks, now, cancellation)
                    : ReportStatus.NotYet(file.Id, period)
            );
        }

        ActionPlan? version = file.Version == 0 ? null : await versions.ReadAsync(file.Id, file.Version, cancellation);
        if (reports.FindLastIndex(report => report.IsAccepted) is >= 0 and var last)
        {
            reports[last] = await WithRestatedAsync(register, reports[last], name, tasks, now, cancellation);
        }

        return new PlanStatus(file, version, reports);
    }

    private async ValueTask<ReportStatus> ReportAsync(
        ProgrammeRegister register,
        PlanRecord plan,
        ReportingPeriod period,
        string name,
        ConcurrentBag<WaitingTask> tasks,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (ended.TryGetValue((plan.Id, period.Key), out ReportStatus? known))
        {
            return known;
        }

        if ((await ReportRows.FindAsync(table, new ReportRef(plan.Id, period.Key), cancellation))?.Value is not { } report)
        {
            return ReportStatus.NotYet(plan.Id, period);
        }

        foreach (TaskId waits in OpenTaskIds.Of(report))
        {
            await TaskAsync(
                register,
                StreamId.Of(plan.Id),
                waits,
                (name, period.Key.Value, $"/plans/{plan.Id}/reports/{period.Key}"),
                tasks,
                now,
                cancellation
            );
        }

        ReportStatus standing = ReportStatus.Of(report);
        if (standing.IsFinal)
        {
            ended[(plan.Id, period.Key)] = standing;
        }

        return standing;
    }

    /// <summary>A figure can be restated after the lock, so restatements are read anew each time: they are numbered without a gap. Only the
    /// latest report counts for progress.</summary>
    private async ValueTask<ReportStatus> WithRestatedAsync(
        ProgrammeRegister register,
        ReportStatus report,
        string name,
        ConcurrentBag<WaitingTask> tasks,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var values = new Dictionary<string, decimal>(report.Values);
        for (int number = 1; ; number++)
        {
            var id = new RestatementRef(report.Plan, report.Period.Key, number);
            if ((await table.FindAsync<ReportRestatement>(id.Stream, id.RowKey, cancellation))?.Value is not { } restatement)
            {
                return report with { Values = values };
            }

            if (restatement.Decision is null)
            {
                await TaskAsync(
                    register,
                    id.Stream,
                    id.Task.Task,
                    (name, report.Period.Key.Value, $"/plans/{report.Plan}/reports/{report.Period.Key}"),
                    tasks,
                    now,
                    cancellation
                );
            }

            foreach (RestatedItem item in restatement.Items.Where(_ => restatement.Decision is { Accepted: true }))
            {
                values.Remove(item.Item);
                if (item.Now.Value is { } value)
                {
                    values[item.Item] = value;
                }
            }
        }
    }

    private async ValueTask<DonorReportRow?> DonorReportAsync(
        ProgrammeRegister register,
        DonorReportRef id,
        ConcurrentBag<WaitingTask> tasks,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if ((await DonorReportRows.FindAsync(table, id.Agreement, id.Period, cancellation))?.Value is not { } report)
        {
            return null;
        }

        GrantAgreement agreement = register.Agreements[id.Agreement];
        if (report.State == DonorReportState.InReview)
        {
            await TaskAsync(
                register,
                report.Stream,
                report.SigningTask,
                (agreement.Title, report.Period.Value, $"/donor-reports/{id.Agreement}/{id.Period}"),
                tasks,
                now,
                cancellation
            );
        }

        bool late = now > report.Deadline && report.State is not (DonorReportState.Issued or DonorReportState.Superseded);
        return new DonorReportRow(
            id.Agreement,
            agreement.Title,
            agreement.Donor,
            report.Period,
            report.Label,
            report.State,
            report.Versions.Count,
            report.Deadline,
            late
        );
    }

    private async ValueTask TaskAsync(
        ProgrammeRegister register,
        StreamId stream,
        TaskId? id,
        (string Subject, string? Period, string Page) about,
        ConcurrentBag<WaitingTask> tasks,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (
            id is { } name
            && (await TaskNames.CurrentAsync(table, new TaskRef(stream, name), cancellation)).Row
                is { Value: { State: TaskState.Open } open }
        )
        {
            tasks.Add(waiting.Of(open, register, about.Subject, about.Period, about.Page, now) with { Ref = new TaskRef(stream, open.Id) });
        }
    }
}
