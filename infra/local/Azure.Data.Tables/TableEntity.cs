using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary. The keys, the timestamp and the ETag are in it under their wire names, as with the genuine type.</summary>
/// <remarks>Dates read from the service are <see cref="DateTimeOffset"/>, binaries <c>byte[]</c>.</remarks>
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    internal const string ETagName = "odata.etag";

    private readonly Dictionary<string, object?> properties;

    public TableEntity()
        : this((IDictionary<string, object>?)null)
    {
    }

    public TableEntity(string partitionKey, string rowKey)
        : this((IDictionary<string, object>?)null)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object>? values) =>
        properties = values is null ? [] : new Dictionary<string, object?>(values!);

    private TableEntity(Dictionary<string, object?> owned) => properties = owned;

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey))!;
        set => properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey))!;
        set => properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => (DateTimeOffset?)Get<DateTimeOffset>(nameof(Timestamp));
        set => properties[nameof(Timestamp)] = value;
    }

    public ETag ETag
    {
        get => new(GetString(ETagName)!);
        set => properties[ETagName] = value.ToString();
    }

    public int Count => properties.Count;

    public ICollection<string> Keys => properties.Keys;

    ICollection<object> IDictionary<string, object>.Values => properties.Values!;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>Null where there is no such property.</summary>
    [AllowNull]
    public object this[string key]
    {
        get => properties.GetValueOrDefault(key)!;
        set => properties[key] = Coerce(key, value);
    }

    public string? GetString(string key) => (string?)Get<string>(key);

    public byte[]? GetBinary(string key) => properties.GetValueOrDefault(key) is BinaryData data ? data.ToArray() : (byte[]?)Get<byte[]>(key);

    public BinaryData? GetBinaryData(string key) => GetBinary(key) is { } bytes ? BinaryData.FromBytes(bytes) : null;

    public bool? GetBoolean(string key) => (bool?)Get<bool>(key);

    public DateTime? GetDateTime(string key) => properties.GetValueOrDefault(key) is DateTime time ? time : ((DateTimeOffset?)Get<DateTimeOffset>(key))?.UtcDateTime;

    public DateTimeOffset? GetDateTimeOffset(string key) => properties.GetValueOrDefault(key) is DateTime time ? new DateTimeOffset(time) : (DateTimeOffset?)Get<DateTimeOffset>(key);

    public double? GetDouble(string key) => (double?)Get<double>(key);

    public Guid? GetGuid(string key) => (Guid?)Get<Guid>(key);

    public int? GetInt32(string key) => (int?)Get<int>(key);

    public long? GetInt64(string key) => (long?)Get<long>(key);

    public void Add(string key, object? value) => properties[key] = Coerce(key, value);

    public bool ContainsKey(string key) => properties.ContainsKey(key);

    public bool Remove(string key) => properties.Remove(key);

    public bool TryGetValue(string key, out object value) => properties.TryGetValue(key, out value!);

    public void Clear() => properties.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => ((ICollection<KeyValuePair<string, object?>>)properties).Contains(item!);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object?>>)properties).CopyTo(array!, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object?>>)properties).Remove(item!);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() =>
        ((IEnumerable<KeyValuePair<string, object>>)(object)properties).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => properties.GetEnumerator();

    internal static TableEntity Owning(Dictionary<string, object?> properties) => new(properties);

    private object? Get<T>(string key) => properties.GetValueOrDefault(key) switch
    {
        null => null,
        T value => value,
        object other => throw new InvalidOperationException($"Property '{key}' is of type {other.GetType()} and cannot be read as {typeof(T)}."),
    };

    // a property keeps its type; whole numbers widen
    private object? Coerce(string key, object? value)
    {
        if (value is null || properties.GetValueOrDefault(key) is not { } existing || existing.GetType() == value.GetType())
        {
            return value;
        }

        return (existing, value) switch
        {
            (int, double or long) => value,
            (double, int whole) => (double)whole,
            (long, int whole) => (long)whole,
            (string or DateTime or DateTimeOffset, string or DateTime or DateTimeOffset) => value,
            _ => throw new InvalidOperationException($"Property '{key}' is of type {existing.GetType()} and cannot take a {value.GetType()}."),
        };
    }
}
