namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Whether a sentence about an item casts doubt on an answer given for it elsewhere.</summary>
internal static class Doubts
{
    // csharpier-ignore
    private static readonly HashSet<string> TakingBack = new(StringComparer.Ordinal)
    {
        "not", "no", "wrong", "incorrect", "error", "mistake", "ignore", "disregard", "delete", "remove", "cancel", "instead", "sorry",
        "correct", "correction", "corrected", "change", "changed", "replace", "update", "updated", "never", "doubt", "doubtful", "unsure",
        "uncertain", "provisional", "estimate", "estimated", "don't", "doesn't", "isn't", "wasn't", "nil", "withdraw", "withdrawn",
        "preliminary", "pas", "ne", "faux", "fausse", "errone", "erronee", "erreur", "ignorer", "ignorez", "supprimer", "supprimez",
        "annuler", "annulez", "plutot", "desole", "desolee", "corriger", "corrige", "rectifier", "changer", "remplacer", "doute",
        "provisoire", "estimation", "n'est", "n'a", "neant", "retirer", "mal", "incorrecto", "incorrecta", "equivocado", "equivocada",
        "ignorar", "ignore", "borrar", "eliminar", "anular", "corregir", "corregido", "cambiar", "cambio", "reemplazar", "duda",
        "provisional", "estimacion", "nada", "retirar", "sin", "nao", "errado", "errada", "nicht", "falsch", "kein", "non", "sbagliato",
        "не", "неверно", "ошибка", "لا", "ليس", "خطأ", "不", "错",
    };

    /// <summary>A number other than a year beside its codes, or a word that takes something back.</summary>
    public static bool Casts(string clean, FormCodes codes)
    {
        string keyed = FormCodes.Key(clean);
        char[] rest = keyed.ToCharArray();
        foreach (CodePlace place in codes.In(keyed))
        {
            Array.Fill(rest, ' ', place.Start, place.End - place.Start);
        }

        foreach (
            string word in new string(rest).Split(
                [' ', '\t', ',', ';', ':', '.', '!', '?', '(', ')', '"', '/', '=', StruckOut.Mark],
                StringSplitOptions.RemoveEmptyEntries
            )
        )
        {
            if (TakingBack.Contains(word) || (word.Any(char.IsAsciiDigit) && !IsYear(word)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYear(string word) =>
        word.Length == 4 && word.All(char.IsAsciiDigit) && (word[0] == '2' && word[1] == '0' || word[0] == '1' && word[1] == '9');
}
