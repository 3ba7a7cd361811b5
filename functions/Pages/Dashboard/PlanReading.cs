using System.Collections.Concurrent;
using ACip.Functions.Pages.ActionPlans;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Azure;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>An open task of a plan, and where it shows.</summary>
/// <param name="Period">Null for the plan itself.</param>
internal sealed record OpenPlanTask(TaskRef Ref, HumanTaskRecord Task, PeriodKey? Period)
{
    public string Page(PlanId plan) => Period is { } period ? $"/plans/{plan}/reports/{period}" : $"/plans/{plan}";
}

/// <summary>A plan with its reports and what is open of it.</summary>
internal sealed record ReadPlan(PlanStatus Status, IReadOnlyList<OpenPlanTask> Tasks)
{
    /// <summary>The reports with their values in the units of their time; <see cref="Status"/> has them as the last version
    /// measures.</summary>
    public IReadOnlyList<ReportStatus> AsReported { get; init; } = [];
}

/// <summary>Reads how plans stand. What was read is held to the plan's audit chain, whose end moves with every change of the plan, its
/// reports and tasks, by whichever worker: that one row tells whether any of it must be read again.</summary>
/// <remarks>One entry for each plan that was read and is registered, without the texts of its reports.</remarks>
public sealed class PlanReading : IStorageCache
{
    /// <summary>What erasure rewrites leaves the memory of other workers within a day.</summary>
    private static readonly TimeSpan KeptAtMost = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<StreamId, KeptReading<KeptPlan>> known = new();
    private readonly ProgrammeTable table;
    private readonly PlanVersions versions;
    private readonly TimeProvider clock;

    public PlanReading(ProgrammeTable table, PlanVersions versions, TimeProvider clock)
    {
        (this.table, this.versions, this.clock) = (table, versions, clock);
        table.Notices.Listen(stream =>
        {
            if (known.TryGetValue(stream, out KeptReading<KeptPlan>? kept))
            {
                kept.Moved();
            }
        });
    }

    void IStorageCache.Forget()
    {
        foreach (KeptReading<KeptPlan> kept in known.Values)
        {
            kept.Forget();
        }
    }

    /// <summary>As it was read last; null where it must be read.</summary>
    internal Seen<KeptPlan>? Kept(PlanId plan) =>
        known.TryGetValue(StreamId.Of(plan), out KeptReading<KeptPlan>? kept) ? kept.Fresh() : null;

    internal bool MayStand(PlanId plan) => known.TryGetValue(StreamId.Of(plan), out KeptReading<KeptPlan>? kept) && kept.MayStand;

    /// <inheritdoc cref="KeptReading{T}.Confirm"/>
    internal Seen<KeptPlan>? Confirm(PlanId plan, WriterMarksSeen look, DateTimeOffset at) =>
        known.TryGetValue(StreamId.Of(plan), out KeptReading<KeptPlan>? kept) ? kept.Confirm(look, at) : null;

    /// <summary>As it stands now.</summary>
    /// <param name="before">Who else had written before; null: nobody looked.</param>
    internal Task<Seen<KeptPlan>> ReadAsync(PlanId plan, CancellationToken cancellation, WriterMarksSeen? before = null) =>
        known.GetOrAdd(StreamId.Of(plan), _ => new(clock)).LookAsync(kept => LookAsync(plan, kept, cancellation), before);

    /// <summary>Plans that are not registered any more are let go.</summary>
    internal void Prune(IReadOnlyDictionary<PlanId, PlanListing> registered)
    {
        if (known.Count > registered.Count)
        {
            foreach (StreamId stream in known.Keys.Where(stream => !registered.ContainsKey(stream.Plan)))
            {
                known.TryRemove(stream, out _);
            }
        }
    }

    private async Task<KeptPlan> LookAsync(PlanId plan, KeptPlan? kept, CancellationToken cancellation)
    {
        // before the rows: what changes while they are read is then looked for again
        ETag? end = (await table.FindAsync<AuditHead>(StreamId.Of(plan), AuditRows.Head, cancellation))?.ETag;
        if (kept is { Plan: not null } && kept.End == end && TimeProvider.System.GetElapsedTime(kept.ReadAtTick) < KeptAtMost)
        {
            return kept;
        }

        long tick = TimeProvider.System.GetTimestamp();
        return (await PlanRows.FindAsync(table, plan, cancellation))?.Value is not { } file
            ? new KeptPlan(end, tick, null)
            : new KeptPlan(end, tick, await ReadAsync(file, kept?.Plan, cancellation));
    }

