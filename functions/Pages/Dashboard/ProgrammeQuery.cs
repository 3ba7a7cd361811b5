using System.Collections.Concurrent;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Storage;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Reads the overview. Every row is read by its key, several at a time, and of a plan no more than the end of its chain while
/// nothing has changed.</summary>
public sealed class ProgrammeQuery(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    PlanReading reading,
    WaitingTasks waiting,
    TimeProvider clock
)
{
    private const int AtOnce = 12;

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
                if (await reading.ReadAsync(listing.Id, token) is { } plan)
                {
                    plans.Add(plan.Status);
                    foreach (OpenPlanTask task in plan.Tasks)
                    {
                        tasks.Add(Waiting(register, plan.Status.File, task, now));
                    }
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

    private WaitingTask Waiting(ProgrammeRegister register, PlanRecord file, OpenPlanTask task, DateTimeOffset now) =>
        waiting.Of(
            task.Task,
            register,
            register.Administrations.GetValueOrDefault(file.Administration)?.Name ?? file.Administration.Value,
            task.Period?.Value,
            task.Page(file.Id),
            now
        ) with
        {
            Ref = task.Ref,
        };

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
