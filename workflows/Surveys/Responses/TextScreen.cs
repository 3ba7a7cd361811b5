using System.Text.RegularExpressions;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Takes out of free text what could name somebody, before anybody reads it: addresses, numbers, names after a title or of two
/// words. Rather too much than too little.</summary>
internal static partial class TextScreen
{
    private const string Gap = "[…]";

    public static string Screen(string text)
    {
        string clean = Address().Replace(text.ReplaceLineEndings(" "), Gap);
        clean = Number().Replace(clean, Gap);
        clean = Titled().Replace(clean, "$1 " + Gap);
        clean = Named()
            .Replace(
                clean,
                match =>
                    match.Index == 0 || clean[..match.Index].TrimEnd() is [.., '.' or '!' or '?' or ':'] ? AfterFirst(match.Value) : Gap
            );
        return Spaces().Replace(clean, " ").Trim();
    }

    /// <summary>A sentence begins with a capital anyway; two capitals at its beginning may be a name all the same.</summary>
    private static string AfterFirst(string words) => words.Contains(' ', StringComparison.Ordinal) ? Gap : words;

    [GeneratedRegex(@"\S+@\S+|\b(https?://|www\.)\S+|(?<!\w)@\w+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?\d[\d\s./()-]*\d|\d", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Inspector|Officer|Director|Colonel|Captain|M|Mme|Mlle|Monsieur|Madame|Inspecteur|Directeur|Directrice|Sr|Sra|Srta|Señor|Señora|Don|Doña|Inspectora?|Directora?)\.?\s+\p{Lu}[\p{L}'’-]*(\s+\p{Lu}[\p{L}'’-]*)*",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Titled();

    [GeneratedRegex(
        @"\b\p{Lu}[\p{L}'’-]+(\s+(al|el|de|da|dos|du|la|bin|ben|van|von)?\s*\p{Lu}[\p{L}'’-]+)*",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
