using System.Text.RegularExpressions;

namespace ACip.Workflows.Surveys.Responses;

/// <summary>Removes from free text, before anybody reads it, whatever could identify somebody: addresses, numbers, names after a title or
/// of two words. Rather too much than too little.</summary>
internal static partial class TextScreen
{
    private const string Gap = "[…]";

    /// <summary>Whether enough is left to be useful, and the text could be screened at all: a script without capitals does not show its
    /// names.</summary>
    public static bool CanBeShown(string screened) =>
        screened.Replace(Gap, "", StringComparison.Ordinal).Any(char.IsLetter)
        && !screened.Any(letter => char.IsLetter(letter) && !char.IsUpper(letter) && !char.IsLower(letter) && letter is not ('ª' or 'º'));

    public static string Screen(string text)
    {
        string clean = Address().Replace(text.ReplaceLineEndings(" "), Gap);
        clean = Number().Replace(clean, Gap);
        clean = Titled().Replace(clean, "$1 " + Gap);
        clean = Honoured().Replace(clean, "$1 " + Gap);
        clean = Named()
            .Replace(
                clean,
                match =>
                    clean[..match.Index].TrimEnd(' ', '¿', '¡', '«', '“', '"', '(', '\u00A0') is [] or [.., '.' or '!' or '?' or ':']
                        ? AfterFirst(match.Value)
                        : Gap
            );
        return Spaces().Replace(clean, " ").Trim();
    }

    /// <summary>A sentence begins with a capital anyway, but many begin with a name.</summary>
    private static string AfterFirst(string words) => SentenceOpeners.Holds(words) ? words : Gap;

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

    /// <summary>These titles stand before names only, so that a name behind them need not have a capital.</summary>
    [GeneratedRegex(
        @"\b(mr|mrs|ms|miss|dr|prof|mme|mlle|monsieur|madame|sr|sra|srta|señora?|doña)\b\.?\s+(?!\[)[\p{L}'’-]+",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Honoured();

    [GeneratedRegex(
        @"\b\p{Lu}[\p{L}'’-]+(\s+(al|el|de|da|dos|du|la|bin|ben|van|von)?\s*\p{Lu}[\p{L}'’-]+)*",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Spaces();
}
