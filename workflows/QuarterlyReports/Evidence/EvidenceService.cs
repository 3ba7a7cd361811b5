using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Keeps what supports figures, in quarantine until somebody of the Secretariat has checked it.</summary>
public sealed class EvidenceService(ProgrammeTable table, EvidenceStore store, TimeProvider clock)
{
    /// <summary>Bytes first: a row never names what is not there.</summary>
    internal async Task StoreAsync(IReadOnlyList<KeptFile> files, CancellationToken cancellation)
    {
        foreach (KeptFile file in files)
        {
            await store.KeepAsync(file.Finding.Sha256, file.Content, cancellation);
        }
    }

    /// <summary>Adds a row and an audit event for each file to the unit of the answer that it came with.</summary>
    internal async Task RecordAsync(
        UnitOfWork unit,
        IReadOnlyList<KeptFile> files,
        ReportRecord report,
        IReadOnlyList<Figure> figures,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation
    )
    {
        foreach (KeptFile file in files.DistinctBy(file => file.Finding.Sha256))
        {
            string key = EvidenceFile.RowKey(report.Period.Key, file.Finding.Sha256);
            if (await table.FindAsync<EvidenceFile>(unit.Stream, key, cancellation) is null)
            {
                unit.Add(
                        key,
                        new EvidenceFile(
                            file.Finding.Sha256,
                            file.Finding.Name,
                            file.Finding.Kind.ToString(),
                            file.Finding.Size,
                            report.Period.Key,
                            EvidenceLinks.Items(file, report, figures),
                            by,
                            clock.GetUtcNow(),
                            source
                        )
                    )
                    .Record(new AuditEntry(AuditKind.EvidenceKept, report.Period.Key.Value, by, source.Value, file.Finding.Sha256));
            }
        }
    }

    /// <summary>Somebody has looked at it: from now on it may be opened, or never.</summary>
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
                    return (null, row.Value.State == state ? new CommandResult.Recorded("") : new CommandResult.Stale(earlier));
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
                return (unit, new CommandResult.Recorded(""));
            },
            cancellation
        );

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
