using ACip.Workflows.Audit;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>An officer's decision on a file in quarantine, and access to the files that were released.</summary>
public sealed class EvidenceQuarantine(ProgrammeTable table, EvidenceStore store, TimeProvider clock)
{
    /// <summary>Records that an officer found the file clean (it can be opened from now on) or rejected it (it never can).</summary>
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
