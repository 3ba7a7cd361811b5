using System.Text.Json;
using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Drafting;

namespace ACip.Functions.Pages.ActionPlans.Drafting;

/// <summary>Converts a section's items to text fields and back. What cannot be read is kept as typed, and validating the plan reports what
/// is wrong with it.</summary>
internal static class DraftItems
{
    /// <summary>Takes the place of the code of an item that does not exist yet.</summary>
    public const string New = "new";

    /// <returns>Null where the section has no such item; an empty one for <see cref="New"/>.</returns>
    public static JsonObject? Find(ActionPlan plan, string section, string code)
    {
        JsonElement all = DraftSections.Of(plan, section);
        return section == DraftSections.Header ? JsonNode.Parse(all.GetRawText())!.AsObject()
            : code == New ? []
            : all.EnumerateArray().FirstOrDefault(item => item.GetProperty("code").GetString() == code)
                is { ValueKind: JsonValueKind.Object } found
                ? JsonNode.Parse(found.GetRawText())!.AsObject()
            : null;
    }

    /// <summary>The section with the item in the place of the one of that code, or at its end; null: without it.</summary>
    public static JsonElement With(ActionPlan plan, string section, string code, JsonObject? item)
    {
        if (section == DraftSections.Header)
        {
            return JsonSerializer.SerializeToElement(item);
        }

        var list = new JsonArray();
        bool placed = false;
        foreach (JsonNode? one in JsonNode.Parse(DraftSections.Of(plan, section).GetRawText())!.AsArray())
        {
            bool isIt = one!["code"]!.GetValue<string>() == code;
            placed |= isIt;
            if (!isIt || item is not null)
            {
                list.Add(isIt ? item!.DeepClone() : one.DeepClone());
            }
        }

        if (!placed && item is not null)
        {
            list.Add(item.DeepClone());
        }

        return JsonSerializer.SerializeToElement(list);
    }

    /// <param name="was">What stands, so that what the form does not show is kept; empty for a new item.</param>
    public static JsonObject Read(JsonObject was, IReadOnlyList<ItemField> fields, Func<string, string> typed)
    {
        JsonObject item = ItemText.Read(was, fields, typed);
        if (item["donorLink"] is JsonObject link)
        {
            item["donorLink"] =
                link["agreement"] is null && link["indicator"] is null ? null
                : link["factor"] is null ? Unit(link)
                : link.DeepClone();
        }

        if (fields.Any(field => field.Path == "sensitive"))
        {
            item["revision"] ??= 1;
        }

        return item;
    }

    private static JsonObject Unit(JsonObject link)
    {
        JsonObject whole = link.DeepClone().AsObject();
        whole["factor"] = 1m;
        return whole;
    }
}
