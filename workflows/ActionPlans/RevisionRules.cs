using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>What may change in a plan after its approval. Unlike <see cref="PlanRules"/>, each of these looks at two versions.</summary>
public static class RevisionRules
{
    public static IReadOnlyList<RevisionRule> All { get; } =
    [
        new(
            "same-plan",
            Severity.Error,
            new(
                "A revision stays the plan of the same administration and starts on the same day.",
                "Une révision reste le plan de la même administration et commence le même jour.",
                "Una revisión sigue siendo el plan de la misma administración y empieza el mismo día."
            ),
            (before, after) =>
                before.Id != after.Id || before.Administration != after.Administration || before.Start != after.Start ? ["start"] : []
        ),
        ForBoth(
            "baseline-frozen",
            Severity.Error,
            new(
                "A baseline does not change after approval. A revised indicator carries it over by its factor; only where the series breaks may it have a new one.",
                "Une valeur de référence ne change pas après l'approbation. Un indicateur révisé la reprend selon son facteur ; seule une rupture de série permet une nouvelle valeur.",
                "Una línea de base no cambia tras la aprobación. Un indicador revisado la conserva según su factor; solo si la serie se rompe puede tener otra."
            ),
            "baseline",
            (was, now) => !IsBaselineKept(was, now)
        ),
        ForBoth(
            "change-of-meaning-is-a-revision",
            Severity.Error,
            new(
                "Whoever changes what an indicator measures, or how, gives it the next revision number.",
                "Qui change ce que mesure un indicateur, ou comment, lui donne le numéro de révision suivant.",
                "Quien cambia qué mide un indicador, o cómo, le da el número de revisión siguiente."
            ),
            "revision",
            (was, now) => now.Revision == was.Revision && !SameMeaning(was, now)
        ),
        ForBoth(
            "revision-counts-up",
            Severity.Error,
            new(
                "Revision numbers go up by one.",
                "Les numéros de révision augmentent d'une unité.",
                "Los números de revisión suben de uno en uno."
            ),
            "revision",
            (was, now) => now.Revision != was.Revision && now.Revision != was.Revision + 1
        ),
        ForBoth(
            "factor-needs-like-units",
            Severity.Error,
            new(
                "A factor joins numbers of one kind and direction; otherwise the series breaks.",
                "Un facteur relie des nombres de même nature et de même sens ; sinon la série est rompue.",
                "Un factor une números de la misma clase y sentido; si no, la serie se rompe."
            ),
            "change",
            (was, now) =>
                now.Revision > was.Revision
                && now.Change?.Factor is not null
                && (was.Measure != now.Measure || was.Ascending != now.Ascending || now.Measure is Measure.Qualitative or Measure.Nominal)
        ),
        ForBoth(
            "donor-link-kept",
            Severity.Warning,
            new(
                "The donor indicator that an indicator feeds has changed: earlier donor reports counted it elsewhere.",
                "L'indicateur de bailleur alimenté a changé : les rapports précédents l'ont compté ailleurs.",
                "Ha cambiado el indicador del donante que se alimenta: informes anteriores lo contaron en otro lugar."
            ),
            "donorLink",
            (was, now) => was.DonorLink != now.DonorLink
        ),
        new(
            "indicator-not-dropped",
            Severity.Warning,
            new(
                "An approved indicator is gone: its figures stay, but it is no longer asked for.",
                "Un indicateur approuvé a disparu : ses chiffres restent, mais il n'est plus demandé.",
                "Ha desaparecido un indicador aprobado: sus cifras quedan, pero ya no se pide."
            ),
            (before, after) =>
                before.Indicators.Where(was => after.Indicators.All(now => now.Code != was.Code)).Select(was => $"indicators/{was.Code}")
        ),
        new(
            "benchmark-not-dropped",
            Severity.Warning,
            new(
                "An approved milestone is gone or falls due later.",
                "Un jalon approuvé a disparu ou est reporté.",
                "Un hito aprobado ha desaparecido o vence más tarde."
            ),
            (before, after) =>
                before
                    .Benchmarks.Where(was => after.Benchmarks.All(now => now.Code != was.Code || now.Due > was.Due))
                    .Select(was => $"benchmarks/{was.Code}")
        ),
    ];

    public static IReadOnlyList<Finding> Check(ActionPlan approved, ActionPlan revised) =>
        [
            .. All.OrderBy(rule => rule.Severity)
                .SelectMany(rule =>
                    rule.Check(approved, revised).Distinct().Select(path => new Finding(rule.Name, rule.Severity, path, rule.Explanation))
                ),
        ];

    private static RevisionRule ForBoth(
        string name,
        Severity severity,
        Text3 explanation,
        string field,
        Func<Indicator, Indicator, bool> broken
    ) =>
        new(
            name,
            severity,
            explanation,
            (before, after) =>
                from was in before.Indicators
                from now in after.Indicators
                where was.Code == now.Code && broken(was, now)
                select $"indicators/{now.Code}/{field}"
        );

    private static bool IsBaselineKept(Indicator was, Indicator now)
    {
        if (was.Baseline == now.Baseline)
        {
            return now.Revision == was.Revision || now.Change?.Factor is null or 1 || was.Baseline.Value is null or 0;
        }

        // a first measurement may follow where approval accepted the reason for having none
        bool isFirstMeasurement = was.Baseline is { Value: null, Narrative: null, MissingReason: not null };
        bool isBroken = now.Revision > was.Revision && now.Change is { Factor: null };
        bool isConverted =
            now.Revision > was.Revision
            && now.Change?.Factor is { } factor
            && was.Baseline.Value is { } value
            && now.Baseline == was.Baseline with { Value = now.Baseline.Value }
            && now.Baseline.Value == value * factor;
        return isFirstMeasurement || isBroken || isConverted;
    }

    private static bool SameMeaning(Indicator was, Indicator now) =>
        was.Statement == now.Statement
        && was.Measure == now.Measure
        && was.Unit == now.Unit
        && was.Ascending == now.Ascending
        && was.Aggregation == now.Aggregation
        && was.Method == now.Method
        && was.DataSource == now.DataSource
        && was.Span == now.Span
        && was.Ratio == now.Ratio
        && was.Dimensions.Count == now.Dimensions.Count
        && was.Dimensions.Zip(now.Dimensions)
            .All(pair => pair.First.Code == pair.Second.Code && pair.First.Groups.SequenceEqual(pair.Second.Groups));
}

/// <param name="Check">Paths of what breaks the rule, given the approved and the revised plan.</param>
public sealed record RevisionRule(
    string Name,
    Severity Severity,
    Text3 Explanation,
    Func<ActionPlan, ActionPlan, IEnumerable<string>> Check
);
