using System.Globalization;
using System.Reflection;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Tests.Unit.Messaging.Letters;

public sealed class MailWordsTests
{
    private static readonly MethodInfo[] Sentences =
    [
        .. typeof(MailWords)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.IsAbstract),
    ];

    [Fact]
    public void Every_sentence_is_written_in_each_language_and_is_not_the_same_in_two()
    {
        Assert.True(Sentences.Length > 60);
        foreach (MethodInfo sentence in Sentences)
        {
            string[] said = [.. Language.All.Select(language => Say(sentence, language))];
            Assert.All(said, words => Assert.False(string.IsNullOrWhiteSpace(words), sentence.Name));
            Assert.True(said.Distinct().Count() == said.Length, $"{sentence.Name} is not translated: {said[0]}");
        }
    }

    [Fact]
    public void No_translation_loses_what_stands_in_the_sentence()
    {
        foreach (MethodInfo sentence in Sentences)
        {
            foreach (Language language in Language.All)
            {
                string said = Say(sentence, language);
                Assert.All(sentence.GetParameters(), parameter => Assert.Contains(Sample(parameter), said, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void No_sentence_is_left_over()
    {
        string folder = Path.Combine(Approved.Repository(), "workflows", "Messaging", "Letters");
        string uses = string.Concat(
            Directory.EnumerateFiles(folder).Where(file => !file.EndsWith("Words.cs", StringComparison.Ordinal)).Select(File.ReadAllText)
        );
        Assert.All(
            Sentences,
            sentence =>
                Assert.Contains(
                    $"Words.{Name(sentence)}",
                    uses.Replace("words.", "Words.", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("en", "Asia/Kathmandu", "Sunday 1 November 2026, 05:44 (Kathmandu, UTC+05:45)")]
    [InlineData("fr", "Africa/Bamako", "samedi 31 octobre 2026, 23 h 59 (Bamako, UTC+00:00)")]
    [InlineData("es", "America/Mexico_City", "sábado 31 de octubre de 2026, 17:59 (Ciudad de México, UTC-06:00)")]
    [InlineData("en", "Etc/UTC", "Saturday 31 October 2026, 23:59 (UTC)")]
    [InlineData("en", "No/Such_Zone", "Saturday 31 October 2026, 23:59 (UTC)")]
    public void A_moment_is_written_with_its_weekday_and_zone_whatever_the_machines_culture(Language language, string zone, string expected)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA"); // another calendar, other digits
        try
        {
            Assert.Equal(
                expected,
                new DateWords(language, zone).Moment(DateTimeOffset.Parse("2026-10-31T23:59:59Z", CultureInfo.InvariantCulture))
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("en", "1 July to 30 September 2026", "25 December 2025 to 1 January 2026")]
    [InlineData("fr", "du 1er juillet au 30 septembre 2026", "du 25 décembre 2025 au 1er janvier 2026")]
    [InlineData("es", "del 1 de julio al 30 de septiembre de 2026", "del 25 de diciembre de 2025 al 1 de enero de 2026")]
    public void A_range_names_each_year_once(Language language, string within, string across)
    {
        var dates = new DateWords(language, "Etc/UTC");
        Assert.Equal(within, dates.Range(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)));
        Assert.Equal(across, dates.Range(new DateOnly(2025, 12, 25), new DateOnly(2026, 1, 1)));
    }

    private static string Say(MethodInfo sentence, Language language) =>
        (string)
            sentence.Invoke(
                MailWords.In(language),
                [.. sentence.GetParameters().Select(parameter => parameter.ParameterType == typeof(int) ? (object)4711 : Sample(parameter))]
            )!;

    private static string Sample(ParameterInfo parameter) => parameter.ParameterType == typeof(int) ? "4711" : $"~{parameter.Name}~";

    private static string Name(MethodInfo sentence) => sentence.IsSpecialName ? sentence.Name[4..] : sentence.Name;
}
