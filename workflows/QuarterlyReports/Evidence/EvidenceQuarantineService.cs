using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>An officer's decision on a file in quarantine, and access to the files that were released.</summary>
public sealed class EvidenceQuarantineService(
    ProgrammeTable table,
    EvidenceStore store,
    ProgrammeDirectory directory,
    ReportMails links,
    MailWriter writer,
    TimeProvider clock
)
{
    /// <summary>Records that an officer found the file clean (it can be opened from now on) or rejected it (it never can, and supports
    /// nothing; its sender is told).</summary>
    public Task<CommandResult> CheckAsync(
        PlanId plan,
        PeriodKey period,
        string sha256,
        bool clean,
        PersonId by,
        CancellationToken cancellation
    ) =>
        table.DecideAsync(
            async () =>
            {
                StreamId stream = StreamId.Of(plan);
                if (await table.FindAsync<EvidenceFile>(stream, EvidenceFile.RowKey(period, sha256), cancellation) is not { } row)
                {
                    return ((UnitOfWork?)null, (CommandResult)new CommandResult.Refused("no-such-evidence", "There is no such file."));
                }

                EvidenceState state = clean ? EvidenceState.Released : EvidenceState.Rejected;
                if (row.Value.CheckedBy is { } earlier)
                {
                    return (null, row.Value.State == state ? new CommandResult.Recorded(null) : new CommandResult.Stale(earlier));
                }

                UnitOfWork unit = new UnitOfWork(stream)
                    .Replace(row, row.Value with { State = state, CheckedBy = by, CheckedAt = clock.GetUtcNow() })
                    .Record(
                        new AuditEntry(
                            AuditKind.EvidenceKept,
                            period.Value,
                            by,
                            state == EvidenceState.Released ? "released" : "rejected",
                            sha256
                        )
                    );
                MailsOfStream? told = clean ? null : await RejectAsync(unit, row.Value, by, cancellation);
                return (unit, new CommandResult.Recorded(null) { Mails = told });
            },
            cancellation
        );

    /// <summary>Takes the file out of the answers of an open report, and tells its sender. What was accepted stays as it was accepted: of a
    /// closed report there is nothing to tell, and nothing to do.</summary>
    private async Task<MailsOfStream?> RejectAsync(UnitOfWork unit, EvidenceFile file, PersonId by, CancellationToken cancellation)
    {
        var id = new ReportRef(unit.Stream.Plan, file.Period);
        if (await ReportRows.FindAsync(table, id, cancellation) is not { Value.TakesAnswers: true } row)
        {
            return null;
        }

        ReportRecord report = row.Value;
        if (report.Entries.Values.Any(entry => entry.EvidenceSha256.Contains(file.Sha256)))
        {
            unit.Replace(row, EvidenceLinks.Without(report, file.Sha256));
        }

        ProgrammeRegister register = await directory.ReadForAsync(report.Administration, cancellation);
        if (file.By == by || !register.StillOf(report.Administration, [file.By], clock.UtcToday()).Any())
        {
            return null;
        }

        (Uri? link, TaskRef? task) = await links.LinkAsync(
            report,
            file.By,
            $"plans/{report.Plan}/reports/{report.Period.Key}",
            register,
            () => CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation)
        );
        var mail = new NewMail(
            new FileRejected(ReportTasks.About(report, register), file.Name, link),
            file.By,
            $"{report.Plan}-{report.Period.Key}-rejected-{file.Sha256[..16]}"
        )
        {
            Task = task,
            Until = task is null ? null : links.LinksHoldUntil(report),
        };
        return await writer.WriteAsync(unit, mail, cancellation) is { } written ? new MailsOfStream(unit.Stream, [written]) : null;
    }

    /// <returns>Null unless it was checked and released.</returns>
    public async Task<(EvidenceFile File, byte[] Content)?> OpenAsync(
        PlanId plan,
        PeriodKey period,
        string sha256,
        CancellationToken cancellation
    ) =>
        await table.FindAsync<EvidenceFile>(StreamId.Of(plan), EvidenceFile.RowKey(period, sha256), cancellation)
            is { Value: { State: EvidenceState.Released } file }
        && await store.ReadAsync(sha256, cancellation) is { } content
            ? (file, content)
            : null;
}
