using System.Text.Json;

namespace ACip.Tests.Scenarios.Harness;

/// <summary>Every figure that a snapshot names, with plan, period, item and who gave it.</summary>
internal static class AcceptedFigures
{
    private static readonly string[] Members = ["plan", "period", "item", "value", "reached", "missingReason", "by"];

    public static IEnumerable<string> Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Own(element).Concat(element.EnumerateObject().SelectMany(member => Of(member.Value))),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Of),
            _ => [],
        };

    private static IEnumerable<string> Own(JsonElement element)
    {
        if (element.TryGetProperty("observation", out JsonElement observation))
        {
            yield return string.Join(
                '|',
                Members.Select(name => observation.TryGetProperty(name, out JsonElement value) ? value.ToString() : "")
            );
        }
    }
}
