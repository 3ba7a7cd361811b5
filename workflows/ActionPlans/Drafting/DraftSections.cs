using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Workflows.Serialization;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>The parts of a draft that can be read and saved separately: a weak connection carries little, and two people rarely
/// collide.</summary>
public static class DraftSections
{
    /// <summary>The section with title, dates and language. All other sections are lists of the plan with the same name.</summary>
    public const string Header = "plan";

    private static readonly string[] HeaderFields = ["title", "start", "end", "language"];

    public static IReadOnlyList<string> All { get; } = [Header, "results", "indicators", "benchmarks", "activities", "risks"];

    /// <param name="section">One of <see cref="All"/>.</param>
    public static JsonElement Of(ActionPlan plan, string section)
    {
        JsonElement whole = JsonSerializer.SerializeToElement(plan, PlanDocument.Options);
        return section == Header
            ? JsonSerializer.SerializeToElement(HeaderFields.ToDictionary(field => field, field => whole.GetProperty(field)))
            : whole.GetProperty(section);
    }

    /// <summary>Changes if and only if the section's content changes.</summary>
    /// <returns>SHA-256 of its canonical JSON.</returns>
    public static string Tag(ActionPlan plan, string section) => CanonicalJson.Sha256(CanonicalJson.Write(Of(plan, section)));

    /// <summary>The plan with one section replaced by what somebody sent.</summary>
    public static PlanReading With(ActionPlan plan, string section, JsonElement content)
    {
        JsonObject whole = JsonSerializer.SerializeToNode(plan, PlanDocument.Options)!.AsObject();
        if (section != Header)
        {
            whole[section] = JsonNode.Parse(content.GetRawText());
        }
        else if (
            content.ValueKind != JsonValueKind.Object
            || content.EnumerateObject().FirstOrDefault(property => !HeaderFields.Contains(property.Name))
                is { Value.ValueKind: not JsonValueKind.Undefined }
        )
        {
            return new PlanReading(null, "$", $"Give {string.Join(", ", HeaderFields)}, and nothing else.");
        }
        else
        {
            foreach (JsonProperty property in content.EnumerateObject())
            {
                whole[property.Name] = JsonNode.Parse(property.Value.GetRawText());
            }
        }

        return PlanDocument.Parse(JsonSerializer.SerializeToUtf8Bytes(whole));
    }

    /// <summary>The plan with one section taken from another plan.</summary>
    public static ActionPlan Take(ActionPlan plan, string section, ActionPlan from) =>
        section switch
        {
            Header => plan with { Title = from.Title, Start = from.Start, End = from.End, Language = from.Language },
            "results" => plan with { Results = from.Results },
            "indicators" => plan with { Indicators = from.Indicators },
            "benchmarks" => plan with { Benchmarks = from.Benchmarks },
            "activities" => plan with { Activities = from.Activities },
            "risks" => plan with { Risks = from.Risks },
            _ => throw new ArgumentOutOfRangeException(nameof(section), section, "No such section."),
        };
}
