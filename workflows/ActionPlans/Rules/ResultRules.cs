using System.Text.RegularExpressions;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>The plan as a whole, its codes and its chain of results.</summary>
internal static partial class ResultRules
{
    private const int LongestText = 2000;
    private const int MostItems = 500;

    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "title-given",
            Severity.Error,
            new("The plan has a title.", "Le plan a un titre.", "El plan tiene un título."),
            at => When(string.IsNullOrWhiteSpace(at.Plan.Title), "title")
        ),
        new(
            "ends-after-start",
            Severity.Error,
            new(
                "The plan ends after it starts, and within ten years.",
                "Le plan se termine après son début, et dans les dix ans.",
                "El plan termina después de su inicio y en menos de diez años."
            ),
            at => When(at.Plan.End <= at.Plan.Start || at.Plan.End >= at.Plan.Start.AddYears(10), "end")
        ),
        new(
            "code-form",
            Severity.Error,
            new(
                "A code is one to three capital letters and a number, such as B3.",
                "Un code se compose d'une à trois majuscules et d'un nombre, par exemple B3.",
                "Un código consta de una a tres mayúsculas y un número, por ejemplo B3."
            ),
            at => Codes(at.Plan).Where(item => !CodeForm().IsMatch(item.Code)).Select(item => $"{item.Kind}/{item.Code}/code")
        ),
        new(
            "code-unique",
            Severity.Error,
            new(
                "No code is used twice; indicators and milestones share their codes, because people answer by code.",
                "Aucun code ne sert deux fois ; indicateurs et jalons partagent leurs codes, car on répond par le code.",
                "Ningún código se usa dos veces; indicadores e hitos comparten códigos, porque se responde por código."
            ),
            at =>
                Codes(at.Plan)
                    .GroupBy(item => (Asked: item.Kind is "indicators" or "benchmarks" ? "asked" : item.Kind, item.Code))
                    .Where(same => same.Count() > 1)
                    .Select(same => $"{same.Last().Kind}/{same.Key.Code}/code")
        ),
        new(
            "text-fits",
            Severity.Error,
            new(
                "Texts have at most 2,000 characters, and each list at most 500 entries.",
                "Les textes comptent au plus 2 000 caractères et chaque liste au plus 500 lignes.",
                "Los textos tienen como máximo 2000 caracteres y cada lista 500 filas."
            ),
            at =>
                Texts(at.Plan)
                    .Where(text => text.Text?.Length > LongestText)
                    .Select(text => text.Path)
                    .Concat(Codes(at.Plan).GroupBy(item => item.Kind).Where(kind => kind.Count() > MostItems).Select(kind => kind.Key))
        ),
        new(
            "statement-given",
            Severity.Error,
            new(
                "Every result, indicator and milestone says in words what it is.",
                "Chaque résultat, indicateur et jalon est énoncé en toutes lettres.",
                "Cada resultado, indicador e hito se expresa con palabras."
            ),
            at =>
                at.Plan.Results.Where(result => Blank(result.Statement))
                    .Select(result => $"results/{result.Code}/statement")
                    .Concat(
                        at.Plan.Indicators.Where(indicator => Blank(indicator.Statement))
                            .Select(indicator => $"indicators/{indicator.Code}/statement")
                    )
                    .Concat(
                        at.Plan.Benchmarks.Where(benchmark => Blank(benchmark.Statement))
                            .Select(benchmark => $"benchmarks/{benchmark.Code}/statement")
                    )
        ),
        new(
            "no-orphan-result",
            Severity.Error,
            new(
                "Every result except an ultimate outcome serves another result of the plan.",
                "Tout résultat autre qu'ultime sert un autre résultat du plan.",
                "Todo resultado, salvo el final, contribuye a otro resultado del plan."
            ),
            at =>
                at.Plan.Results.Where(result =>
                        result.Level != ResultLevel.Ultimate && at.Plan.Results.All(other => other.Code != result.Parent)
                    )
                    .Select(result => $"results/{result.Code}/parent")
        ),
        new(
            "ultimate-stands-on-top",
            Severity.Error,
            new(
                "An ultimate outcome serves no other result.",
                "Un résultat ultime ne sert aucun autre résultat.",
                "Un resultado final no contribuye a ningún otro."
            ),
            at =>
                at.Plan.Results.Where(result => result.Level == ResultLevel.Ultimate && result.Parent is not null)
                    .Select(result => $"results/{result.Code}/parent")
        ),
        new(
            "parent-is-higher",
            Severity.Error,
            new(
                "A result serves a result of a higher level.",
                "Un résultat sert un résultat d'un niveau supérieur.",
                "Un resultado contribuye a otro de un nivel superior."
            ),
            at =>
                at.Plan.Results.Where(result => at.Plan.Results.Any(parent => parent.Code == result.Parent && parent.Level >= result.Level))
                    .Select(result => $"results/{result.Code}/parent")
        ),
        new(
            "four-levels",
            Severity.Warning,
            new(
                "The plan has results at all four levels.",
                "Le plan a des résultats aux quatre niveaux.",
                "El plan tiene resultados en los cuatro niveles."
            ),
            at => Enum.GetValues<ResultLevel>().Where(level => at.Plan.Results.All(result => result.Level != level)).Select(_ => "results")
        ),
        new(
            "result-is-measured",
            Severity.Warning,
            new(
                "Every result has an indicator or a milestone of its own.",
                "Chaque résultat a son propre indicateur ou jalon.",
                "Cada resultado tiene su propio indicador o hito."
            ),
            at =>
                at.Plan.Results.Where(result =>
                        at.Plan.Indicators.All(indicator => indicator.Result != result.Code)
                        && at.Plan.Benchmarks.All(benchmark => benchmark.Result != result.Code)
                    )
                    .Select(result => $"results/{result.Code}")
        ),
    ];

    public static bool Blank(string? text) => string.IsNullOrWhiteSpace(text);

    public static IEnumerable<string> When(bool broken, string path) => broken ? [path] : [];

    private static IEnumerable<(string Kind, string Code)> Codes(ActionPlan plan) =>
        plan
            .Results.Select(result => ("results", result.Code))
            .Concat(plan.Indicators.Select(indicator => ("indicators", indicator.Code)))
            .Concat(plan.Benchmarks.Select(benchmark => ("benchmarks", benchmark.Code)))
            .Concat(plan.Activities.Select(activity => ("activities", activity.Code)))
            .Concat(plan.Risks.Select(risk => ("risks", risk.Code)));

    private static IEnumerable<(string Path, string? Text)> Texts(ActionPlan plan) =>
        plan
            .Results.Select(result => ($"results/{result.Code}/statement", (string?)result.Statement))
            .Concat(
                plan.Indicators.SelectMany(indicator =>
                    new (string, string?)[]
                    {
                        ($"indicators/{indicator.Code}/statement", indicator.Statement),
                        ($"indicators/{indicator.Code}/method", indicator.Method),
                        ($"indicators/{indicator.Code}/dataSource", indicator.DataSource),
                        ($"indicators/{indicator.Code}/baseline", indicator.Baseline.Narrative ?? indicator.Baseline.MissingReason),
                    }
                )
            )
            .Concat(plan.Benchmarks.Select(benchmark => ($"benchmarks/{benchmark.Code}/statement", (string?)benchmark.Statement)))
            .Concat(plan.Activities.Select(activity => ($"activities/{activity.Code}/title", (string?)activity.Title)))
            .Concat(
                plan.Risks.SelectMany(risk =>
                    new (string, string?)[]
                    {
                        ($"risks/{risk.Code}/statement", risk.Statement),
                        ($"risks/{risk.Code}/mitigation", risk.Mitigation),
                    }
                )
            )
            .Append(("title", plan.Title));

    // numbers may grow to tens as in the seeds; R2 and T14 fit, R2.1 does not: a dot is read as a decimal point in replies
    [GeneratedRegex("^[A-Z]{1,3}[0-9]{1,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
