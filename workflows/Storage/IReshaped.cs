using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ACip.Workflows.Storage;

/// <summary>A record whose rows were once written in another shape that deserialisation alone cannot bridge. (A new nullable member needs
/// none of this.) Rows stay as written and are converted each time they are read; once written again they have today's shape.</summary>
/// <remarks>Other records that read the same rows declare the same conversion. See docs/decisions/versions.md.</remarks>
public interface IReshaped
{
    /// <summary>Today's shape. The first, which is not marked, is 1.</summary>
    static abstract int Shape { get; }

    /// <summary>Converts the row's JSON from one shape to the next.</summary>
    static abstract void Reshape(int from, JsonObject row);
}

/// <summary>Converts rows of a kind to today's shape.</summary>
internal static class RowShapeOf<T>
{
    private static readonly (int Shape, Action<int, JsonObject> Step) Known = typeof(T).IsAssignableTo(typeof(IReshaped))
        ? ((int, Action<int, JsonObject>))
            typeof(RowShapeOf<T>)
                .GetMethod(nameof(Declared), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(typeof(T))
                .Invoke(null, null)!
        : (1, (_, _) => { });

    /// <summary>The shape that is written into a row; null for the first.</summary>
    public static int? Marked => Known.Shape > 1 ? Known.Shape : null;

    /// <exception cref="JsonException">A newer version of the application wrote it: what it added would be lost.</exception>
    public static string Today(string text, int shape)
    {
        if (shape == Known.Shape)
        {
            return text;
        }

        if (shape > Known.Shape)
        {
            throw new JsonException(
                $"A row of {typeof(T).Name} has shape {shape}; this version of the application knows {Known.Shape}. Deploy the one that wrote it."
            );
        }

        JsonObject row = JsonNode.Parse(text)?.AsObject() ?? throw new JsonException($"A row of {typeof(T).Name} is null.");
        for (int at = shape; at < Known.Shape; at++)
        {
            Known.Step(at, row);
        }

        return row.ToJsonString(Serialization.Json.Stored);
    }

    private static (int, Action<int, JsonObject>) Declared<TRow>()
        where TRow : IReshaped => (TRow.Shape, TRow.Reshape);
}
