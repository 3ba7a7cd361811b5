using System.Text.Json;
using System.Text.RegularExpressions;
using ACip.Tests.Unit.Infrastructure;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

/// <summary>One word for one thing: workflows/Languages/Glossary has the term of each language, and the texts keep to it.</summary>
public sealed class GlossaryTests
{
    private static readonly Dictionary<string, Dictionary<string, Regex>> Terms = TextFiles.Languages.ToDictionary(
        language => language.Tag,
        language =>
            JsonSerializer
                .Deserialize<Dictionary<string, Dictionary<string, string>>>(
                    SourceTree.Read($"workflows/Languages/Glossary/{language.Tag}.json")
                )!
                .ToDictionary(
                    term => term.Key,
                    term => new Regex(term.Value["pattern"], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
                )
    );

    [Fact]
    public void Every_glossary_has_the_same_terms() =>
        Assert.All(Terms.Values, terms => Assert.Equal(Terms["en"].Keys.Order(), terms.Keys.Order()));

    [Fact]
    public void A_term_of_the_source_is_that_of_the_language() =>
        Assert.Empty(
            from text in TextFiles.Each()
            from term in Terms["en"]
            where term.Value.IsMatch(Words(text.Source)) && !Terms[text.Language.Tag][term.Key].IsMatch(Words(text.Text))
            select $"{text.Where}: {term.Key}: {text.Text}"
        );

    /// <summary>Names of instruments and surveys stand in the glossary and nowhere else: what a text writes out, it writes out
    /// so.</summary>
    [Fact]
    public void A_name_that_is_written_out_is_that_of_the_glossary()
    {
        Dictionary<string, Dictionary<string, string>> names = TextFiles.Languages.ToDictionary(language => language.Tag, NamesOf);
        Assert.All(names.Values, of => Assert.Equal(names["en"].Keys.Order(), of.Keys.Order()));
        Assert.Superset(
            new HashSet<string> { "CIPS", "PMM", "CCP", "Mercator", "RKC", "TFA", "UNCAC", "Arusha Declaration" },
            names["en"].Keys.ToHashSet()
        );
        Assert.Empty(
            from text in TextFiles.Each()
            from name in names["en"]
            where Contains(text.Source, name.Value) && !Contains(text.Text, names[text.Language.Tag][name.Key])
            select $"{text.Where}: {names[text.Language.Tag][name.Key]}: {text.Text}"
        );
        Assert.Empty(
            from text in TextFiles.Each()
            from name in names[text.Language.Tag]
            where text.Text.Contains($"({name.Key})", StringComparison.Ordinal) && !Contains(text.Text, name.Value)
            select $"{text.Where}: {name.Value}: {text.Text}"
        );
    }

    private static bool Contains(string text, string name) => text.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> NamesOf(Language language) =>
        JsonSerializer
            .Deserialize<Dictionary<string, Dictionary<string, string>>>(
                SourceTree.Read($"workflows/Languages/Glossary/{language.Tag}.json")
            )!
            .Where(term => term.Value.ContainsKey("name"))
            .ToDictionary(term => term.Key, term => term.Value["name"]);

    [Fact]
    public void The_glossary_is_used() =>
        Assert.All(Terms["en"], term => Assert.Contains(TextFiles.Each(), text => term.Value.IsMatch(Words(text.Source))));

    /// <summary>Without names of placeholders, which are English everywhere.</summary>
    private static string Words(string text) => Regex.Replace(text, @"\{\w+", "{");
}
