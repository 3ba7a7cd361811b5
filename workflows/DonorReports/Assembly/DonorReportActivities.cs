using ACip.Workflows.Audit;
using ACip.Workflows.DonorReports.Tasks;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;
using Microsoft.Azure.Functions.Worker;

namespace ACip.Workflows.DonorReports.Assembly;

public sealed class DonorReportActivities(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    SnapshotBuilder builder,
    DonorReportMails mails,
    CycleSettingsService settings,
    TimeProvider clock
)
{
    /// <summary>How often to check, before the cut-off, whether everything has been accepted.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromDays(3);

    private static readonly TimeSpan SigningTime = TimeSpan.FromDays(DonorSchedule.DaysForSigning),
        RevisingTime = TimeSpan.FromDays(7),
        AskedAnewAfter = TimeSpan.FromDays(90);

    /// <summary>Does everything that can be done at once and returns what comes next.</summary>
    [Function(nameof(TakeDonorReportStep))]
    public Task<DonorReportNextAction> TakeDonorReportStep([ActivityTrigger] DonorReportRef report, CancellationToken cancellation) =>
        table.DecideAsync(() => DecideAsync(report, cancellation), cancellation);

    private async Task<(UnitOfWork?, DonorReportNextAction)> DecideAsync(DonorReportRef id, CancellationToken cancellation)
    {
        Row<DonorReportRecord>? row = await DonorReportRows.FindAsync(table, id.Agreement, id.Period, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        if (row is null)
        {
            return await BeginAsync(register.Agreements[id.Agreement], id, now, cancellation);
        }

        DonorReportRecord report = row.Value;
        return report.State switch
        {
            DonorReportState.Assembling when report is { IsFinal: true, Versions.Count: 0 } && !IsStillFinal(register, id) => EndUnmade(
                row
            ),
            DonorReportState.Assembling => OpenWhileItWaits(row, await WaitOrAssembleAsync(report, now, cancellation)),
            DonorReportState.Returned => await AskAsync(row, report, DonorReportTaskKinds.ReviseDonorReport, register, now, cancellation),
            DonorReportState.Draft or DonorReportState.InReview => await AskAsync(
                row,
                report with
                {
                    State = DonorReportState.InReview,
                },
                DonorReportTaskKinds.SignDonorReport,
                register,
                now,
                cancellation
            ),
            DonorReportState.Approved => await IssueAsync(row, now, cancellation),
            _ => (null, new DonorReportNextAction(report.State, false, null, null, report.Latest?.Mails ?? [])),
        };
    }

    private async Task<(UnitOfWork?, DonorReportNextAction)> BeginAsync(
        GrantAgreement agreement,
        DonorReportRef id,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        DonorReportRecord begun = DonorSchedule.Begin(agreement, id);
        return (
            new UnitOfWork(begun.Stream)
                .Add(DonorReportRows.Key(id.Period), begun)
                .Record(new AuditEntry(AuditKind.DonorReportBegun, id.Period.Value)),
            await WaitOrAssembleAsync(begun, now, cancellation)
        );
    }

    private static (UnitOfWork?, DonorReportNextAction) EndUnmade(Row<DonorReportRecord> row)
    {
        DonorReportRecord ended = row.Value with { State = DonorReportState.NothingToReport };
        return (
            new UnitOfWork(ended.Stream)
                .Replace(row, ended)
                .Record(
                    new AuditEntry(AuditKind.DonorReportNothingToReport, ended.Period.Value, null, "the agreement ends on another day now")
                ),
            new DonorReportNextAction(ended.State, false, null, null, [])
        );
    }

    /// <summary>What was being made may have failed, and waits again: texts and annexes are taken again.</summary>
    private static (UnitOfWork?, DonorReportNextAction) OpenWhileItWaits(Row<DonorReportRecord> row, DonorReportNextAction next) =>
        row.Value.MakingSince is null || next.Assemble
            ? (null, next)
            : (new UnitOfWork(row.Value.Stream).Replace(row, row.Value with { MakingSince = null }), next);

    /// <summary>Asks approvers to sign the report, or officers to revise it.</summary>
    private async Task<(UnitOfWork?, DonorReportNextAction)> AskAsync(
        Row<DonorReportRecord> was,
        DonorReportRecord after,
        TaskDefinition kind,
        ProgrammeRegister register,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        (TaskRef task, Row<HumanTaskRecord>? asked) = await CurrentTask.CurrentAsync(table, after.WaitsFor, cancellation);
        var next = new DonorReportNextAction(after.State, false, task, null, []);
        if (asked is not null)
        {
            return (null, next);
        }

        bool signs = kind == DonorReportTaskKinds.SignDonorReport;
        WorkingCalendar secretariat = (await settings.ReadAsync(cancellation)).Secretariat;
        DateOnly today = secretariat.DayOf(now);
        HumanTaskRecord file = HumanTaskRecord.Ask(
            task.Task,
            kind,
            TaskSubject.From(after.Period),
            after.Versions.Count,
            null,
            signs
                ? Deciders.Asked(kind.DecidedBy, register, today, DonorReportAuthors.Of(after.Versions[^1]))
                : register.Holding(Role.ProgrammeOfficer, today),
            now,
            secretariat.EndOfWorkingDay(now, signs ? SigningTime : RevisingTime),
            secretariat.EndOfWorkingDay(now, AskedAnewAfter)
        );
        return (new UnitOfWork(after.Stream).Replace(was, after).Add(task.RowKey, file), next);
    }

    /// <summary>Issues the report. The mails, the new state and the end of the version that it replaces are one commit.</summary>
    private async Task<(UnitOfWork?, DonorReportNextAction)> IssueAsync(
        Row<DonorReportRecord> row,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        DonorReportRecord report = row.Value;
        DonorReportVersion version = report.Versions[^1];
        var unit = new UnitOfWork(report.Stream);
        IReadOnlyList<string> keys = await mails.IssueAsync(unit, report, cancellation);
        DonorReportRecord issued = report with
        {
            State = DonorReportState.Issued,
            ChangeNote = null,
            RevisedBy = null,
            Versions =
            [
                .. report
                    .Versions.SkipLast(1)
                    .Select(earlier => earlier.Number == version.Supersedes ? earlier with { SupersededAt = now } : earlier),
                version with
                {
                    IssuedAt = now,
                    Mails = keys,
                },
            ],
        };
        unit.Replace(row, issued)
            .Record(
                new AuditEntry(AuditKind.DonorReportIssued, report.Period.Value, null, $"version {version.Number}", version.ManifestSha256)
            );
        if (version.Supersedes is { } replaced)
        {
            unit.Record(
                new AuditEntry(
                    AuditKind.DonorReportSuperseded,
                    report.Period.Value,
                    null,
                    $"version {replaced} by version {version.Number}: {version.ChangeNote}",
                    report.Versions[replaced - 1].ManifestSha256
                )
            );
        }

        // not among the version's mails: they went to no reader
        IReadOnlyList<string> nobody = keys.Count > 0 ? [] : await mails.TellNobodyReadsAsync(unit, report, cancellation);
        return (unit, new DonorReportNextAction(issued.State, false, null, null, [.. keys, .. nobody]));
    }

    /// <summary>False if the agreement was extended or shortened: then another report covers its whole life.</summary>
    private static bool IsStillFinal(ProgrammeRegister register, DonorReportRef report) =>
        register.Agreements.TryGetValue(report.Agreement, out GrantAgreement? agreement) && DonorSchedule.IsFinal(agreement, report);

    /// <summary>The first version waits for reports under review. Somebody waits for a later version, so it takes what there is.</summary>
    private async Task<DonorReportNextAction> WaitOrAssembleAsync(
        DonorReportRecord report,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        bool ready = now >= report.CutOff || report.Versions.Count > 0 || await builder.IsCompleteAsync(report, cancellation);
        DateTimeOffset next = now + Look < report.CutOff ? now + Look : report.CutOff;
        return new DonorReportNextAction(report.State, ready, null, ready ? null : next, []);
    }
}
