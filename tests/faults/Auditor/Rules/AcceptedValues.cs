using System.Text.Json.Nodes;
using ACip.Tests.Faults.Auditor.Json;
using ACip.Tests.Faults.Auditor.Stored;

namespace ACip.Tests.Faults.Auditor.Rules;

/// <summary>An observation with who accepted it, and when.</summary>
internal sealed record AcceptedValue(JsonNode Observation, string? By, DateTimeOffset? At);

/// <summary>All that was ever accepted, by the ids of the observations.</summary>
internal sealed class AcceptedValues
{
    private readonly Dictionary<string, AcceptedValue> byId;

    private AcceptedValues(Dictionary<string, AcceptedValue> byId) => this.byId = byId;

    public AcceptedValue? Find(string id) => byId.GetValueOrDefault(id);

    public static AcceptedValues Of(StoredProgramme programme)
    {
        var byId = new Dictionary<string, AcceptedValue>(StringComparer.Ordinal);
        foreach ((_, JsonObject row) in programme.Plans.SelectMany(stream => stream.List("observed|")))
        {
            foreach (JsonNode observation in row.List("observations"))
            {
                byId[observation.Text("id") ?? ""] = new AcceptedValue(observation, row.Text("by"), row.Instant("at"));
            }
        }

        return new AcceptedValues(byId);
    }
}
