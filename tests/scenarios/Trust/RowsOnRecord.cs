using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Local.Cli.Platform;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Azure.Data.Tables;

namespace ACip.Tests.Scenarios.Trust;

/// <summary>A row of each kind as each version wrote it first, under tests/fixtures/rows: tests/unit holds today's code to them. A folder
/// has what its version wrote otherwise than those before, or anew; a row of a later shape has its number in its name.</summary>
internal static class RowsOnRecord
{
    private static readonly JsonSerializerOptions ToBeRead = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", "rows"));

    /// <summary>As <see cref="MissingAsync(TableClient, string)"/>, of the programme on that platform.</summary>
    public static Task<IReadOnlyList<string>> MissingAsync(LocalPlatform platform) =>
        MissingAsync(new TableClient(platform.Storage, ProgrammeTable.Name), platform.Get<DeployedVersion>().Value!);

    /// <returns>Kinds that have no row on record. With ACIP_RECORD_ROWS they are written, the longest row of each, and none is
    /// missing.</returns>
    /// <param name="version">The one that is deployed: what is not on record yet is recorded as its.</param>
    public static async Task<IReadOnlyList<string>> MissingAsync(TableClient table, string version)
    {
        var longest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (TableEntity row in table.QueryAsync<TableEntity>())
        {
            string json = Text(row);
            string kind = Kind(row.RowKey) + (row.GetInt32("Shape") is { } shape ? $".shape{shape}" : "");
            if (json.Length > longest.GetValueOrDefault(kind, "").Length)
            {
                longest[kind] = json;
            }
        }

        if (Environment.GetEnvironmentVariable("ACIP_RECORD_ROWS") is not null)
        {
            string folder = Path.Combine(Folder(), "v" + version);
            Directory.CreateDirectory(folder);
            foreach ((string kind, string json) in longest.Where(one => !IsOnRecord(one.Key)))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, kind + ".json"), JsonNode.Parse(json)!.ToJsonString(ToBeRead) + "\n");
            }
        }

        return [.. longest.Keys.Where(kind => !IsOnRecord(kind))];
    }

    private static bool IsOnRecord(string kind) => Directory.GetFiles(Folder(), kind + ".json", SearchOption.AllDirectories).Length > 0;

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
