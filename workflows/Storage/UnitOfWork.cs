using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>Everything that one decision writes: rows of one stream, and the audit events that say why. Committed as a whole or not at
/// all.</summary>
public sealed class UnitOfWork(StreamId stream)
{
    private readonly List<TableTransactionAction> actions = [];
    private readonly List<AuditEntry> audit = [];
    private readonly List<(WriteBatcher Index, TableEntity Row)> before = [];

    public StreamId Stream => stream;

    public IReadOnlyList<TableTransactionAction> Actions => actions;

    public IReadOnlyList<AuditEntry> Audit => audit;

    /// <summary>Index rows to be written before the commit.</summary>
    internal IReadOnlyList<(WriteBatcher Index, TableEntity Row)> Before => before;

    /// <summary>True if nothing is to be committed, because its purpose has already been achieved.</summary>
    public bool IsWithdrawn { get; private set; }

    public void Withdraw() => IsWithdrawn = true;

    /// <summary>Adds a row; the commit fails if it exists.</summary>
    public UnitOfWork Add<T>(string key, T value)
    {
        actions.Add(new(TableTransactionActionType.Add, RowShape.Write(stream, key, value)));
        return this;
    }

    /// <summary>Replaces a row that was read; the commit fails if it has changed since.</summary>
    public UnitOfWork Replace<T>(Row<T> was, T value)
    {
        actions.Add(new(TableTransactionActionType.UpdateReplace, RowShape.Write(stream, was.Key, value), was.ETag));
        return this;
    }

    /// <summary>Adds a row, or replaces the one that was read.</summary>
    public UnitOfWork Put<T>(string key, Row<T>? was, T value)
        where T : class => was is null ? Add(key, value) : Replace(was, value);

    public UnitOfWork Delete<T>(Row<T> was)
    {
        actions.Add(new(TableTransactionActionType.Delete, new TableEntity(stream.Value, was.Key) { ETag = was.ETag }, was.ETag));
        return this;
    }

    /// <summary>The new tags of rows that this unit has written, which saves reading them again; empty before the commit.</summary>
    public IReadOnlyDictionary<string, ETag> Tags { get; private set; } = new Dictionary<string, ETag>();

    internal void Committed(IReadOnlyList<ETag?> tags) =>
        Tags = actions
            .Zip(tags)
            .Where(one => one.Second is not null)
            .ToDictionary(one => one.First.Entity.RowKey, one => one.Second!.Value);

    /// <summary>Adds rows of one partition of an index that must exist before the commit. If the commit then fails, they must point
    /// nowhere.</summary>
    internal UnitOfWork IndexFirst(WriteBatcher index, IEnumerable<TableEntity> rows)
    {
        before.AddRange(rows.Select(row => (index, row)));
        return this;
    }

    /// <summary>A row as this unit has written it; null before the commit, or if it wrote none with that key.</summary>
    internal Row<T>? Written<T>(string key) =>
        Tags.TryGetValue(key, out ETag tag) && actions.Find(action => action.Entity.RowKey == key)?.Entity is TableEntity entity
            ? RowShape.Read<T>(entity) with
            {
                ETag = tag,
            }
            : null;

    /// <summary>Writes a row again unchanged, so that the chain covers it.</summary>
    internal UnitOfWork TakeUp(TableEntity row)
    {
        actions.Add(new(TableTransactionActionType.UpdateReplace, row, row.ETag));
        return this;
    }

    public UnitOfWork Record(AuditEntry entry)
    {
        audit.Add(entry);
        return this;
    }
}
