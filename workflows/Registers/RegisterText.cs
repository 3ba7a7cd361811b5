using System.Globalization;
using System.Text;

namespace ACip.Workflows.Registers;

/// <summary>Normalises words in a register, so that equal words are equal text: programs write accents in two ways, and people vary spaces
/// and capitals.</summary>
internal static class RegisterText
{
    /// <summary>As it is kept: accents composed, one space between words, no marks that cannot be seen.</summary>
    public static string Of(string value)
    {
        var text = new StringBuilder(value.Length);
        foreach (char c in Sound(value))
        {
            if (char.IsWhiteSpace(c))
            {
                text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "");
            }
            else if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                text.Append(c);
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>As it is compared: capitals, hyphens and underscores make no difference.</summary>
    public static string Key(string value) =>
        Of(value).Replace('-', ' ').Replace('_', ' ').Replace('‑', ' ').Replace('–', ' ').ToUpperInvariant();

    private static string Sound(string value)
    {
        try
        {
            return value.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return value; // half a surrogate pair cannot be normalised
        }
    }
}

/// <summary>The first spelling of each name in a file; later ones that differ only in capitals, accents' form or hyphens are the same
/// name.</summary>
internal sealed class Spellings
{
    private readonly Dictionary<string, string> first = new(StringComparer.Ordinal);

    public string Of(string name)
    {
        string key = RegisterText.Key(name);
        return first.TryAdd(key, name) ? name : first[key];
    }
}
