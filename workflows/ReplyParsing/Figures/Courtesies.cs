using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What people write around their message: a greeting, thanks, a closing, and their name.</summary>
internal static class Courtesies
{
    private const int LongestLine = 100;
    private const int MostWords = 12;
    private const int MostBelowClosing = 10;

    // csharpier-ignore
    private static readonly string[] Greetings = All(
        "dear", "hello", "hi", "hey", "good morning", "good afternoon", "good evening", "good day", "greetings", "to whom it may concern",
        "sir", "madam", "colleague", "colleagues", "excellency", "your excellency", "respected", "mr", "mrs", "ms", "bonjour", "bonsoir",
        "cher", "chère", "chers", "chères", "madame", "monsieur", "mesdames", "messieurs", "mademoiselle", "salut", "excellence", "mme",
        "coucou", "à l'attention", "hola", "buenos días", "buenas tardes", "buenas noches", "buen día", "buenas", "estimado", "estimada",
        "estimados", "estimadas", "señor", "señora", "señores", "distinguido", "distinguida", "apreciado", "apreciada", "querido",
        "querida", "sr", "sra", "olá", "oi", "bom dia", "boa tarde", "boa noite", "prezado", "prezada", "prezados", "prezadas", "caro",
        "cara", "caros", "exmo", "exma", "senhor", "senhora", "guten tag", "guten morgen", "sehr geehrte", "sehr geehrter", "liebe",
        "lieber", "hallo", "buongiorno", "gentile", "egregio", "ciao", "geachte", "beste", "goedemorgen", "hej", "kære", "szanowni",
        "dzień dobry", "здравствуйте", "уважаемый", "уважаемая", "уважаемые", "добрый день", "доброе утро", "шановні", "салом", "assalam",
        "salam", "selam", "merhaba", "sayın", "السلام عليكم", "تحية", "مرحبا", "السيد", "السيدة", "السادة", "صباح الخير", "مساء الخير",
        "عزيزي", "سلام", "您好", "你好", "尊敬的", "各位", "お世話", "안녕하세요", "namaste", "namaskar", "नमस्ते", "नमस्कार", "महोदय", "ሰላም", "ጤና ይስጥልኝ",
        "ውድ", "habari", "mpendwa", "ndugu", "salama", "xin chào", "kính gửi", "yth", "selamat"
    );

    // csharpier-ignore
    private static readonly string[] Closings = All(
        "best regards", "kind regards", "warm regards", "with regards", "with kind regards", "with best regards", "with warm regards",
        "regards", "rgds", "best wishes", "with best wishes", "sincerely", "yours sincerely", "yours faithfully", "yours truly", "yours",
        "respectfully", "faithfully", "cordially", "best", "cheers", "take care", "br", "kr", "sent on behalf", "cordialement",
        "bien cordialement", "très cordialement", "salutations", "sincères salutations", "meilleures salutations", "meilleurs sentiments",
        "bien à vous", "respectueusement", "veuillez agréer", "veuillez recevoir", "veuillez croire", "je vous prie d'agréer",
        "nous vous prions d'agréer", "je vous prie de croire", "bonne réception", "bonne journée", "bonne fin de journée", "amicalement",
        "avec mes salutations", "dans l'attente", "saludos", "un saludo", "saludos cordiales", "cordiales saludos", "cordial saludo",
        "cordialmente", "atentamente", "muy atentamente", "atte", "le saluda", "les saluda", "reciba un", "reciban un", "un abrazo",
        "abrazos", "quedo a la espera", "quedamos a", "atenciosamente", "cumprimentos", "com os melhores cumprimentos",
        "melhores cumprimentos", "cordiais saudações", "abraço", "att", "mit freundlichen", "freundliche grüße", "viele grüße",
        "beste grüße", "mfg", "cordiali saluti", "distinti saluti", "saluti", "met vriendelijke groet", "groeten", "med vänlig",
        "med venlig", "z poważaniem", "pozdrawiam", "с уважением", "с наилучшими", "з повагою", "saygılarımla", "مع التحية", "مع خالص",
        "تحياتي", "وتفضلوا", "مع أطيب", "此致", "敬礼", "敬上", "顺祝", "祝好", "よろしく", "감사합니다", "सादर", "भवदीय", "ከሰላምታ", "wako mwaminifu",
        "wasalaam", "trân trọng", "salam hormat", "hormat kami"
    );

