using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;

namespace ACip.Workflows.Surveys.Waves;

/// <summary>Asks an administration what may become of its scores.</summary>
internal sealed record ReviewSurvey(string Wave, Text Administration, DateTimeOffset Due, Uri Page) : Asking
{
    public static Text How { get; } =
        new(
            "Write PUBLISH: and one of NOBODY, PROGRAMME, DONORS or EVERYBODY on a line of its own. To leave key factors out, add a line such as WITHOUT: 3, 7.",
            "Écrivez PUBLIER : puis PERSONNE, PROGRAMME, BAILLEURS ou TOUS, sur une ligne à part. Pour exclure des facteurs clés, ajoutez une ligne comme SANS : 3, 7.",
            "Escriba PUBLICAR: y NADIE, PROGRAMA, DONANTES o TODOS en una línea aparte. Para excluir factores clave, añada una línea como SIN: 3, 7."
        );

    public override Text Subject =>
        new(
            $"Survey {Wave}: scores to look at, {Administration.En}",
            $"Enquête {Wave} : scores à examiner, {Administration.Fr}",
            $"Encuesta {Wave}: puntuaciones por examinar, {Administration.Es}"
        );

    public override Uri? Link => Page;

    public static string Example(Language language) =>
        $"{PublicationWords.Publish.In(language)}: {PublicationWords.Of(PublishedTo.Donors).In(language)}";

    public override IReadOnlyList<Text> Paragraphs(Func<Language, DateWords> dates) =>
        [
            new(
                "The survey is closed and its scores are computed. They are yours: until you decide, nobody outside your administration sees them. Groups of fewer than ten are left out, so that no answer leads to a person.",
                "L'enquête est close et ses scores sont calculés. Ils sont à vous : tant que vous n'avez pas décidé, personne en dehors de votre administration ne les voit. Les groupes de moins de dix personnes sont omis, afin qu'aucune réponse ne mène à quelqu'un.",
                "La encuesta está cerrada y sus puntuaciones están calculadas. Son suyas: hasta que usted decida, nadie fuera de su administración las ve. Los grupos de menos de diez personas se omiten, para que ninguna respuesta lleve a alguien."
            ),
            new(
                "The page behind the link shows the scores.",
                "La page derrière le lien montre les scores.",
                "La página del enlace muestra las puntuaciones."
            ),
            How,
            new(
                $"Please decide by {dates(Language.En).Deadline(Due)}. Without an answer nothing is published.",
                $"Merci de décider avant le {dates(Language.Fr).Deadline(Due)}. Sans réponse, rien n'est publié.",
                $"Decida antes del {dates(Language.Es).Deadline(Due)}. Sin respuesta no se publica nada."
            ),
        ];
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
            new(
                PublicationWords.Publish.In(language),
                new Text("who may see the scores", "qui peut voir les scores", "quién puede ver las puntuaciones").In(language),
                PublicationWords.Said(to).In(language)
            ),
        };
        if (withheld.Count > 0)
        {
            lines.Add(
                new UnderstoodLine(
                    PublicationWords.Without.In(language),
                    new Text("key factors left out", "facteurs clés exclus", "factores clave excluidos").In(language),
                    string.Join(", ", withheld)
                )
            );
        }

        return lines;
    }
}
