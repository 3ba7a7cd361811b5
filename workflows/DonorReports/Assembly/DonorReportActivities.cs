using ACip.Workflows.Audit;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.DonorReports;

public sealed class DonorReportActivities(ProgrammeTable table, ProgrammeDirectory directory, SnapshotBuilder builder, DonorReportArchive archive, DonorReportMails mails, TimeProvider clock)
{
    /// <summary>How often to look whether everything has been accepted, before the cut-off.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromDays(3);

    private static readonly TimeSpan SigningTime = TimeSpan.FromDays(DonorSchedule.DaysForSigning), SigningGrace = TimeSpan.FromDays(90);

    /// <summary>Does what can be done at once, and says what comes next.</summary>
    [Function(nameof(TakeDonorReportStep))]
    public Task<DonorReportTurn> TakeDonorReportStep([ActivityTrigger] DonorReportRef report, CancellationToken cancellation) =>
        table.DecideAsync(() => DecideAsync(report, cancellation), cancellation);

    /// <summary>Takes the snapshot, renders every language and format, and keeps all of it under the version's folder.</summary>
    /// <remarks>Repeated half way, it takes the snapshot that is there already: a snapshot is taken once.</remarks>
    [Function(nameof(AssembleDonorReport))]
    public async Task AssembleDonorReport([ActivityTrigger] DonorReportRef report, CancellationToken cancellation)
    {
        DonorReportFile file = (await DonorReportRows.FindAsync(table, report.Agreement, report.Period, cancellation))!.Value;
        if (file.State is not (DonorReportState.Assembling or DonorReportState.Returned))
        {
            return;
        }

        DonorReportVersion version = await archive.KeepAsync(file, () => builder.BuildAsync(file, cancellation), cancellation);
        await table.DecideAsync(async () =>
        {
            Row<DonorReportFile> row = (await DonorReportRows.FindAsync(table, report.Agreement, report.Period, cancellation))!;
            if (row.Value.Versions.Count != file.Versions.Count)
            {
                return ((Unit?)null, true);
            }

            DonorReportFile after = row.Value with { State = DonorReportState.Draft, Versions = [.. row.Value.Versions, version] };
            return (new Unit(after.Stream).Replace(row, after).Record(new AuditEntry(AuditKind.DonorReportAssembled, report.Period, null, $"version {version.Number}", version.ManifestSha256)), true);
        }, cancellation);
    }

    private async Task<(Unit?, DonorReportTurn)> DecideAsync(DonorReportRef id, CancellationToken cancellation)
    {
        Row<DonorReportFile>? row = await DonorReportRows.FindAsync(table, id.Agreement, id.Period, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (row is null)
        {
            DonorReportFile begun = DonorSchedule.Begin(register.Agreements[id.Agreement], id);
            return (new Unit(begun.Stream).Add(DonorReportRows.Key(id.Period), begun), await WaitOrAssembleAsync(begun, now, cancellation));
        }

        DonorReportFile report = row.Value;
        var unit = new Unit(report.Stream);
        switch (report.State)
        {
            case DonorReportState.Assembling:
                return (null, await WaitOrAssembleAsync(report, now, cancellation));
            case DonorReportState.Returned:
                return (null, new DonorReportTurn(report.State, true, null, null, []));
            case DonorReportState.Draft or DonorReportState.InReview:
                (TaskRef task, Row<HumanTaskFile>? asked) = await TaskNames.CurrentAsync(table, new TaskRef(report.Stream, report.SigningTask), cancellation);
                var asking = new DonorReportTurn(DonorReportState.InReview, false, task, null, []);
                if (asked is not null)
                {
                    return (null, asking);
                }

                HumanTaskFile file = HumanTaskFile.Ask(task.Task, TaskKind.SignDonorReport, report.Period, report.Versions.Count, null,
                    register.Holding(Role.Approver, DateOnly.FromDateTime(now.UtcDateTime)), now, now + SigningTime, now + SigningGrace);
                return (unit.Replace(row, report with { State = DonorReportState.InReview }).Add(task.RowKey, file), asking);
            case DonorReportState.Approved:
                IReadOnlyList<string> keys = await mails.IssueAsync(unit, report, cancellation);
                DonorReportFile issued = report with
                {
                    State = DonorReportState.Issued,
                    Versions = [.. report.Versions.SkipLast(1), report.Versions[^1] with { IssuedAt = now, Mails = keys }],
                };
                unit.Replace(row, issued).Record(new AuditEntry(AuditKind.DonorReportIssued, id.Period, null, $"version {report.Versions.Count}", report.Versions[^1].ManifestSha256));
                return (unit, new DonorReportTurn(issued.State, false, null, null, keys));
            default:
                return (null, new DonorReportTurn(report.State, false, null, null, report.Latest?.Mails ?? []));
        }
    }

    private async Task<DonorReportTurn> WaitOrAssembleAsync(DonorReportFile report, DateTimeOffset now, CancellationToken cancellation)
    {
        bool ready = now >= report.CutOff || await builder.IsCompleteAsync(report, cancellation);
        DateTimeOffset next = now + Look < report.CutOff ? now + Look : report.CutOff;
        return new DonorReportTurn(report.State, ready, null, ready ? null : next, []);
    }
}
