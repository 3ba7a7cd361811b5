using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>A donor's own words in the reader's language, or else as the agreement has them: never a translation of ours.</summary>
internal static class DonorWords
{
    /// <summary>Version 1.0 knew one language besides the first, and rows and the API have a place of its own for it.</summary>
    public const string FirstSecondTag = "fr";

    public static string In(Language language, string first, string? second, IReadOnlyDictionary<string, string>? byTag) =>
        byTag?.GetValueOrDefault(language.Tag) ?? (language.Tag == FirstSecondTag ? second : null) ?? first;
}
