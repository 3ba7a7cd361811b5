using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Whether a text given as a reason is one. A dash, a dot, "n/a" or "nothing" is not.</summary>
public static class GivenReason
{
    // words that say only that there is nothing, in the languages that are read; folded
    // csharpier-ignore
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "na", "nd", "n", "a", "d", "s", "o", "so", "sd", "nil", "null", "none", "nothing", "no", "not", "nope", "any", "applicable",
        "available", "empty", "blank", "zero", "tbd", "tba", "tbc", "xx", "xxx", "x", "neant", "rien", "aucun", "aucune", "non", "ras",
        "vide", "sans", "objet", "disponible", "pas", "nul", "nulle", "nada", "nulo", "nula", "ninguno", "ninguna", "ningun", "sin",
        "vacio", "aplica", "aplicable", "cero", "nenhum", "nenhuma", "sem", "nao", "disponivel", "indisponivel", "aplicavel", "is",
        "there", "the", "le", "la", "el", "y", "il", "n'y", "de", "ok", "yes", "oui", "si", "keine", "kein", "nichts", "нет", "ничего",
        "无", "無", "没有", "沒有", "لا", "يوجد", "شيء", "لاشيء", "غير", "متوفر", "متاح", "ينطبق", "فارغ",
    };

    public static bool IsOne(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 100_000)
        {
            return false;
        }

        string folded = CleanText.Fold(text.Length > 400 ? text[..400] : text);
        int start = -1;
        int letters = 0;
        for (int at = 0; at <= folded.Length; at++)
        {
            bool inWord =
                at < folded.Length
                && (
                    char.IsLetter(folded[at])
                    || char.IsSurrogate(folded[at])
                    || char.GetUnicodeCategory(folded[at])
                        is System.Globalization.UnicodeCategory.NonSpacingMark
                            or System.Globalization.UnicodeCategory.SpacingCombiningMark
                    || (folded[at] == '\'' && start >= 0)
                );
            if (inWord)
            {
                start = start < 0 ? at : start;
                continue;
            }

            if (start >= 0)
            {
                string word = folded[start..at].TrimEnd('\'');
                if (!Empty.Contains(word))
                {
                    letters += word.Length;
                }

                start = -1;
            }
        }

        // two signs are a word in scripts that write whole words with them
        return letters >= (folded.AsSpan().ContainsAnyInRange('\u0900', '\uD7FF') ? 2 : 3);
    }
}
