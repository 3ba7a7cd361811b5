using System.Globalization;
using System.Text;

namespace ACip.Workflows.Languages;

/// <summary>Sorts words like a dictionary of the language: accents and case decide only between otherwise equal words, and separate
/// letters such as ñ have their own place.</summary>
/// <param name="alphabet">Null: that of English.</param>
internal sealed class Collation(string? alphabet) : IComparer<string>
{
    private readonly string _alphabet = alphabet ?? "abcdefghijklmnopqrstuvwxyz";

    public int Compare(string? x, string? y)
    {
        int first = Key(x ?? "").AsSpan().SequenceCompareTo(Key(y ?? ""));
        return first != 0 ? first : string.CompareOrdinal(x, y);
    }

    private int[] Key(string words)
    {
        var key = new List<int>(words.Length);
        foreach (char letter in words.ToLowerInvariant())
        {
            if (Place(letter) is { } own)
            {
                key.Add(own);
                continue;
            }

            foreach (char part in letter.ToString().Normalize(NormalizationForm.FormD).Where(IsNoMark))
            {
                key.Add(Place(part) ?? part);
            }
        }

        return [.. key];
    }

    // letters stand behind all signs and figures, and before those of other scripts
    private int? Place(char letter) => _alphabet.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var place ? 0x100 + place : null;

    private static bool IsNoMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark;
}
