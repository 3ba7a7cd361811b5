using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>A row of each kind as version 1.0 writes it, under tests/fixtures/rows/v1.0: tests/unit holds today's code to them.</summary>
internal static class RowsOnRecord
{
    private static readonly JsonSerializerOptions ToBeRead = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "rows", "v1.0"));

    /// <returns>Kinds that have no row on record. With ACIP_RECORD_ROWS they are written, the longest row of each kind, and none is
    /// missing.</returns>
    public static async Task<IReadOnlyList<string>> MissingAsync(TableClient table)
    {
        var longest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (TableEntity row in table.QueryAsync<TableEntity>())
        {
            string json = Text(row);
            if (json.Length > longest.GetValueOrDefault(Kind(row.RowKey), "").Length)
            {
                longest[Kind(row.RowKey)] = json;
            }
        }

        if (Environment.GetEnvironmentVariable("ACIP_RECORD_ROWS") is not null)
        {
            Directory.CreateDirectory(Folder());
            foreach ((string kind, string json) in longest)
            {
                await File.WriteAllTextAsync(PathOf(kind), JsonNode.Parse(json)!.ToJsonString(ToBeRead) + "\n");
            }
        }

        return [.. longest.Keys.Where(kind => !File.Exists(PathOf(kind)))];
    }

    private static string PathOf(string kind) => Path.Combine(Folder(), kind + ".json");

    /// <summary>A key of its own, or the part before the first stroke: plan is a plan's file, plan- one of a list of plans.</summary>
    private static string Kind(string key) => key.Contains('|', StringComparison.Ordinal) ? key.Split('|')[0] + "-" : key;

    private static string Text(TableEntity row)
    {
        var text = new StringBuilder(row.GetString("Json"));
        for (int piece = 1; row.GetString($"Json{piece}") is { } more; piece++)
        {
            text.Append(more);
        }

        return text.ToString();
    }
}
