using ACip.Workflows.Languages;

namespace ACip.Workflows.Programme;

/// <summary>A donor's own words in the reader's language, otherwise in the agreement's. Never a translation of ours.</summary>
internal static class DonorWords
{
    /// <summary>Version 1.0 had exactly one other language, for which rows and the API have a separate place.</summary>
    public const string FirstSecondTag = "fr";

    public static string In(Language language, string first, string? second, IReadOnlyDictionary<string, string>? byTag) =>
        byTag?.GetValueOrDefault(language.Tag) ?? (language.Tag == FirstSecondTag ? second : null) ?? first;
}
