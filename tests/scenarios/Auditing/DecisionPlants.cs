using System.Text.Json.Nodes;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>Decisions that nobody could have made so.</summary>
internal static class DecisionPlants
{
    public static async Task<(string, string)> OwnDecisionAsync(Planting world)
    {
        (string stream, string key, _) = Accepted(world);
        await world.CommitAsync(stream, key, report => Last(report)["decision"]!["by"] = Last(report)["by"]!.GetValue<string>());
        return (stream, key);
    }

    public static async Task<(string, string)> TwiceAsync(Planting world)
    {
        (string stream, string key, JsonObject report) = Accepted(world);
        var by = new PersonId(Last(report)["decision"]!["by"]!.GetValue<string>());
        await world.RecordAsync(stream, new AuditEntry(AuditKind.ReportAccepted, key["report|".Length..], by));
        return (stream, key);
    }

    public static async Task<(string, string)> UndecidedAsync(Planting world)
    {
        (string stream, string key, _) = world.First(
            "plan",
            plan => plan["rounds"] is JsonArray { Count: > 0 } rounds && rounds[0]!["decision"] is not null
        );
        await world.CommitAsync(stream, key, plan => ((JsonObject)plan["rounds"]![0]!).Remove("decision"));
        return (stream, key);
    }

    public static async Task<(string, string)> NumberAsync(Planting world)
    {
        (string stream, string key, _) = Accepted(world);
        await world.CommitAsync(stream, key, report => Last(report)["number"] = 9);
        return (stream, key);
    }

    public static async Task<(string, string)> TakenBackAsync(Planting world)
    {
        (string stream, string key, _) = Accepted(world);
        await world.CommitAsync(
            stream,
            key,
            report =>
                Last(report)["takenBack"] = new JsonObject
                {
                    ["by"] = "officer-one",
                    ["at"] = "2026-05-01T09:00:00+00:00",
                    ["reason"] = "A figure was wrong.",
                }
        );
        return (stream, key);
    }

    private static (string Stream, string Key, JsonObject Fact) Accepted(Planting world) =>
        world.First(
            "report|",
            report => report["submissions"] is JsonArray { Count: > 0 } && Last(report)["decision"]?["accepted"]?.GetValue<bool>() == true
        );

    private static JsonNode Last(JsonObject report) => report["submissions"]!.AsArray()[^1]!;
}
