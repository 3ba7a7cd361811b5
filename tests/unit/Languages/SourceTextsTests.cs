using System.Text.RegularExpressions;
using ACip.Tests.Unit.Infrastructure;

namespace ACip.Tests.Unit.Languages;

/// <summary>What people read stands in files of texts, and not in code or markup.</summary>
public sealed partial class SourceTextsTests
{
    /// <summary>They recognise the words of mail programs and of strangers in forty languages, and say nothing themselves.</summary>
    private static readonly string[] Recognise =
    [
        "AbsenceNotice.cs",
        "AutomaticSubjects.cs",
        "FooterWords.cs",
        "MailWords.cs",
        "Courtesies.cs",
        "LeadWords.cs",
        "TextScreen.cs",
        "FreeTextLines.cs",
        "CleanText.cs",
        "AnswerFile.cs",
        "Forgiven.cs",
    ];

    [Fact]
    public void No_code_holds_words_of_another_language_than_its_own() =>
        Assert.Empty(
            from file in Sources()
            where !Recognise.Contains(Path.GetFileName(file))
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from match in AccentedWords().Matches(line)
            select $"{Path.GetFileName(file)}: {match.Value}"
        );

    /// <summary>What differs between languages stands in their files; the source's alone is named.</summary>
    [Fact]
    public void No_code_asks_which_language_it_is() =>
        Assert.Empty(
            from file in Sources()
            from match in NamedLanguage().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {match.Value}"
        );

    [Fact]
    public void No_markup_holds_words() =>
        Assert.Empty(
            from file in Sources()
            where file.EndsWith(".razor", StringComparison.Ordinal)
            from words in WordsOf(File.ReadAllText(file))
            select $"{Path.GetFileName(file)}: {words}"
        );

    [Theory]
    [InlineData("<p>Planted here</p>", "Planted here")]
    [InlineData("<p title=\"Planted here\">@Page.Say(Texts.A(b: \"x (y\"))</p>", "Planted here")]
    [InlineData("<Field Label=\"Planted\" Name=\"name\" />", "Planted")]
    [InlineData("<p>@(one ? \"Planted here\" : Texts.B.In(language))</p>", "Planted here")]
    [InlineData("@if (x)\n{\n<p class=\"a b\">@Page.Say(Texts.Same) · @one.Name</p>\n}", null)]
    public void A_planted_text_is_found(string markup, string? found) => Assert.Equal(found is null ? [] : [found], WordsOf(markup));

    private static IEnumerable<string> WordsOf(string razor)
    {
        string markup = Copied().Replace(razor.Split("\n@code")[0], "");
        foreach (string line in markup.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('<')))
        {
            string left = WithoutExpressions(line, out List<string> literals);
            IEnumerable<string> shown = Attributes().Matches(left).Select(match => match.Groups[1].Value);
            foreach (string words in shown.Concat(Tags().Replace(left, "\n").Split('\n')).Concat(literals))
            {
                string plain = System.Net.WebUtility.HtmlDecode(words).Trim();
                if (Words().IsMatch(Names().Replace(plain, "")))
                {
                    yield return plain;
                }
            }
        }
    }

    /// <param name="literals">Sentences within expressions: two words or more.</param>
    private static string WithoutExpressions(string line, out List<string> literals)
    {
        literals = [];
        while (ExpressionStart().Match(line) is { Success: true } start)
        {
            int end = start.Index + start.Length;
            bool opens = start.Value.EndsWith('(');
            while (opens)
            {
                end = Closed(line, end, literals);
                Match more = Continued().Match(line[end..]);
                end += more.Length;
                opens = more.Value.EndsWith('(');
            }

            line = line[..start.Index] + line[end..];
        }

        return line;
    }

    /// <returns>The place behind the bracket that closes.</returns>
    private static int Closed(string line, int at, List<string> literals)
    {
        for (int depth = 1; depth > 0 && at < line.Length; at++)
        {
            if (line[at] == '"' && line.IndexOf('"', at + 1) is > 0 and var close)
            {
                if (Sentence().Match(line[(at + 1)..close]) is { Success: true } literal)
                {
                    literals.Add(literal.Value);
                }

                at = close;
                continue;
            }

            depth += line[at] == '(' ? 1 : 0;
            depth -= line[at] == ')' ? 1 : 0;
        }

        return at;
    }

    private static IEnumerable<string> Sources() =>
        from folder in new[] { "functions", "workflows" }
        from file in Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*", SearchOption.AllDirectories)
        where
            Path.GetExtension(file) is ".cs" or ".razor"
            && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select file;

    [GeneratedRegex("""(\(Language\)|Language\.(FromString|Find)\(|\bTag (==|!=|is|is not) )"\w|\bLanguage\.(?!En\b)[A-Z][a-z]\b""")]
    private static partial Regex NamedLanguage();

    [GeneratedRegex("\"[^\"]*[àâçéèêëîïôûùüœñáíóúÀÂÇÉÈÊËÎÏÔÛÙÜŒÑÁÍÓÚ¿¡][^\"]*\"")]
    private static partial Regex AccentedWords();

    [GeneratedRegex(@"^(\??[.!][A-Za-z_][\w.?!]*\(?|\[[^\]]*\])*")]
    private static partial Regex Continued();

    [GeneratedRegex(@"@\(|@(?:if|foreach|for|switch|while) \(|@(?!media|font)[A-Za-z_][\w.?!]*(\[[^\]]*\])?[\w.?!]*\(?")]
    private static partial Regex ExpressionStart();

    [GeneratedRegex("\\b(?:title|alt|aria-label|placeholder|Label|Heading|Hint|Button|Title)=\"([^\"]*)\"")]
    private static partial Regex Attributes();

    /// <summary>What is typed or copied as it stands.</summary>
    [GeneratedRegex("<code>.*?</code>")]
    private static partial Regex Copied();

    [GeneratedRegex("<(?:\"[^\"]*\"|[^>\"])*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\p{L}{3,}")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[A-Z][a-z]+ \p{L}+[ \p{L}.,]*$")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(A-CIP|SHA-256|[A-Z]{2,5})\b|[\w/]*/[\w/]+|\}else\{")]
    private static partial Regex Names();
}
