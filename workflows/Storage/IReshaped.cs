using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ACip.Workflows.Storage;

/// <summary>A fact whose rows were once written otherwise than today, in a way that reading alone does not bridge (a member that is new and
/// may be null needs none of this). Rows stay as they were written; they are brought forward each time that they are read, and stand in
/// today's shape once they are written again.</summary>
/// <remarks>Another record that reads the same rows declares the same. See docs/decisions/versions.md.</remarks>
public interface IReshaped
{
    /// <summary>Of today's shape; the first, which needs no mark, is 1.</summary>
    static abstract int Shape { get; }

    /// <summary>One step forward: changes the row's JSON from that shape to the next.</summary>
    static abstract void Reshape(int from, JsonObject row);
}

/// <summary>How rows of a kind are brought to today's shape.</summary>
internal static class RowShapeOf<T>
{
    private static readonly (int Shape, Action<int, JsonObject> Step) Known = typeof(T).IsAssignableTo(typeof(IReshaped))
        ? ((int, Action<int, JsonObject>))
            typeof(RowShapeOf<T>)
                .GetMethod(nameof(Declared), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(typeof(T))
                .Invoke(null, null)!
        : (1, (_, _) => { });

    /// <summary>What is noted in a row that is written; null for the first shape.</summary>
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
