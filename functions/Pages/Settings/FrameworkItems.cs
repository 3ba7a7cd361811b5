using System.Text.Json.Nodes;
using ACip.Functions.Pages.Frame.Items;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Functions.Pages.Settings;

/// <summary>Parts of an agreement as forms edit them, and the agreement with them. Pure.</summary>
internal static class FrameworkItems
{
    public const string Results = "results",
        Indicators = "indicators";

    public static Text NewWord(string section) => section == Results ? Texts.ANewResult : Texts.ANewIndicator;

    /// <returns>Null where there is none; an empty one for a new one.</returns>
    public static JsonObject? Find(GrantAgreement agreement, string section, string code) =>
        section is not (Results or Indicators) ? null
        : code == AgreementTermsEndpoints.New ? []
        : List(EntryJson.Of(agreement), section).FirstOrDefault(one => Code(one) == code)?.DeepClone().AsObject();

    public static bool IsTaken(GrantAgreement agreement, string section, string code, JsonObject? item) =>
        item is not null && Code(item) is var typed && typed != code && Find(agreement, section, typed) is { Count: > 0 };

    /// <param name="item">Null: it is taken away.</param>
    public static GrantAgreement With(GrantAgreement agreement, string section, string code, JsonObject? item)
    {
        JsonObject whole = EntryJson.Of(agreement);
        JsonNode?[] kept = [.. List(whole, section).Select(one => Code(one) == code ? Settled(item) : one.DeepClone())];
        if (code == AgreementTermsEndpoints.New)
        {
            kept = [.. kept, Settled(item)];
        }

        whole["framework"]![section] = new JsonArray([.. kept.OfType<JsonNode>()]);
        return EntryJson.To<GrantAgreement>(whole);
    }

    /// <summary>A new agreement has an empty framework; one whose framework was agreed on anew has its next edition.</summary>
    public static GrantAgreement Terms(JsonObject item, GrantAgreement? stands)
    {
        JsonObject whole = item.DeepClone().AsObject();
        JsonObject framework = whole["framework"]!.AsObject();
        framework["results"] ??= new JsonArray();
        framework["indicators"] ??= new JsonArray();
        framework["edition"] ??= 1;
        GrantAgreement typed = EntryJson.To<GrantAgreement>(whole);
        return stands is null || typed.Framework.ApprovedOn is null || typed.Framework.ApprovedOn == stands.Framework.ApprovedOn
            ? typed
            : typed with
            {
                Framework = typed.Framework with { Edition = stands.Framework.Edition + 1 },
            };
    }

    /// <summary>A baseline that was given by its counts has their share; a language without words is none.</summary>
    private static JsonObject? Settled(JsonObject? item)
    {
        if (item?.DeepClone().AsObject() is not { } settled)
        {
            return null;
        }

        if (settled["baselineCounts"] is JsonObject counts)
        {
            settled["baseline"] ??= ItemCounts.Percent(counts);
        }

        if (settled["worded"] is JsonObject worded && worded.All(one => one.Value is null))
        {
            settled["worded"] = null;
        }

        return settled;
    }

    private static IEnumerable<JsonObject> List(JsonObject agreement, string section) =>
        agreement["framework"]![section]!.AsArray().Select(one => one!.AsObject());

    private static string Code(JsonObject item) => item["code"]?.ToString() ?? "";
}
