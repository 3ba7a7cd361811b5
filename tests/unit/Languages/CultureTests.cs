using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

public sealed class CultureTests
{
    [Theory]
    [InlineData("en", "Chad, Chile, Côte d'Ivoire, Cuba, Zambia")]
    [InlineData("fr", "Égypte, Équateur, Érythrée, Éthiopie, Zambie")]
    [InlineData("es", "Nauru, Nepal, Níger, Ñuble, Omán")]
    public void Names_are_sorted_as_a_dictionary_does(Language language, string sorted)
    {
        string[] names = sorted.Split(", ");
        Assert.Equal(names, names.Reverse().Order(language.Order));
    }

    [Theory]
    [InlineData("en", "B3", "B3 and B4", "B3, B4 and B5")]
    [InlineData("fr", "B3", "B3 et B4", "B3, B4 et B5")]
    [InlineData("es", "B3", "B3 y B4", "B3, B4 y B5")]
    public void A_list_is_joined_as_its_language_does(Language language, params string[] joined) =>
        Assert.Equal(joined, new string[][] { ["B3"], ["B3", "B4"], ["B3", "B4", "B5"] }.Select(items => language.Culture.List(items)));

    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 1.5, "other")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 1.5, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("es", 1, "one")]
    [InlineData("es", 1.5, "other")]
    public void A_plural_is_chosen_by_the_rules_of_cldr(Language language, double count, string category) =>
        Assert.Equal(category, language.Culture.PluralOf((decimal)count));

    [Theory]
    [InlineData("n % 10 = 2..4 and n % 100 != 12..14", 22, true)]
    [InlineData("n % 10 = 2..4 and n % 100 != 12..14", 112, false)]
    [InlineData("i = 1 and v = 0 or n % 10 = 5", 25, true)]
    [InlineData("i = 1 and v = 0", 1.5, false)]
    [InlineData("n = 2..4", 2.5, false)]
    public void A_rule_means_what_cldr_means(string rule, double count, bool holds) =>
        Assert.Equal(holds, PluralRule.Holds(rule, (decimal)count));

    [Fact]
    public void A_text_says_itself_with_its_arguments_in_each_language()
    {
        Text day = Workflows.Messaging.Letters.Texts.DueBy(new DateOnly(2026, 10, 1));
        Assert.Equal("Please answer by 1 October 2026.", day.In(Language.En));
        Assert.Equal("Merci de répondre au plus tard le 1er octobre 2026.", day.In(Language.Fr));
        Text count = Workflows.Messaging.Letters.Texts.DigestSubject(1234);
        Assert.Equal(["1,234 notices for you", "1\u00A0234 avis pour vous", "1\u00A0234 avisos para usted"], Language.All.Select(count.In));
    }

    [Theory]
    [InlineData("{day")]
    [InlineData("day}")]
    [InlineData("{count, plural, one {#}}")]
    [InlineData("{count, ordinal, other {#}}")]
    [InlineData("{}")]
    public void A_text_that_cannot_be_read_is_refused(string text) => Assert.Throws<FormatException>(() => TextPattern.Parse(text));
}
