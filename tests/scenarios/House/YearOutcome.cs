using System.Text.Json;

namespace ACip.Tests.Scenarios.House;

/// <summary>What is left of a simulated year: every accepted figure, and every mail as its recipient sees it.</summary>
internal sealed record YearOutcome(IReadOnlyList<string> Figures, IReadOnlyList<string> Mails)
{
    public static YearOutcome Read(string data, string output)
    {
        var figures = new List<string>();
        foreach (string file in Directory.GetFiles(output, "snapshot.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var snapshot = JsonDocument.Parse(File.ReadAllBytes(file));
            Collect(snapshot.RootElement, figures);
        }

        return new YearOutcome(figures, [.. SimulationProcess.Mails(data).Order(StringComparer.Ordinal)]);
    }

    private static void Collect(JsonElement element, List<string> figures)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("observation", out JsonElement observation))
            {
                figures.Add(string.Join('|', new[] { "plan", "period", "item", "value", "reached", "missingReason", "by" }
                    .Select(name => observation.TryGetProperty(name, out JsonElement value) ? value.ToString() : "")));
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                Collect(property.Value, figures);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in element.EnumerateArray())
            {
                Collect(item, figures);
            }
        }
    }
}
