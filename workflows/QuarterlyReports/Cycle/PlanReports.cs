using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>A plan's reports, as its lifecycle needs them.</summary>
internal sealed class PlanReports(ProgrammeTable table) : IPlanReports
{
    public Task StartAsync(DurableTaskClient workflows, PlanId plan, PeriodKey period, CancellationToken cancellation) =>
        workflows.StartOnceAsync(
            nameof(QuarterlyReport),
            new ReportRef(plan, period),
            ReportRecord.InstanceIdOf(plan, period),
            cancellation
        );

    public async Task<bool> IsBegunAsync(PlanId plan, PeriodKey period, CancellationToken cancellation) =>
        await ReportRows.FindAsync(table, new ReportRef(plan, period), cancellation) is not null;

    public void Waive(UnitOfWork unit, PlanRecord plan, ReportingPeriod period, string reason, PersonId by, DateTimeOffset now)
    {
        ReportRecord waived = ReportRecord.NotDue(plan.Id, plan.Administration, period, plan.VersionFor(period.Start)) with
        {
            State = ReportState.Waived,
            EndedBy = new OfficerEnding(by, now, reason),
        };
        unit.Add(ReportRows.Key(period.Key), waived).Record(new AuditEntry(AuditKind.ReportWaived, period.Key.Value, by, reason));
    }

    public async Task<IReadOnlyList<TaskRef>> WaiveOpenAsync(
        UnitOfWork unit,
        PlanId plan,
        string reason,
        PersonId by,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var waiting = new List<TaskRef>();
        foreach (Row<ReportRecord> report in await table.ListAsync<ReportRecord>(StreamId.Of(plan), ReportRows.Prefix, cancellation))
        {
            if (report.Value.State is ReportState.NotDue or ReportState.Open or ReportState.Returned)
            {
                ReportRecord ended = ContributionRules.Ended(report.Value, PartOutcome.Closed, by, now) with
                {
                    State = ReportState.Waived,
                    EndedBy = new OfficerEnding(by, now, reason),
                };
                unit.Replace(report, ended).Record(new AuditEntry(AuditKind.ReportWaived, ended.Period.Key.Value, by, reason));
                waiting.AddRange(MoreTimeRules.Waiting(report.Value) is { } asked ? [MoreTimeTasks.Of(ended, asked.Number)] : []);
                waiting.AddRange(ContributionTasks.WaitingOf(report.Value));
            }
        }

        return waiting;
    }

    public async Task<IReadOnlyDictionary<string, (decimal Value, DateOnly On)>> LastAcceptedAsync(
        PlanRecord plan,
        CancellationToken cancellation
    ) => LastOf(await ReportRows.AcceptedAsync(table, plan.Id, cancellation), plan.Periods);

    /// <param name="accepted">A restated figure after the one that it takes the place of.</param>
    /// <returns>The last figure of each item; of a restated one the last word counts, also where that is that there is none.</returns>
    internal static Dictionary<string, (decimal Value, DateOnly On)> LastOf(
        IEnumerable<Observation> accepted,
        IReadOnlyList<ReportingPeriod> periods
    )
    {
        var last = new Dictionary<string, (decimal Value, DateOnly On)>();
        foreach (Observation said in accepted.GroupBy(one => (one.Item, one.Period)).Select(one => one.Last()))
        {
            if (said.Value is { } value)
            {
                last[said.Item] = (value, periods.First(period => period.Key == said.Period).End);
            }
        }

        return last;
    }
}
