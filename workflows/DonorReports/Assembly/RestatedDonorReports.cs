using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Reassembles donor reports that used a restated value. If a figure changes, the new version supersedes the old one.</summary>
internal sealed class RestatedDonorReports(ProgrammeTable table, ProgrammeDirectory directory, TimeProvider clock) : IRestatedFigures
{
    public async Task<int> TellAsync(ReportRecord report, string why, DurableTaskClient workflows, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        int told = 0;
        foreach (
            DonorReportRef affected in register
                .Agreements.Values.Where(agreement => agreement.Administrations.Contains(report.Administration))
                .SelectMany(DonorSchedule.Periods)
                .Where(period => period.Holds(report.Period.End))
        )
        {
            told += await TellAsync(affected, why, workflows, cancellation) ? 1 : 0;
        }

        return told;
    }

    private async Task<bool> TellAsync(DonorReportRef affected, string why, DurableTaskClient workflows, CancellationToken cancellation)
    {
        (bool marked, TaskRef? signing) = await table.DecideAsync(
            async () =>
            {
                if (
                    await DonorReportRows.FindAsync(table, affected.Agreement, affected.Period, cancellation) is not { } row
                    || row.Value.Versions.Count == 0
                )
                {
                    return ((UnitOfWork?)null, (false, (TaskRef?)null)); // not assembled yet: it will find the new value
                }

                DonorReportRecord file = row.Value;
                if (file.State == DonorReportState.Assembling)
                {
                    return (null, (true, null));
                }

                if (file.State == DonorReportState.Returned)
                {
                    return (null, (false, null)); // what the approver asked for comes first; its revision finds the new value
                }

                UnitOfWork unit = new UnitOfWork(file.Stream)
                    .Replace(row, file with { State = DonorReportState.Assembling })
                    .Record(new AuditEntry(AuditKind.DonorReportReopened, file.Period.Value, null, why, file.Versions[^1].ManifestSha256));
                (TaskRef task, Row<HumanTaskRecord>? asked) = await CurrentTask.CurrentAsync(table, file.WaitsFor, cancellation);
                bool open = asked is { Value.State: TaskState.Open };
                if (open)
                {
                    unit.Replace(asked!, asked!.Value with { State = TaskState.Cancelled, EndedAt = clock.GetUtcNow() });
                }

                return (unit, (true, open ? task : null));
            },
            cancellation
        );
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
