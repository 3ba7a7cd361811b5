using System.Text.Json.Nodes;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;

namespace ACip.Tests.Scenarios.Auditing;

/// <summary>What was done to a report, or by whom, otherwise than the chain tells.</summary>
internal static class ToldPlants
{
    private const string At = "2026-05-01T09:00:00+00:00";

    /// <summary>As where an act upon many at once is done to one of them twice.</summary>
    public static async Task<(string, string)> MoreTimeTwiceAsync(Planting world)
    {
        (string stream, string key, _) = world.First("report|");
        await world.RecordAsync(
            stream,
            new AuditEntry(AuditKind.DueDateExtended, key["report|".Length..], new PersonId("officer-one"), "Floods.")
        );
        return (stream, key);
    }

    public static async Task<(string, string)> PartNobodyAskedForAsync(Planting world)
    {
        (string stream, string key, _) = world.First("report|", report => report["contributions"] is null);
        await world.CommitAsync(
            stream,
            key,
            report =>
                report["contributions"] = new JsonArray(
                    new JsonObject
                    {
                        ["number"] = 1,
                        ["person"] = "somebody",
                        ["items"] = new JsonArray(),
                        ["by"] = "officer-one",
                        ["at"] = At,
                        ["source"] = "page:1",
                    }
                )
        );
        return (stream, key);
    }

    public static async Task<(string, string)> EndedAsync(Planting world)
    {
        (string stream, string key, _) = world.First("report|", report => report["endedBy"] is null);
        await world.CommitAsync(
            stream,
            key,
            report =>
                report["endedBy"] = new JsonObject
                {
                    ["by"] = "officer-one",
                    ["at"] = At,
                    ["reason"] = "There was nothing.",
                }
        );
        return (stream, key);
    }

    public static async Task<(string, string)> SubstituteAsync(Planting world)
    {
        (string stream, string key, _) = world.First("person|");
        await world.CommitAsync(
            stream,
            key,
            person =>
                person["absences"] = new JsonArray(
                    new JsonObject
                    {
                        ["substitute"] = "nobody-named",
                        ["from"] = "2026-05-01",
                        ["until"] = "2026-05-08",
                        ["both"] = false,
                        ["at"] = At,
                    }
                )
        );
        return (stream, key);
    }
}
