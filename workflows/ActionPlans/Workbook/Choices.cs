using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Workbook;

/// <summary>The lists of the workbooks, in three languages.</summary>
internal static class Choices
{
    public static IReadOnlyList<Choice<bool>> YesNo { get; } = [Of(true, "yes", "oui", "sí"), Of(false, "no", "non", "no")];

    public static IReadOnlyList<Choice<ResultLevel>> Levels { get; } =
    [
        Of(ResultLevel.Ultimate, "ultimate outcome", "résultat ultime", "resultado final"),
        Of(ResultLevel.Intermediate, "intermediate outcome", "résultat intermédiaire", "resultado intermedio"),
        Of(ResultLevel.Immediate, "immediate outcome", "résultat immédiat", "resultado inmediato"),
        Of(ResultLevel.Output, "output", "extrant", "producto"),
    ];

    public static IReadOnlyList<Choice<Measure>> Measures { get; } =
    [
        Of(Measure.Unit, "number", "nombre", "número"),
        Of(Measure.Percentage, "percentage", "pourcentage", "porcentaje"),
        Of(Measure.Nominal, "category", "catégorie", "categoría"),
        Of(Measure.Ordinal, "rank", "rang", "rango"),
        Of(Measure.Qualitative, "in words", "en mots", "en palabras"),
    ];

    public static IReadOnlyList<Choice<bool>> Directions { get; } =
    [Of(true, "more is better", "mieux si plus", "mejor si más"), Of(false, "less is better", "mieux si moins", "mejor si menos")];

    public static IReadOnlyList<Choice<Aggregation>> Aggregations { get; } =
    [
        Of(Aggregation.None, "none", "aucune", "ninguna"),
        Of(Aggregation.Sum, "sum", "somme", "suma"),
        Of(Aggregation.Mean, "mean", "moyenne", "media"),
        Of(Aggregation.Latest, "latest", "dernière", "última"),
    ];

    public static IReadOnlyList<Choice<FigureSpan>> Spans { get; } =
    [
        Of(FigureSpan.Period, "this period", "cette période", "este período"),
        Of(FigureSpan.SinceStart, "total since the start", "total depuis le début", "total desde el inicio"),
    ];

    public static IReadOnlyList<Choice<int>> FrequencyList { get; } =
    [
        Of(0, "quarterly", "trimestrielle", "trimestral"),
        Of(1, "semi-annual", "semestrielle", "semestral"),
        Of(2, "annual", "annuelle", "anual"),
    ];

    public static IReadOnlyList<Choice<Disclosure>> Disclosures { get; } =
    [
        Of(Disclosure.Programme, "programme only", "programme seulement", "solo el programa"),
        Of(Disclosure.Donors, "donors", "bailleurs", "donantes"),
        Of(Disclosure.Public, "public", "public", "público"),
    ];

    public static IReadOnlyList<Choice<Principle>> Principles { get; } =
    [
        Of(Principle.CollectiveAction, "collective action", "action collective", "acción colectiva"),
        Of(Principle.PerformanceMeasurement, "performance measurement", "mesure de la performance", "medición del desempeño"),
        Of(Principle.DataAnalysis, "data analysis", "analyse des données", "análisis de datos"),
    ];

    public static IReadOnlyList<Choice<Synergy>> Synergies { get; } =
    [
        Of(Synergy.Ccp, "CCP", "CCP", "CCP"),
        Of(Synergy.Mercator, "Mercator", "Mercator", "Mercator"),
        Of(Synergy.Rkc, "RKC", "CKR", "CKR"),
        Of(Synergy.Tfa, "TFA", "AFE", "AFC"),
    ];

    public static IReadOnlyList<Choice<CrossCuttingTheme>> Themes { get; } =
    [
        Of(CrossCuttingTheme.GenderEquality, "gender equality", "égalité des genres", "igualdad de género"),
        Of(CrossCuttingTheme.HumanRights, "human rights", "droits humains", "derechos humanos"),
        Of(CrossCuttingTheme.ClimateAndEnvironment, "climate and environment", "climat et environnement", "clima y medio ambiente"),
    ];

    public static string Label<T>(this IReadOnlyList<Choice<T>> choices, T value, Language language)
        where T : struct => choices.First(choice => choice.Value.Equals(value)).Label.In(language);

    public static string Label<T>(this IReadOnlyList<Choice<T>> choices, IEnumerable<T> values, Language language)
        where T : struct => string.Join("; ", values.Select(value => choices.Label(value, language)));

    public static IReadOnlyList<string> Labels<T>(this IReadOnlyList<Choice<T>> choices, Language language) =>
        [.. choices.Select(choice => choice.Label.In(language))];

    private static Choice<T> Of<T>(T value, string en, string fr, string es) => new(value, new Text3(en, fr, es));
}
