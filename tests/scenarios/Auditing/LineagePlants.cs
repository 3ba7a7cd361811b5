using System.Text.Json.Nodes;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Accepted values that do not go back to what somebody gave.</summary>
internal static class LineagePlants
{
    public static async Task<(string, string)> ValueAsync(Planting world)
    {
        (string stream, string key, _) = world.First("observed|", row => row["observations"]![0]!["value"] is not null);
        await world.CommitAsync(stream, key, row => row["observations"]![0]!["value"] = 4711);
        return (stream, key);
    }

    /// <summary>In what was said and in what was accepted: the two agree, and the mail is in neither place.</summary>
    public static async Task<(string, string)> SourceAsync(Planting world)
    {
        (string stream, string key, JsonObject row) = world.First("observed|", IsSubmitted);
        JsonNode observation = row["observations"]![0]!;
        string source = "mail:" + new string('c', 40);
        await world.CommitAsync(stream, key, one => one["observations"]![0]!["source"] = source);
        await world.CommitAsync(
            stream,
            $"report|{observation["period"]}",
            report => report["entries"]![observation["item"]!.GetValue<string>()]!["source"] = source
        );
        return (stream, key);
    }

    public static async Task<(string, string)> NotAcceptedAsync(Planting world)
    {
        (string stream, string key, _) = world.First("observed|", IsSubmitted);
        await world.CommitAsync(stream, key, row => row["observations"]![0]!["id"] = row["observations"]![0]!["id"] + "1");
        return (stream, key);
    }

    public static async Task<(string, string)> LostAsync(Planting world)
    {
        (string stream, string key, JsonObject row) = world.First("observed|", IsSubmitted);
        await world.CommitAsync(stream, key, one => ((JsonArray)one["observations"]!).RemoveAt(0));
        return (stream, $"report|{row["observations"]![0]!["period"]}");
    }

    private static bool IsSubmitted(JsonObject row) =>
        !row["observations"]![0]!["id"]!.GetValue<string>().Contains("restated", StringComparison.Ordinal);
}