    private async Task<ReadPlan> ReadAsync(PlanRecord file, ReadPlan? kept, CancellationToken cancellation)
    {
        var tasks = new List<OpenPlanTask>();
        foreach (TaskId waiting in OpenTaskIds.Of(file))
        {
            await AddTaskAsync(tasks, new TaskRef(StreamId.Of(file.Id), waiting), null, cancellation);
        }

        var reports = new List<ReportStatus>();
        for (int index = 0; index < file.Periods.Count; index++)
        {
            ReportingPeriod period = file.Periods[index];
            reports.Add(
                index < file.ReportsStarted
                    ? await ReportAsync((file.Id, period), kept, tasks, cancellation)
                    : ReportStatus.NotYet(file.Id, period)
            );
        }

        ActionPlan? version = file.Version == 0 ? null : await versions.ReadAsync(file.Id, file.Version, cancellation);
        await RestateAsync(file.Id, reports, tasks, cancellation);
        return new ReadPlan(new PlanStatus(file, version, await MeasuredAsync(version, reports, cancellation)), tasks)
        {
            AsReported = reports,
        };
    }

    private async Task<IReadOnlyList<ReportStatus>> MeasuredAsync(
        ActionPlan? version,
        IReadOnlyList<ReportStatus> reports,
        CancellationToken cancellation
    )
    {
        if (version is null)
        {
            return reports;
        }

        IEnumerable<int> under = reports.Where(report => report.Values.Count > 0).Select(report => report.PlanVersion).OfType<int>();
        IReadOnlyList<ActionPlan> since = await MeasuredAlike.ReadAsync(versions, version, under, cancellation);
        return [.. reports.Select(report => report.MeasuredBy(since))];
    }

    private async Task<ReportStatus> ReportAsync(
        (PlanId Plan, ReportingPeriod Period) of,
        ReadPlan? kept,
        List<OpenPlanTask> tasks,
        CancellationToken cancellation
    )
    {
        (PlanId plan, ReportingPeriod period) = of;
        // one that has ended shows the same whatever happens from here on
        if (kept?.AsReported.FirstOrDefault(one => one.Period.Key == period.Key) is { IsFinal: true, IsRestated: false } ended)
        {
            return ended;
        }

        if ((await ReportRows.FindAsync(table, new ReportRef(plan, period.Key), cancellation))?.Value is not { } report)
        {
            return ReportStatus.NotYet(plan, period);
        }

        foreach (TaskId waits in OpenTaskIds.Of(report))
        {
            await AddTaskAsync(tasks, new TaskRef(StreamId.Of(plan), waits), period.Key, cancellation);
        }

        return ReportStatus.Of(report);
    }

    /// <summary>Of any report that has ended figures can be restated, and an indicator's last figure may be that of an early one.</summary>
    private async Task RestateAsync(PlanId plan, List<ReportStatus> reports, List<OpenPlanTask> tasks, CancellationToken cancellation)
    {
        ILookup<PeriodKey, ReportRestatement> all = (
            await table.ListAsync<ReportRestatement>(StreamId.Of(plan), ReportRows.RestatementPrefix, cancellation)
        )
            .Select(row => row.Value)
            .OrderBy(one => one.Number)
            .ToLookup(one => one.Period);
        for (int index = 0; index < reports.Count; index++)
        {
            PeriodKey period = reports[index].Period.Key;
            reports[index] = reports[index].With([.. all[period]]);
            foreach (ReportRestatement waits in all[period].Where(one => one.Decision is null))
            {
                await AddTaskAsync(tasks, new RestatementRef(plan, period, waits.Number).Task, period, cancellation);
            }
        }
    }

    private async Task AddTaskAsync(List<OpenPlanTask> tasks, TaskRef name, PeriodKey? period, CancellationToken cancellation)
    {
        if ((await CurrentTask.CurrentAsync(table, name, cancellation)).Row is { Value: { State: TaskState.Open } open })
        {
            tasks.Add(new OpenPlanTask(name with { Task = open.Id }, open, period));
        }
    }
}

/// <param name="End">Tag of the chain's end before the rows were read.</param>
/// <param name="Plan">Null where there is no such plan.</param>
internal sealed record KeptPlan(ETag? End, long ReadAtTick, ReadPlan? Plan);
