using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What can precede a code without changing the meaning of its line: a bullet, a number, a bracket, "Indicator",
/// "Correction:".</summary>
internal static class LeadWords
{
    private const int Longest = 80;
    private const int MostWords = 7;

    // folded; numbers of a list and single letters are looked at by themselves
    // csharpier-ignore
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "indicator", "indicators", "item", "items", "point", "result", "results", "outcome", "output", "benchmark", "benchmarks",
        "milestone", "line", "row", "code", "kpi", "figure", "figures", "value", "values", "answer", "answers", "reply", "response",
        "question", "ref", "number", "for", "of", "the", "our", "my", "re", "regarding", "concerning", "under", "on", "as", "is", "here",
        "final", "actual", "report", "reported", "nr", "n°", "nº", "no°", "numero", "indicateur", "indicateurs", "resultat", "resultats",
        "repere", "reperes", "jalon", "ligne", "chiffre", "chiffres", "valeur", "valeurs", "reponse", "reponses", "pour", "de", "du", "des",
        "le", "la", "les", "l'indicateur", "l'item", "notre", "nos", "mon", "concernant", "sur", "au", "voici", "indicador", "indicadores",
        "resultado", "resultados", "hito", "hitos", "punto", "linea", "fila", "codigo", "cifra", "cifras", "valor", "valores", "respuesta",
        "respuestas", "para", "del", "el", "los", "las", "nuestro", "nuestra", "mi", "sobre", "al", "este", "es", "ponto", "resposta",
        "linha", "do", "da", "o", "a", "em", "nosso", "indikator", "ergebnis", "punkt", "zeile", "fur", "wert", "antwort", "indicatore",
        "punto", "riga", "per", "risultato", "показатель", "индикатор", "пункт", "результат", "المؤشر", "البند", "النتيجة",
        "مؤشر", "بند", "نتيجة", "قيمة", "القيمة", "رقم", "الرقم", "بالنسبة", "الي", "عن", "هو", "هي", "جواب", "الجواب", "رمز", "الرمز",
        "marco", "marcos", "alinea", "dos", "das", "nossa", "meu", "minha", "quanto", "ao", "指标", "項目",
        "项目",
    };

    // the speaker takes back an earlier answer: where this mail has it too, both are asked back
    // csharpier-ignore
    private static readonly HashSet<string> Corrections = new(StringComparer.Ordinal)
    {
        "correction", "corrections", "corrected", "corrigendum", "correct", "erratum", "errata", "sorry", "apologies", "apology", "oops",
        "pardon", "update", "updated", "revised", "revision", "amended", "amendment", "instead", "rather", "read", "please", "pls",
        "should", "be", "now", "actually", "mean", "meant", "i", "excuse", "me", "with", "in", "fact", "that", "p.s", "ps", "nb", "n.b",
        "note", "edit", "corrige", "corrigee", "rectification", "rectificatif", "rectifie", "desole", "desolee", "excusez", "moi",
        "excusez-moi", "plutot", "lire", "lisez", "veuillez", "svp", "mise", "jour", "en", "fait", "je", "voulais", "dire", "il", "faut",
        "mes", "excuses", "merci", "modification", "correccion", "corregido", "corregida", "rectificacion", "perdon", "perdone", "disculpe",
        "disculpen", "disculpas", "fe", "erratas", "debe", "decir", "leerse", "leer", "lease", "mejor", "dicho", "actualizacion",
        "actualizado", "favor", "por", "quise", "lo", "siento", "realidad", "correcto", "correcao", "desculpe", "leia-se", "retificacao",
        "atualizacao", "korrektur", "berichtigung", "entschuldigung", "correzione", "scusate", "errata-corrige", "исправление", "поправка",
        "извините", "correccao", "corrigido", "corrigida", "retificado", "rectificacao", "desculpem", "perdao", "alias", "leia", "ler",
        "deve", "ser", "dizer", "lamento", "تصحيح", "عفوا", "معذرة", "اسف", "نعتذر", "تعديل", "الصحيح", "الصواب", "يرجي", "بل", "更正", "抱歉",
    };

    // alone they may say that what follows is the wrong one
    private static readonly HashSet<string> Errors = new(StringComparer.Ordinal)
    {
        "error",
        "mistake",
        "typo",
        "erreur",
        "faute",
        "fehler",
        "errore",
        "erro",
        "ошибка",
        "خطأ",
        "错误",
    };

    // csharpier-ignore
    private static readonly HashSet<string> ReadInstead = new(StringComparer.Ordinal)
    {
        "read", "lire", "lisez", "leer", "leerse", "lease", "leia-se", "should", "correction", "corrected", "correct", "corrige",
        "rectification", "debe", "decir", "faut", "instead", "plutot",
    };

    /// <param name="lead">What stands before the first code of a line, cleaned; may be empty.</param>
    public static Lead Of(string lead)
    {
        string text = CleanText.Fold(lead).Replace(StruckOut.Mark, ' ');
        if (text.Length > Longest || text.Contains('?', StringComparison.Ordinal))
        {
            return Lead.Sentence;
        }

        string[] words = text.Split(
            [' ', '\t', ',', ';', ':', '!', '(', ')', '[', ']', '{', '}', '"', '<', '>', '*', '_', '`', '|', '/', '=', '~', '\\'],
            StringSplitOptions.RemoveEmptyEntries
        );
        bool numbered = false,
            corrects = false,
            errs = false,
            reads = false;
        if (words.Length > MostWords)
        {
            return Lead.Sentence;
        }

        for (int at = 0; at < words.Length; at++)
        {
            string word = words[at].TrimEnd('.', '-', '–', '—', '…');
            if (word.Length == 0 || IsSign(word))
            {
                continue;
            }

            if (!numbered && IsNumbering(word, words[at], text))
            {
                numbered = true;
            }
            else if (Corrections.Contains(word))
            {
                corrects = true;
                reads |= ReadInstead.Contains(word);
            }
            else if (Errors.Contains(word))
            {
                errs = true;
            }
            else if (!Labels.Contains(word))
            {
                return Lead.Sentence;
            }
        }

        return errs && !reads ? Lead.Sentence
            : corrects || errs ? Lead.Correction
            : Lead.Label;
    }

    /// <summary>"1.", "2)", "(3)", "a)", "iv." or a number in a column of its own. A bare number beside a code may be its figure.</summary>
    private static bool IsNumbering(string word, string asWritten, string text)
    {
        int at = text.IndexOf(asWritten, StringComparison.Ordinal);
        int end = at + asWritten.Length;
        bool marked =
            asWritten.Length > word.Length
            || (end < text.Length && text[end] is ')' or ']' or '\t' or ':' or '|')
            || (at > 0 && text[at - 1] is '(' or '[')
            || word[0] is '#' or '№';
        string number = word.TrimStart('#', '№');
        bool shape =
            number.Length is > 0 and <= 4
            && (
                number.All(c => char.IsAsciiDigit(c) || c == '.')
                    ? number.Count(char.IsAsciiDigit) <= 3
                    : number.Length == 1 || number.All(c => c is 'i' or 'v' or 'x')
            );
        return marked && shape;
    }

    /// <summary>Bullets, arrows, ticks, boxes, emoji: nothing that says anything.</summary>
    private static bool IsSign(string word) => !word.Any(c => char.IsLetterOrDigit(c));
}

internal enum Lead
{
    /// <summary>Does not change what the line says.</summary>
    Label,

    /// <summary>Withdraws an earlier answer.</summary>
    Correction,

    /// <summary>The code stands in a sentence.</summary>
    Sentence,
}
