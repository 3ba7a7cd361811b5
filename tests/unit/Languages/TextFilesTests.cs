using System.Text.RegularExpressions;
using ACip.Workflows.Languages;

namespace ACip.Tests.Unit.Languages;

/// <summary>What a translator's file must be, whoever wrote it.</summary>
public sealed class TextFilesTests
{
    /// <summary>Firm spaces count as spaces.</summary>
    private const string Space = "[ \u00A0\u202F]";

    /// <summary>They show what is typed into a cell or a field, where signs are ours and not the language's.</summary>
    private static readonly string[] TypedNotation =
    [
        "BreakdownSexWomenMenOfficeNorth",
        "CrossCuttingThemesAB",
        "PrinciplesAB",
        "SynergiesCCPMercatorRKCTFA",
        "UNCACArticles8215",
        "WhatMeasuresIndicatorCipsKeyFactor",
        "LineEachSuchAs202712",
        "SuchAsSexWomenMenOffice",
    ];

    [Fact]
    public void Every_text_is_there_in_every_complete_language_and_none_besides()
    {
        Assert.True(TextFiles.All.Count > 20 && TextFiles.All.Sum(file => file.Source.Count) > 1500);
        Assert.Empty(
            from file in TextFiles.All
            from language in Language.All
            from key in file.Source.Keys.Union(file.ByTag[language.Tag].Keys)
            where string.IsNullOrWhiteSpace(file.ByTag[language.Tag].GetValueOrDefault(key)) || !file.Source.ContainsKey(key)
            select $"{file.Folder} {key} ({language.Tag})"
        );
    }

    [Fact]
    public void Every_text_that_coordinators_and_heads_of_customs_may_read_is_there_in_each_of_their_languages() =>
        Assert.Empty(
            from file in TextFiles.All
            from key in file.Source.Keys
            where TextUses.Of(file.Folder, key).Any(place => !SecretariatsTexts.Are(place, key))
            from language in TextFiles.OfCoordinators
            where string.IsNullOrWhiteSpace(file.ByTag[language.Tag].GetValueOrDefault(key))
            select $"{file.Folder} {key} ({language.Tag})"
        );

    [Fact]
    public void No_language_has_a_text_that_the_source_has_not() =>
        Assert.Empty(
            from file in TextFiles.All
            from language in TextFiles.OfCoordinators
            from key in file.ByTag[language.Tag].Keys.Except(file.Source.Keys)
            select $"{file.Folder} {key} ({language.Tag})"
        );

    [Fact]
    public void Codes_stand_apart_where_words_run_from_right_to_left() =>
        Assert.Empty(
            from text in TextFiles.Each()
            where text.Language.DirectionIfTurned is not null
            let words = Regex.Replace(
                Regex.Replace(text.Text, "\u2066[^\u2066\u2069]*\u2069", ""),
                @"\{\w+(, \w+)?|\b(zero|one|two|few|many|other) \{",
                ""
            )
            where Regex.IsMatch(words, @"[A-Za-z]|\d[-/]\d|[\u2066\u2069]")
            select $"{text.Where}: {words}"
        );

    [Fact]
    public void Every_language_has_the_placeholders_of_the_source() =>
        Assert.Empty(
            from text in TextFiles.Each()
            where !Names(text.Text).SetEquals(Names(text.Source))
            select $"{text.Where}: {string.Join(", ", Names(text.Text))}, not {string.Join(", ", Names(text.Source))}"
        );

    [Fact]
    public void A_choice_has_the_forms_that_its_language_has() =>
        Assert.Empty(
            from text in TextFiles.Each()
            from choice in Choices(TextPattern.Parse(text.Text))
            where choice.Kind == TextPartKind.Plural
            let wanted = text.Language.Culture.Plurals.Keys.Append("other").ToHashSet()
            where !choice.Choices.Keys.Where(key => key[0] != '=').ToHashSet().SetEquals(wanted)
            select $"{text.Where}: {string.Join(", ", choice.Choices.Keys)}, not {string.Join(", ", wanted)}"
        );

    [Fact]
    public void No_text_is_unused()
    {
        Assert.Empty(
            from file in TextFiles.All
            from key in file.Source.Keys
            where !TextUses.Of(file.Folder, key).Any()
            select $"{file.Folder} {key}"
        );
    }

    [Fact]
    public void A_sentence_is_not_the_same_in_two_languages() =>
        Assert.Empty(
            from text in TextFiles.Each()
            where text.Language != Language.En && text.Text == text.Source && Regex.Count(text.Text, @"(?<!\{)\b\p{L}{3,}\b") > 3
            select $"{text.Where}: {text.Text}"
        );

    [Fact]
    public void A_sentence_ends_as_its_source_does() =>
        Assert.Empty(
            from text in TextFiles.Each()
            where text.Source.Contains(' ', StringComparison.Ordinal) && Ending(text.Text) != Ending(text.Source)
            select $"{text.Where}: {text.Text} / {text.Source}"
        );

    [Fact]
    public void French_has_a_space_before_its_double_signs_and_within_its_quotation_marks() =>
        Assert.Empty(
            from text in TextFiles.Each()
            where
                text.Language.Culture.SpacedSigns.Length > 0
                && !TypedNotation.Any(one => text.Where.Contains(one, StringComparison.Ordinal))
            let words = Regex.Replace(text.Text, @"https?://\S+|\d:\d", "")
            where Regex.IsMatch(words, $@"(?<!{Space}|^|[(…\]}}]|[A-Z0-9]\))[;!?](?=\s|$)|(?<!{Space}|^)[:»](?=\s|$)|«(?!{Space})")
            select $"{text.Where}: {text.Text}"
        );

    [Fact]
    public void Spanish_opens_its_questions() =>
        Assert.Empty(
            from text in TextFiles.Each()
            where
                text.Language.Tag == "es"
                && (
                    text.Text.Count(c => c == '?') != text.Text.Count(c => c == '¿')
                    || text.Text.Count(c => c == '!') != text.Text.Count(c => c == '¡')
                )
            select $"{text.Where}: {text.Text}"
        );

    private static HashSet<string> Names(string text) => [.. TextPattern.Names(TextPattern.Parse(text)).Keys];

    private static IEnumerable<TextPart> Choices(IReadOnlyList<TextPart> parts) =>
        parts.SelectMany(part => part.Choices.Values.SelectMany(Choices).Append(part)).Where(part => part.Choices.Count > 0);

    private static char Ending(string text) =>
        text.TrimEnd()[^1] switch
        {
            '؟' => '?',
            '.' or '?' or '!' => text.TrimEnd()[^1],
            _ => ' ',
        };
}
