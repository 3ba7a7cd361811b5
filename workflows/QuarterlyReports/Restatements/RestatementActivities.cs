using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.QuarterlyReports.Restatements;

public sealed class RestatementActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    CycleSettingsService settings,
    IRestatedFigures restated,
    TimeProvider clock
)
{
    private const int DaysToReview = 10,
        DaysToAskAnew = 70;

    [Function(nameof(TakeRestatementStep))]
    public Task<RestatementNextAction> TakeRestatementStep([ActivityTrigger] RestatementRef id, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                ReportRestatement restatement =
                    (await table.FindAsync<ReportRestatement>(id.Stream, id.RowKey, cancellation))?.Value
                    ?? throw new InvalidOperationException($"There is no restatement {id.InstanceId}.");
                if (restatement.Decision is { } decided)
                {
                    return ((UnitOfWork?)null, new RestatementNextAction(null, decided.Accepted));
                }

                (TaskRef task, Row<HumanTaskRecord>? row) = await CurrentTask.CurrentAsync(table, id.Task, cancellation);
                if (row is not null)
                {
                    return (null, new RestatementNextAction(task, false));
                }

                DateTimeOffset now = clock.GetUtcNow();
                WorkingCalendar secretariat = (await settings.ReadAsync(cancellation)).Secretariat;
                ReportRecord report = (await ReportRows.FindAsync(table, new ReportRef(id.Plan, id.Period), cancellation))!.Value;
                ProgrammeRegister register = await directory.ReadAsync(cancellation);
                DateOnly today = secretariat.DayOf(now);
                HumanTaskRecord file = HumanTaskRecord.Ask(
                    task.Task,
                    ReportTaskKinds.ReviewRestatement,
                    restatement.Subject,
                    1,
                    report.Administration,
                    Deciders.Asked(ReportTaskKinds.ReviewRestatement.DecidedBy, register, today, ReportAuthors.Of(restatement)),
                    now,
                    secretariat.EndOfWorkingDay(today.AddDays(DaysToReview)),
                    secretariat.EndOfWorkingDay(today.AddDays(DaysToAskAnew))
                );
                return (new UnitOfWork(id.Stream).Add(task.RowKey, file), new RestatementNextAction(task, false));
            },
            cancellation
        );

    /// <summary>Donor reports that were assembled with the old value are assembled anew; where a figure changes, the new version
    /// supersedes.</summary>
    /// <returns>How many were told.</returns>
    [Function(nameof(TellDonorReports))]
    public async Task<int> TellDonorReports(
        [ActivityTrigger] RestatementRef id,
        [DurableClient] DurableTaskClient workflows,
        CancellationToken cancellation
    )
    {
        ReportRecord report = (await ReportRows.FindAsync(table, new ReportRef(id.Plan, id.Period), cancellation))!.Value;
        return await restated.TellAsync(report, $"{id.Plan} restated {id.Period} (restatement {id.Number})", workflows, cancellation);
    }
}
