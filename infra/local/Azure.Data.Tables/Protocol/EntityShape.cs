using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Protocol;

/// <summary>The properties of a class that implements <see cref="ITableEntity"/>, found once.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Known = new();

    private static readonly HashSet<string> System = [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag)];

    private EntityShape(Type type)
    {
        var mine = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => !System.Contains(property.Name) && property.GetIndexParameters().Length == 0 && property.GetCustomAttribute<IgnoreDataMemberAttribute>() is null)
            .Select(property => new EntityProperty(property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name, property))
            .ToArray();
        Readable = [.. mine.Where(property => property.CanGet)];
        Writable = [.. mine.Where(property => property.CanSet)];
    }

    public IReadOnlyList<EntityProperty> Readable { get; }

    public IReadOnlyList<EntityProperty> Writable { get; }

    public static EntityShape Of(Type type) => Known.GetOrAdd(type, static of => new EntityShape(of));

    public static T Fill<T>(Dictionary<string, object?> properties)
        where T : ITableEntity
    {
        if (typeof(T) == typeof(TableEntity))
        {
            return (T)(object)TableEntity.Owning(properties);
        }

        var entity = Activator.CreateInstance<T>();
        entity.PartitionKey = (string)properties.GetValueOrDefault(nameof(ITableEntity.PartitionKey))!;
        entity.RowKey = (string)properties.GetValueOrDefault(nameof(ITableEntity.RowKey))!;
        entity.Timestamp = (DateTimeOffset?)properties.GetValueOrDefault(nameof(ITableEntity.Timestamp));
        if (properties.GetValueOrDefault(TableEntity.ETagName) is string etag)
        {
            entity.ETag = new ETag(etag);
        }

        object boxed = entity;
        foreach (EntityProperty property in Of(typeof(T)).Writable)
        {
            if (properties.GetValueOrDefault(property.Name) is { } value)
            {
                property.Set(boxed, value);
            }
        }

        return (T)boxed;
    }
}
