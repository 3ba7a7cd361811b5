using System.Text.Json.Nodes;
using ACip.Workflows.Languages;

namespace ACip.Functions.Pages.Frame.Items;

/// <summary>What a long form holds, told beside what stands, as items are (<see cref="ItemDifferences"/>): a field for each value that is
/// in either.</summary>
public sealed record ItemComparison(IReadOnlyList<ItemField> Fields, JsonObject Theirs, JsonObject Mine)
{
    public static ItemComparison Of(IEnumerable<FormValue> theirs, IEnumerable<FormValue> mine)
    {
        FormValue[] stands = [.. theirs],
            typed = [.. mine];
        return new ItemComparison(
            [
                .. stands
                    .Concat(typed)
                    .DistinctBy(one => one.Path)
                    .Select(one => new ItemField(one.Path, ItemFieldKind.Line, one.Label, Optional: true)),
            ],
            Of(stands),
            Of(typed)
        );
    }

    /// <summary>Of two with one code, as somebody may have typed it, both are told.</summary>
    private static JsonObject Of(FormValue[] values) =>
        new(
            values
                .GroupBy(one => one.Path)
                .Select(same => KeyValuePair.Create(same.Key, (JsonNode?)string.Join(" | ", same.Select(one => one.Value))))
        );
}

/// <summary>One value of a form, by the words that say which.</summary>
/// <param name="Of">Code of the item that it belongs to; empty for the form itself.</param>
public sealed record FormValue(string Of, Text Name, string Value)
{
    public string Path => Label.In(Language.En).Replace('/', ' ');

    public Text Label => Of.Length == 0 ? Name : Text.For(language => $"{Of} · {Name.In(language)}");

    /// <summary>A text in each language of the form.</summary>
    public static IEnumerable<FormValue> Words(string of, Text name, Text? words) =>
        Language.All.Select(language => new FormValue(
            of,
            Text.For(reader => $"{name.In(reader)} ({language.Tag})"),
            words?.In(language) ?? ""
        ));
}
