using System.Globalization;
using System.Text;
using System.Text.Json;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Serialization;
using Azure;
using Azure.Data.Tables;

namespace ACip.Workflows.Storage;

/// <summary>A fact as stored, with the ETag that a change must present.</summary>
public sealed record Row<T>(string Key, T Value, ETag ETag)
{
    /// <summary>Sequence number of the audit event that wrote it; null for a row outside the chain or older than this field.</summary>
    public int? Event { get; init; }
}

/// <summary>Rows of several kinds that were read together.</summary>
public sealed class FoundRows
{
    private readonly IReadOnlyList<TableEntity> entities;

    internal FoundRows(IReadOnlyList<TableEntity> entities) => this.entities = entities;

    /// <returns>Null where there is none.</returns>
    public Row<T>? Find<T>(string key) =>
        entities.FirstOrDefault(entity => entity.RowKey == key) is { } entity ? RowShape.Read<T>(entity) : null;

    public IReadOnlyList<Row<T>> List<T>(string prefix) =>
        [.. entities.Where(entity => entity.RowKey.StartsWith(prefix, StringComparison.Ordinal)).Select(RowShape.Read<T>)];
}

/// <summary>Writes a fact into an entity and reads it back. A property holds 64 KiB, so longer JSON is split.</summary>
internal static class RowShape
{
    /// <summary>Name of the property with the sequence number of the row's event.</summary>
    public const string Event = "Event";

    /// <summary>Name of the property with the version of the row's shape; a row of the first has none.</summary>
    public const string Version = "Shape";

    private const int Piece = 32_000;

    /// <exception cref="FactTooLargeException">It does not fit.</exception>
    public static TableEntity Write<T>(StreamId stream, string key, T value) =>
        Rebuild(stream, key, Json.Write(value), RowShapeOf<T>.Marked, null, null);

    /// <summary>A row from what it is made of, as it was written once.</summary>
    /// <inheritdoc cref="Write{T}"/>
    public static TableEntity Rebuild(StreamId stream, string key, string json, int? version, int? told, string? salt)
    {
        TableEntity entity = WriteText(stream, key, json);
        foreach ((string name, object? value) in new (string, object?)[] { (Version, version), (Event, told), (RowSalt.Property, salt) })
        {
            if (value is not null)
            {
                entity[name] = value;
            }
        }

        return entity;
    }

    /// <inheritdoc cref="Write{T}"/>
    /// <param name="json">The fact as it is written.</param>
    public static TableEntity WriteText(StreamId stream, string key, string json)
    {
        var entity = new TableEntity(stream.Value, key);
        RowSize.Check(key, json);
        for (int at = 0, piece = 0; at < json.Length; at += Piece, piece++)
        {
            entity[Name(piece)] = json.Substring(at, Math.Min(Piece, json.Length - at));
        }

        return entity;
    }

    /// <summary>The complete JSON of the fact, as stored.</summary>
    public static string Text(TableEntity entity)
    {
        var json = new StringBuilder();
        for (int piece = 0; entity.GetString(Name(piece)) is { } text; piece++)
        {
            json.Append(text);
        }

        return json.ToString();
    }

    public static Row<T> Read<T>(TableEntity entity)
    {
        string text = RowShapeOf<T>.Today(Text(entity), entity.TryGetValue(Version, out object? version) ? version as int? ?? 1 : 1);
        return new Row<T>(entity.RowKey, Json.Read<T>(text), entity.ETag)
        {
            Event = entity.TryGetValue(Event, out object? told) ? told as int? : null,
        };
    }

    /// <returns>Null where the text is not such a fact, or holds null where a list has its items.</returns>
    public static Row<T>? TryRead<T>(TableEntity entity)
    {
        try
        {
            Row<T> row = Read<T>(entity);
            return SoundJson.In(row.Value!, Json.Stored) is { Rule: "null-element" or "unknown-value" } ? null : row;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Name(int piece) => piece == 0 ? "Json" : "Json" + piece.ToString(CultureInfo.InvariantCulture);
}