    // csharpier-ignore
    private static readonly string[] Thanks = All(
        "thank you", "thanks", "many thanks", "thanking you", "with thanks", "thx", "much appreciated", "merci", "merci beaucoup",
        "merci d'avance", "avec mes remerciements", "remerciements", "en vous remerciant", "nous vous remercions", "gracias",
        "muchas gracias", "mil gracias", "agradezco", "agradeciendo", "quedo agradecido", "obrigado", "obrigada", "muito obrigado", "grato",
        "grata", "agradeço", "danke", "vielen dank", "grazie", "bedankt", "dank u", "tack", "tak", "dziękuję", "спасибо", "благодарю",
        "дякую", "teşekkürler", "شكرا", "جزيل الشكر", "谢谢", "多谢", "感谢", "धन्यवाद", "አመሰግናለሁ", "asante", "misaotra", "cảm ơn", "terima kasih"
    );

    /// <summary>Which lines are such; none of them holds a code or a figure. Read from the first to the last.</summary>
    /// <param name="lines">Cleaned.</param>
    /// <param name="free">False where a line was understood, or asked back.</param>
    public static bool[] Among(IReadOnlyList<string> lines, Func<int, bool> free)
    {
        bool[] courtesy = new bool[lines.Count];
        int last = lines.Count - 1;
        while (last >= 0 && lines[last].Length == 0)
        {
            last--;
        }

        int belowClosing = 0;
        for (int at = 0; at < lines.Count; at++)
        {
            if (lines[at].Length == 0 || !free(at))
            {
                belowClosing = !free(at) && lines[at].Length > 0 ? 0 : belowClosing;
                continue;
            }

            string folded = Folded(lines[at]);
            bool isShort = folded.Length is > 0 and <= LongestLine && Words(folded) <= MostWords;
            if (IsClosing(folded, lines[at]))
            {
                belowClosing = MostBelowClosing;
                courtesy[at] = true;
            }
            else if (belowClosing > 0 && folded.Length <= LongestLine && Words(folded) <= MostWords && !EndsSentence(lines[at]))
            {
                belowClosing--;
                courtesy[at] = true;
            }
            else if (isShort && !HasDigit(folded) && ((Begins(folded, Thanks) && Words(folded) <= 8) || IsGreeting(folded, lines[at])))
            {
                courtesy[at] = true;
            }
            else
            {
                belowClosing = 0;
                courtesy[at] = at == last && IsName(lines[at]);
            }
        }

        return courtesy;
    }

    /// <param name="line">Cleaned.</param>
    public static bool IsClosing(string line) => IsClosing(Folded(line), line);

    private static bool IsClosing(string folded, string line) =>
        folded.Length is > 0 and <= LongestLine
        && Words(folded) <= MostWords
        && Begins(folded, Closings)
        && !(Words(folded) > 4 && line.TrimEnd().EndsWith('.') && !line.Contains(',', StringComparison.Ordinal));

    private static string Folded(string line) =>
        line.Length > LongestLine * 2
            ? ""
            : CleanText.Fold(line).Trim(' ', '\t', '*', '_', '-', '–', '—', '>', '"', '.', ',', ';', ':', '!', '،', '，', '。');

    /// <summary>Its words alone, or with whom it greets; a sentence that only begins alike is none.</summary>
    private static bool IsGreeting(string folded, string line) =>
        Begins(folded, Greetings)
        && !line.TrimEnd().EndsWith('.')
        && (Words(folded) <= 4 || line.TrimEnd() is [.., ',' or ':' or '!' or ';' or '،' or '，' or '：']);

    /// <summary>A name alone at the very end: a few words with capitals, or a word in a script that has none.</summary>
    private static bool IsName(string line)
    {
        string[] words = line.Trim(' ', '-', '–', '—', '*', '_', '.', ',').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= 5
            && line.Length <= 50
            && !EndsSentence(line)
            && words.All(word =>
                (
                    char.IsUpper(word[0])
                    || (char.IsLetter(word[0]) && !char.IsLower(word[0]))
                    || word is "de" or "da" or "van" or "von" or "del" or "la" or "el" or "al" or "bin" or "y"
                ) && word.All(c => char.IsLetter(c) || c is '.' or '\'' or '-' or ',')
            );
    }

    private static bool EndsSentence(string line) => line.TrimEnd() is [.., '.' or '?' or '!'] && Words(line) > 4;

    private static int Words(string text) => text.Count(' ') + 1;

    private static bool HasDigit(string folded) => folded.Any(char.IsAsciiDigit);

    private static bool Begins(string folded, string[] words)
    {
        foreach (string word in words)
        {
            if (
                folded.StartsWith(word, StringComparison.Ordinal)
                && (folded.Length == word.Length || !char.IsLetterOrDigit(folded[word.Length]) || word[^1] > '\u0590')
            )
            {
                return true;
            }
        }

        return false;
    }

    private static string[] All(params string[] words) => [.. words.Select(CleanText.Fold).Distinct()];
}
