using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Donor reports that say otherwise than what was accepted.</summary>
internal static class DonorReportPlants
{
    public static Task<(string, string)> SnapshotValueAsync(Planting world) =>
        SnapshotAsync(
            world,
            snapshot =>
                snapshot["plans"]!
                    .AsArray()
                    .SelectMany(plan => plan!["observations"]!.AsArray())
                    .First(one => one!["observation"]!["value"] is not null)!["observation"]!["value"] = 4711
        );

    public static Task<(string, string)> NotFundedAsync(Planting world) =>
        SnapshotAsync(
            world,
            snapshot => snapshot["head"]!["gaps"]!.AsArray().Add(new JsonObject { ["administration"] = "ZW", ["reason"] = "NoPlan" })
        );

    /// <summary>The snapshot is another one, and the report's row says so: as if it had been made wrong.</summary>
    private static async Task<(string, string)> SnapshotAsync(Planting world, Action<JsonNode> change)
    {
        (string stream, string key, JsonObject report) = world.First("donor-report|", one => one["state"]!.GetValue<string>() == "Issued");
        string name = report["versions"]![0]!["folder"] + "/snapshot.json";
        JsonNode snapshot = JsonNode.Parse(await world.ReadAsync("donor-reports", name))!;
        change(snapshot);
        byte[] bytes = Encoding.UTF8.GetBytes(snapshot.ToJsonString());
        await world.SetAsync("donor-reports", name, bytes);
        await world.CommitAsync(
            stream,
            key,
            one => one["versions"]![0]!["snapshotSha256"] = Convert.ToHexStringLower(SHA256.HashData(bytes))
        );
        return ("donor-reports", name);
    }

    public static async Task<(string, string)> FigureAsync(Planting world)
    {
        string name = await world.AnyBlobAsync("donor-reports", "/report.json");
        JsonNode report = JsonNode.Parse(await world.ReadAsync("donor-reports", name))!;
        JsonNode figure = report["indicators"]!
            .AsArray()
            .SelectMany(one => one!["figures"]!.AsArray())
            .First(one => one!["state"]!.GetValue<string>() == "Shown")!;
        figure["value"] = figure["value"]!.GetValue<decimal>() + 1;
        await world.SetAsync("donor-reports", name, Encoding.UTF8.GetBytes(report.ToJsonString()));
        return ("donor-reports", name);
    }

    public static async Task<(string, string)> ListedAsync(Planting world)
    {
        string name = await world.AnyBlobAsync("donor-reports", "/observations.csv");
        string[] lines = Encoding.UTF8.GetString(await world.ReadAsync("donor-reports", name)).Split("\r\n");
        int value = Array.IndexOf(lines[0].Split(','), "value"),
            row = Array.FindIndex(lines, 1, line => line.Split(',') is { Length: > 9 } cells && cells[value].Length > 0);
        string[] cells = lines[row].Split(',');
        cells[value] = "4711";
        lines[row] = string.Join(',', cells);
        await world.SetAsync("donor-reports", name, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));
        return ("donor-reports", name);
    }
}
