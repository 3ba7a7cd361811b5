using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>What each indicator says about itself.</summary>
internal static class IndicatorRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        Rule(
            "indicator-measures-a-result",
            Severity.Error,
            new(
                "Every indicator measures a result of the plan.",
                "Chaque indicateur mesure un résultat du plan.",
                "Cada indicador mide un resultado del plan."
            ),
            "result",
            (plan, indicator) => plan.Results.All(result => result.Code != indicator.Result)
        ),
        Rule(
            "key-factor-named",
            Severity.Error,
            new(
                "Every indicator names one or more of the ten key factors, each once.",
                "Chaque indicateur cite un ou plusieurs des dix facteurs clés, chacun une fois.",
                "Cada indicador cita uno o más de los diez factores clave, cada uno una vez."
            ),
            "keyFactors",
            (_, indicator) =>
                indicator.KeyFactors.Count == 0
                || indicator.KeyFactors.Any(number => KeyFactors.Find(number) is null)
                || indicator.KeyFactors.Distinct().Count() != indicator.KeyFactors.Count
        ),
        Rule(
            "how-it-is-measured",
            Severity.Error,
            new(
                "Data source, method and responsible role are given.",
                "La source des données, la méthode et le responsable sont indiqués.",
                "Se indican la fuente de datos, el método y el responsable."
            ),
            "method",
            (_, indicator) => Blank(indicator.DataSource) || Blank(indicator.Method) || Blank(indicator.Responsible)
        ),
        Rule(
            "frequency-known",
            Severity.Error,
            new(
                "The frequency is quarterly, semi-annual or annual.",
                "La fréquence est trimestrielle, semestrielle ou annuelle.",
                "La frecuencia es trimestral, semestral o anual."
            ),
            "frequency",
            (_, indicator) => !indicator.Frequency.IsKnown
        ),
        Rule(
            "unit-given",
            Severity.Error,
            new(
                "Every indicator has a unit; that of a percentage is %.",
                "Chaque indicateur a une unité ; celle d'un pourcentage est %.",
                "Cada indicador tiene una unidad; la de un porcentaje es %."
            ),
            "unit",
            (_, indicator) => Blank(indicator.Unit) || (indicator.Measure == Measure.Percentage && indicator.Unit.Trim() != "%")
        ),
        Rule(
            "percentage-not-summed",
            Severity.Error,
            new("Percentages and ranks are not summed.", "On n'additionne ni pourcentages ni rangs.", "No se suman porcentajes ni rangos."),
            "aggregation",
            (_, indicator) =>
                indicator.Measure is Measure.Percentage or Measure.Ordinal or Measure.Nominal && indicator.Aggregation == Aggregation.Sum
        ),
        Rule(
            "ratio-of-a-percentage",
            Severity.Error,
            new(
                "Only a percentage has a numerator and a denominator, and both are named.",
                "Seul un pourcentage a un numérateur et un dénominateur, et les deux sont nommés.",
                "Solo un porcentaje tiene numerador y denominador, y ambos se nombran."
            ),
            "ratio",
            (_, indicator) =>
                indicator.Ratio is { } names
                && (indicator.Measure != Measure.Percentage || Blank(names.Numerator) || Blank(names.Denominator))
        ),
        Rule(
            "words-not-aggregated",
            Severity.Error,
            new(
                "A qualitative indicator is not aggregated.",
                "Un indicateur qualitatif n'est pas agrégé.",
                "Un indicador cualitativo no se agrega."
            ),
            "aggregation",
            (_, indicator) => indicator.Measure == Measure.Qualitative && indicator.Aggregation != Aggregation.None
        ),
        Rule(
            "dimension-has-groups",
            Severity.Error,
            new(
                "A breakdown has a name and at least two different groups, without colon or comma.",
                "Une ventilation a un nom et au moins deux groupes différents, sans deux-points ni virgule.",
                "Un desglose tiene nombre y al menos dos grupos distintos, sin dos puntos ni coma."
            ),
            "dimensions",
            (_, indicator) =>
                indicator.Dimensions.Select(dimension => dimension.Code).Distinct().Count() != indicator.Dimensions.Count
                || indicator.Dimensions.Any(dimension =>
                    !Plain(dimension.Code)
                    || dimension.Groups.Count < 2
                    || dimension.Groups.Distinct().Count() != dimension.Groups.Count
                    || !dimension.Groups.All(Plain)
                )
        ),
        Rule(
            "uncac-article-form",
            Severity.Error,
            new(
                "A UNCAC article is a number from 1 to 71, with its paragraph if need be: 8.2.",
                "Un article de la CNUCC est un nombre de 1 à 71, suivi au besoin du paragraphe : 8.2.",
                "Un artículo de la CNUCC es un número del 1 al 71, con su párrafo si hace falta: 8.2."
            ),
            "markers",
            (_, indicator) => !indicator.Markers.UncacArticles.All(IsArticle)
        ),
        Rule(
            "sensitive-is-not-public",
            Severity.Error,
            new("A sensitive indicator is not public.", "Un indicateur sensible n'est pas public.", "Un indicador sensible no es público."),
            "disclosure",
            (_, indicator) => indicator.Sensitive && indicator.Disclosure == Disclosure.Public
        ),
        Rule(
            "sensitive-feeds-no-donor",
            Severity.Error,
            new(
                "An indicator that stays within the programme feeds no donor indicator.",
                "Un indicateur réservé au programme n'alimente aucun indicateur de bailleur.",
                "Un indicador reservado al programa no alimenta a ningún indicador de donante."
            ),
            "donorLink",
            (_, indicator) => indicator.Disclosure == Disclosure.Programme && indicator.DonorLink is not null
        ),
        Rule(
            "change-explained",
            Severity.Error,
            new(
                "A revised indicator says why, and from which day of the plan on.",
                "Un indicateur révisé dit pourquoi, et à partir de quel jour du plan.",
                "Un indicador revisado dice por qué y desde qué día del plan."
            ),
            "change",
            (plan, indicator) =>
                indicator.Revision < 1
                || (indicator.Revision > 1) != (indicator.Change is not null)
                || (
                    indicator.Change is { } change
                    && (Blank(change.Reason) || change.From < plan.Start || change.From > plan.End || change.Factor is <= 0 or > 1_000_000)
                )
        ),
        Rule(
            "measured-by-known",
            Severity.Error,
            new(
                "What measures an indicator is cips:, a key factor and a group, such as cips:3:officials, or pmm: and a KPI, such as pmm:K3; it is a number.",
                "Ce qui mesure un indicateur est cips:, un facteur clé et un groupe, comme cips:3:officials, ou pmm: et un KPI, comme pmm:K3 ; c'est un nombre.",
                "Lo que mide un indicador es cips:, un factor clave y un grupo, como cips:3:officials, o pmm: y un KPI, como pmm:K3; es un número."
            ),
            "measuredBy",
            (_, indicator) =>
                indicator.MeasuredBy is not null
                && (FigureSource.Read(indicator.MeasuredBy) is null || indicator.Measure is Measure.Nominal or Measure.Qualitative)
        ),
        new(
            "people-by-sex",
            Severity.Warning,
            new(
                "At least one indicator is broken down into women and men.",
                "Au moins un indicateur distingue femmes et hommes.",
                "Al menos un indicador distingue mujeres y hombres."
            ),
            at => When(at.Plan.Indicators.All(indicator => indicator.Dimensions.All(dimension => dimension.Code != "sex")), "indicators")
        ),
    ];

    public static PlanRule Rule(
        string name,
        Severity severity,
        Text3 explanation,
        string field,
        Func<ActionPlan, Indicator, bool> broken
    ) =>
        new(
            name,
            severity,
            explanation,
            at =>
                at.Plan.Indicators.Where(indicator => broken(at.Plan, indicator))
                    .Select(indicator => $"indicators/{indicator.Code}/{field}")
        );

    // a group is typed before a colon in replies and keyed "sex:women" in observations
    private static bool Plain(string text) => !Blank(text) && text.AsSpan().IndexOfAny(":,;=") < 0;

    private static bool IsArticle(string article)
    {
        string[] parts = article.Split('.');
        return parts.Length <= 2
            && parts.All(part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit))
            && int.Parse(parts[0], CultureInfo.InvariantCulture) is >= 1 and <= 71;
    }
}
