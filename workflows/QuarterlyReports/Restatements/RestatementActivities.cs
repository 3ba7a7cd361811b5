using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.QuarterlyReports.Restatements;

public sealed class RestatementActivities(ProgrammeTable table, ProgrammeDirectory directory, CycleSettingsService settings, TimeProvider clock)
{
    private const int DaysToReview = 10, DaysToAskAnew = 70;

    [Function(nameof(TakeRestatementStep))]
    public Task<RestatementNextAction> TakeRestatementStep([ActivityTrigger] RestatementRef id, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        ReportRestatement restatement = (await table.FindAsync<ReportRestatement>(id.Stream, id.RowKey, cancellation))?.Value
            ?? throw new InvalidOperationException($"There is no restatement {id.InstanceId}.");
        if (restatement.Decision is { } decided)
        {
            return ((UnitOfWork?)null, new RestatementNextAction(null, decided.Accepted));
        }

        (TaskRef task, Row<HumanTaskRecord>? row) = await TaskNames.CurrentAsync(table, id.Task, cancellation);
        if (row is not null)
        {
            return (null, new RestatementNextAction(task, false));
        }

        DateTimeOffset now = clock.GetUtcNow();
        WorkingCalendar secretariat = (await settings.ReadAsync(cancellation)).Secretariat;
        ReportRecord report = (await ReportRows.FindAsync(table, new ReportRef(id.Plan, id.Period), cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        DateOnly today = secretariat.DayOf(now);
        HumanTaskRecord file = HumanTaskRecord.Ask(task.Task, ReportTaskKinds.ReviewRestatement, restatement.Subject, 1, report.Administration,
            Deciders.Asked(ReportTaskKinds.ReviewRestatement.DecidedBy, register, today, ReportAuthors.Of(restatement)), now, secretariat.EndOfWorkingDay(today.AddDays(DaysToReview)), secretariat.EndOfWorkingDay(today.AddDays(DaysToAskAnew)));
        return (new UnitOfWork(id.Stream).Add(task.RowKey, file), new RestatementNextAction(task, false));
    }, cancellation);

    /// <summary>Donor reports that were assembled with the old value are assembled anew; where a figure changes, the new version supersedes.</summary>
    /// <returns>How many were told.</returns>
    [Function(nameof(TellDonorReports))]
    public async Task<int> TellDonorReports([ActivityTrigger] RestatementRef id, [DurableClient] DurableTaskClient workflows, CancellationToken cancellation)
    {
        ReportRecord report = (await ReportRows.FindAsync(table, new ReportRef(id.Plan, id.Period), cancellation))!.Value;
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        int told = 0;
        foreach (DonorReportRef affected in register.Agreements.Values
            .Where(agreement => agreement.Administrations.Contains(report.Administration))
            .SelectMany(DonorSchedule.Periods)
            .Where(period => period.Start <= report.Period.End && report.Period.End <= period.End))
        {
            told += await TellAsync(affected, $"{id.Plan} restated {id.Period} (restatement {id.Number})", workflows, cancellation) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> TellAsync(DonorReportRef affected, string why, DurableTaskClient workflows, CancellationToken cancellation)
    {
        (bool marked, TaskRef? signing) = await table.DecideAsync(async () =>
        {
            if (await DonorReportRows.FindAsync(table, affected.Agreement, affected.Period, cancellation) is not { } row || row.Value.Versions.Count == 0)
            {
                return ((UnitOfWork?)null, (false, (TaskRef?)null)); // not assembled yet: it will find the new value
            }

            DonorReportRecord file = row.Value;
            if (file.State == DonorReportState.Assembling)
            {
                return (null, (true, null));
            }

            UnitOfWork unit = new UnitOfWork(file.Stream)
                .Replace(row, file with { State = DonorReportState.Assembling })
                .Record(new AuditEntry(AuditKind.DonorReportReopened, file.Period, null, why, file.Versions[^1].ManifestSha256));
            (TaskRef task, Row<HumanTaskRecord>? asked) = await TaskNames.CurrentAsync(table, file.WaitsFor, cancellation);
            bool open = asked is { Value.State: TaskState.Open };
            if (open)
            {
                unit.Replace(asked!, asked!.Value with { State = TaskState.Cancelled, EndedAt = clock.GetUtcNow() });
            }

            return (unit, (true, open ? task : null));
        }, cancellation);
        if (signing is not null)
        {
            await workflows.WakeAsync(signing.InstanceId, HumanTask.Answered, cancellation);
        }
        else if (marked)
        {
            await workflows.StartAgainAsync(nameof(DonorReportAssembly), affected, affected.InstanceId, cancellation);
        }

        return marked;
    }
}
