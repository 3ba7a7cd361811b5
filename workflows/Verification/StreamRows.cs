using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Workflows.Verification;

/// <summary>All rows of one stream as stored.</summary>
public sealed class StreamRows
{
    private readonly IReadOnlyList<TableEntity> rows;

    internal StreamRows(StreamId stream, IReadOnlyList<TableEntity> all)
    {
        Stream = stream;
        rows = [.. all.Where(row => !row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal) && row.RowKey != AuditRows.Head)];
        TableEntity? head = all.FirstOrDefault(row => row.RowKey == AuditRows.Head);
        Row<AuditHead>? end = head is null ? null : RowShape.TryRead<AuditHead>(head);
        Chain = new StoredChain(
            stream,
            [
                .. all.Where(row => row.RowKey.StartsWith(AuditRows.Prefix, StringComparison.Ordinal))
                    .Select(row => (row.RowKey, RowShape.TryRead<AuditEvent>(row)?.Value)),
            ],
            end?.Value
        );
        HeadFinding =
            head is not null && end is null ? Finding.Unreadable(stream, AuditRows.Head)
            : head is null && Chain.Events.Count > 0
                ? new Finding(FindingKind.AuditChanged, $"{stream}/{AuditRows.Head}", "The row that names the end of the chain is gone.")
            : null;
        End = end?.Value;
    }

    public StreamId Stream { get; }

    internal StoredChain Chain { get; }

    /// <summary>The content of the head row; null if it is missing or cannot be read.</summary>
    internal AuditHead? End { get; }

    internal Finding? HeadFinding { get; }

    public IReadOnlyList<AuditEvent> Events => Chain.Events;

    /// <summary>Rows covered by the chain.</summary>
    internal IEnumerable<TableEntity> Covered => rows.Where(row => !OutsideChainAttribute.Holds(row.RowKey));

    /// <summary>Facts of one kind. Those that cannot be read are reported elsewhere.</summary>
    public IEnumerable<T> Facts<T>(string prefix) =>
        rows.Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal))
            .Select(RowShape.TryRead<T>)
            .OfType<Row<T>>()
            .Select(row => row.Value);
}
