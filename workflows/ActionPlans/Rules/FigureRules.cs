using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;
using static ACip.Workflows.ActionPlans.Rules.IndicatorRules;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Baselines and targets.</summary>
internal static class FigureRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        Rule(
            "baseline-or-reason",
            Severity.Error,
            new(
                "Every indicator has a baseline, or the reason why there is none; not both.",
                "Chaque indicateur a une valeur de référence, ou la raison de son absence ; pas les deux.",
                "Cada indicador tiene una línea de base, o el motivo de que falte; no ambos."
            ),
            "baseline",
            (_, indicator) => Blank(indicator.Baseline.MissingReason) == !HasBaseline(indicator)
        ),
        Rule(
            "baseline-dated-and-sourced",
            Severity.Error,
            new(
                "A baseline has a date and a source.",
                "Une valeur de référence a une date et une source.",
                "Una línea de base tiene fecha y fuente."
            ),
            "baseline",
            (_, indicator) => HasBaseline(indicator) && (indicator.Baseline.On is null || Blank(indicator.Baseline.Source))
        ),
        Rule(
            "baseline-is-recent",
            Severity.Warning,
            new(
                "A baseline is at most three years older than the plan.",
                "Une valeur de référence précède le plan de trois ans au plus.",
                "Una línea de base es como máximo tres años anterior al plan."
            ),
            "baseline/on",
            (plan, indicator) => indicator.Baseline.On < plan.Start.AddYears(-3)
        ),
        Rule(
            "baseline-within-reach",
            Severity.Error,
            new(
                "A baseline is measured before the first year of the plan is over.",
                "La valeur de référence est mesurée avant la fin de la première année du plan.",
                "La línea de base se mide antes de que termine el primer año del plan."
            ),
            "baseline/on",
            (plan, indicator) => indicator.Baseline.On >= plan.Start.AddYears(1)
        ),
        Rule(
            "target-given",
            Severity.Error,
            new(
                "Every indicator has at least one target.",
                "Chaque indicateur a au moins une cible.",
                "Cada indicador tiene al menos una meta."
            ),
            "targets",
            (_, indicator) => indicator.Targets.Count == 0
        ),
        Rule(
            "target-after-baseline",
            Severity.Error,
            new(
                "No target lies before the date of the baseline.",
                "Aucune cible ne précède la date de la valeur de référence.",
                "Ninguna meta es anterior a la fecha de la línea de base."
            ),
            "targets",
            (_, indicator) => indicator.Targets.Any(target => target.By <= indicator.Baseline.On)
        ),
        Rule(
            "target-within-plan",
            Severity.Error,
            new(
                "Targets lie within the plan.",
                "Les cibles se situent dans la durée du plan.",
                "Las metas están dentro del plazo del plan."
            ),
            "targets",
            (plan, indicator) => indicator.Targets.Any(target => target.By < plan.Start || target.By > plan.End)
        ),
        Rule(
            "targets-in-order",
            Severity.Error,
            new(
                "Targets follow one another by date, one for each day.",
                "Les cibles se suivent par date, une seule par jour.",
                "Las metas siguen el orden de las fechas, una por día."
            ),
            "targets",
            (_, indicator) => indicator.Targets.Zip(indicator.Targets.Skip(1)).Any(pair => pair.First.By >= pair.Second.By)
        ),
        Rule(
            "words-for-words",
            Severity.Error,
            new(
                "Qualitative and nominal indicators have baselines and targets in words, the others in numbers.",
                "Les indicateurs qualitatifs et nominaux ont des références et des cibles en mots, les autres en chiffres.",
                "Los indicadores cualitativos y nominales tienen líneas de base y metas en palabras; los demás, en números."
            ),
            "targets",
            (_, indicator) =>
                InWords(indicator)
                    ? indicator.Baseline.Value is not null
                        || indicator.Targets.Any(target => target.Value is not null || Blank(target.Narrative))
                    : (HasBaseline(indicator) && indicator.Baseline.Value is null) || indicator.Targets.Any(target => target.Value is null)
        ),
        Rule(
            "percentage-in-range",
            Severity.Error,
            new("A percentage lies between 0 and 100.", "Un pourcentage est compris entre 0 et 100.", "Un porcentaje está entre 0 y 100."),
            "targets",
            (_, indicator) => indicator.Measure == Measure.Percentage && Figures(indicator).Any(value => value is < 0 or > 100)
        ),
        Rule(
            "counts-make-the-share",
            Severity.Error,
            new(
                "The counts behind a baseline or a target make the percentage that stands beside them; the whole is more than 0.",
                "Les effectifs d'une référence ou d'une cible donnent le pourcentage indiqué à côté ; le tout est supérieur à 0.",
                "Los recuentos de una línea de base o de una meta dan el porcentaje indicado al lado; el total es mayor que 0."
            ),
            "targets",
            (_, indicator) =>
                Counted(indicator)
                    .Any(one => indicator.Ratio is null || !one.Counts.IsSound || one.Value is not { } share || !one.Counts.IsAbout(share))
        ),
        Rule(
            "figure-not-negative",
            Severity.Error,
            new(
                "Baselines and targets are not negative and below a billion billion.",
                "Les références et les cibles ne sont pas négatives et restent inférieures à un milliard de milliards.",
                "Las líneas de base y las metas no son negativas y son menores que un trillón."
            ),
            "targets",
            (_, indicator) => Figures(indicator).Any(value => value is < 0 or >= 1_000_000_000_000_000_000m)
        ),
        Rule(
            "target-improves",
            Severity.Warning,
            new(
                "The last target is not worse than the baseline.",
                "La dernière cible n'est pas moins bonne que la valeur de référence.",
                "La última meta no es peor que la línea de base."
            ),
            "targets",
            (_, indicator) =>
                indicator.Targets is [.., { Value: { } last }]
                && indicator.Baseline.Value is { } start
                && (indicator.Ascending ? last < start : last > start)
        ),
    ];

    private static bool HasBaseline(Indicator indicator) => indicator.Baseline.Value is not null || !Blank(indicator.Baseline.Narrative);

    private static bool InWords(Indicator indicator) => indicator.Measure is Measure.Qualitative or Measure.Nominal;

    private static IEnumerable<(decimal? Value, Ratio Counts)> Counted(Indicator indicator) =>
        indicator
            .Targets.Select(target => (target.Value, target.Counts))
            .Append((indicator.Baseline.Value, indicator.Baseline.Counts))
            .Where(one => one.Item2 is not null)
            .Select(one => (one.Item1, one.Item2!));

    private static IEnumerable<decimal> Figures(Indicator indicator) =>
        indicator.Targets.Select(target => target.Value).Append(indicator.Baseline.Value).OfType<decimal>();
}
