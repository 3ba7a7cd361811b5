using ACip.Workflows.Audit;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>A unit of work with its audit events. The last event names every changed row in the chain by key and hash.</summary>
internal sealed class ChainedCommit
{
    private readonly UnitOfWork unit;
    private readonly RowSalt salt;
    private readonly List<TableTransactionAction> covered;
    private readonly IReadOnlyList<AuditEntry> entries;

    public ChainedCommit(UnitOfWork unit, RowSalt salt)
    {
        this.unit = unit;
        this.salt = salt;
        covered = [.. unit.Actions.Where(action => !OutsideChainAttribute.Holds(action.Entity.RowKey))];
        entries =
            unit.Audit.Count > 0 ? unit.Audit
            : covered.Count > 0 ? [new AuditEntry(AuditKind.RowsChanged, covered[0].Entity.RowKey)]
            : [];
    }

    /// <summary>False if no row in it belongs to the chain; the head is then not read.</summary>
    public bool IsChained => entries.Count > 0;

    /// <summary>True if the caller recorded no event and does not depend on events recorded meanwhile; the chain adds an event of its
    /// own.</summary>
    public bool IsSilent => unit.Audit.Count == 0 && IsChained;

    public ChainedRows After(Row<AuditHead>? head, DateTimeOffset now)
    {
        var actions = new List<TableTransactionAction>(unit.Actions);
        AuditHead end = head?.Value ?? AuditHead.Empty;
        for (int at = 0; at < entries.Count; at++)
        {
            AuditEvent link = AuditEvent.After(
                end,
                entries[at],
                now,
                at == entries.Count - 1 ? Marks(end.Sequence + 1, end.Sequence + 1 - at) : null
            );
            actions.Add(new(TableTransactionActionType.Add, RowShape.Write(unit.Stream, AuditRows.Key(link.Sequence), link)));
            end = new AuditHead(link.Sequence, link.Hash) { At = link.At };
        }

        if (IsChained)
        {
            TableEntity row = RowShape.Write(unit.Stream, AuditRows.Head, end);
            actions.Add(
                head is null ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, head.ETag)
            );
        }

        return new ChainedRows(actions, IsChained ? end : null);
    }

    /// <param name="decision">The commit's first event: what was decided; others follow from it.</param>
    private List<RowMark> Marks(int sequence, int decision)
    {
        var marks = new List<RowMark>(covered.Count);
        foreach (TableTransactionAction action in covered)
        {
            var entity = (TableEntity)action.Entity;
            if (action.ActionType == TableTransactionActionType.Delete)
            {
                marks.Add(new RowMark(entity.RowKey, null));
                continue;
            }

            entity[RowShape.Event] = decision;
            entity[RowSalt.Property] = salt.Draw(unit.Stream, entity.RowKey, sequence);
            marks.Add(new RowMark(entity.RowKey, RowHash.Of(entity)));
        }

        return marks;
    }
}

/// <param name="Actions">All rows of the transaction; the head is the last.</param>
/// <param name="End">The head as it is then; null where the chain does not grow.</param>
internal sealed record ChainedRows(IReadOnlyList<TableTransactionAction> Actions, AuditHead? End);
