using System.Globalization;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Asks an administration how its scores may be published.</summary>
internal sealed record ReviewSurvey(string Wave, Text Administration, DateTimeOffset Due, Uri Page) : Asking
{
    public static Text How { get; } = Texts.ReviewHow;

    public override Text Subject => Texts.ReviewSubject(wave: Wave, administration: Administration);

    public override Uri? Link => Page;

    public static string Example(Language language) =>
        $"{PublicationWords.Publish.In(language)}: {PublicationWords.Of(PublishedTo.Donors).In(language)}";

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [Texts.ReviewIntro, Texts.ReviewScoresOnPage, How, Texts.ReviewDue(due: Text.For(language => dates(language).Deadline(Due)))];
}

internal static class SurveyDecided
{
    public static Acknowledgement Of(
        About about,
        PublishedTo to,
        IReadOnlyList<int> withheld,
        Language language,
        DateTimeOffset until,
        Uri link
    ) => new(about, Lines(to, withheld, language), [], [], [], Submitted: true, until, link);

    public static IReadOnlyList<UnderstoodLine> Lines(PublishedTo to, IReadOnlyList<int> withheld, Language language)
    {
        var lines = new List<UnderstoodLine>
        {
            new(PublicationWords.Publish.In(language), Texts.ReviewWhoMaySee.In(language), PublicationWords.Said(to).In(language)),
        };
        if (withheld.Count > 0)
        {
            lines.Add(
                new UnderstoodLine(
                    PublicationWords.Without.In(language),
                    Texts.ReviewWithheld.In(language),
                    language.List(withheld.Select(factor => factor.ToString(CultureInfo.InvariantCulture)))
                )
            );
        }

        return lines;
    }
}
