using System.Collections.Concurrent;

namespace ACip.Workflows.Languages;

/// <summary>Names of places by language: Cultures/TAG.KIND.json. English names are used where a language has none.</summary>
internal static class PlaceNames
{
    private static readonly ConcurrentDictionary<(string Kind, string Tag), Dictionary<string, string>> Read = new();

    public static string? Find(string kind, string code, Language language) =>
        Of(kind, language.Tag).GetValueOrDefault(code) ?? Of(kind, Language.En.Tag).GetValueOrDefault(code);

    private static Dictionary<string, string> Of(string kind, string tag) =>
        Read.GetOrAdd(
            (kind, tag),
            static one => LanguageFile.Read<Dictionary<string, string>>($"Languages/Cultures/{one.Tag}.{one.Kind}.json") ?? []
        );
}
