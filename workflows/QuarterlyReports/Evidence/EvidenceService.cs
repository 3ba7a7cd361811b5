using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Evidence;

/// <summary>Stores files that support figures. They stay in quarantine until <see cref="EvidenceQuarantineService"/> releases
/// them.</summary>
public sealed class EvidenceService(ProgrammeTable table, EvidenceStore store, TimeProvider clock)
{
    /// <summary>Stores the bytes before any row, so that a row never names a file that is missing.</summary>
    internal async Task StoreAsync(IReadOnlyList<KeptFile> files, CancellationToken cancellation)
    {
        foreach (KeptFile file in files)
        {
            await store.KeepAsync(file.Finding.Sha256, file.Content, cancellation);
        }
    }

    /// <summary>Adds a row and an audit event for each file to the unit of work of the answer that it came with.</summary>
    internal async Task RecordAsync(
        UnitOfWork unit,
        IReadOnlyList<KeptFile> files,
        ReportRecord report,
        IReadOnlyList<ReplyFigure> figures,
        PersonId by,
        EntrySource source,
        CancellationToken cancellation
    )
    {
        foreach (IGrouping<string, KeptFile> same in files.GroupBy(file => file.Finding.Sha256))
        {
            KeptFile file = same.First();
            string key = EvidenceFile.RowKey(report.Period.Key, file.Finding.Sha256);
            IReadOnlyList<string> items = [.. same.SelectMany(one => EvidenceLinks.Items(one, report, figures)).Distinct()];
            if (await table.FindAsync<EvidenceFile>(unit.Stream, key, cancellation) is { } stands)
            {
                // sent again for something else: it supports both
                string[] more = [.. items.Except(stands.Value.Items)];
                if (more.Length > 0)
                {
                    unit.Replace(stands, stands.Value with { Items = [.. stands.Value.Items, .. more] })
                        .Record(Kept($"{source.Value}: {string.Join(", ", more)}"));
                }
            }
            else
            {
                unit.Add(
                        key,
                        new EvidenceFile(
                            file.Finding.Sha256,
                            file.Finding.Name,
                            file.Finding.Kind.ToString(),
                            file.Finding.Size,
                            report.Period.Key,
                            items,
                            by,
                            clock.GetUtcNow(),
                            source
                        )
                    )
                    .Record(Kept(source.Value));
            }

            AuditEntry Kept(string how) => new(AuditKind.EvidenceKept, report.Period.Key.Value, by, how, file.Finding.Sha256);
        }
    }
}
