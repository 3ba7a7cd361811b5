using System.Text.RegularExpressions;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for the plan as a whole, its codes and its chain of results.</summary>
internal static partial class ResultRules
{
    private const int LongestText = 2000;
    private const int MostItems = 500;

    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new("title-given", Severity.Error, Texts.ThePlanHasATitle, at => When(string.IsNullOrWhiteSpace(at.Plan.Title), "title")),
        new(
            "ends-after-start",
            Severity.Error,
            Texts.PlanEndsAfterStartsWithinTen,
            at => When(at.Plan.End <= at.Plan.Start || at.Plan.End >= at.Plan.Start.AddYears(10), "end")
        ),
        new(
            "code-form",
            Severity.Error,
            Texts.CodeOneThreeCapitalLettersNumber,
            at => Codes(at.Plan).Where(item => !CodeForm().IsMatch(item.Code)).Select(item => $"{item.Kind}/{item.Code}/code")
        ),
        new(
            "code-unique",
            Severity.Error,
            Texts.NoCodeUsedTwiceIndicatorsMilestones,
            at =>
                Codes(at.Plan)
                    .GroupBy(item => (Asked: item.Kind is "indicators" or "benchmarks" ? "asked" : item.Kind, item.Code))
                    .Where(same => same.Count() > 1)
                    .Select(same => $"{same.Last().Kind}/{same.Key.Code}/code")
        ),
        new(
            "text-fits",
            Severity.Error,
            Texts.TextsAtMost2000Characters,
            at =>
                Written(at.Plan)
                    .Where(text => text.Text?.Length > LongestText)
                    .Select(text => text.Path)
                    .Concat(Codes(at.Plan).GroupBy(item => item.Kind).Where(kind => kind.Count() > MostItems).Select(kind => kind.Key))
        ),
        new(
            "statement-given",
            Severity.Error,
            Texts.EveryResultIndicatorMilestoneSaysWords,
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
            Texts.EveryResultExceptUltimateOutcomeServes,
            at =>
                at.Plan.Results.Where(result =>
                        result.Level != ResultLevel.Ultimate && at.Plan.Results.All(other => other.Code != result.Parent)
                    )
                    .Select(result => $"results/{result.Code}/parent")
        ),
        new(
            "ultimate-stands-on-top",
            Severity.Error,
            Texts.UltimateOutcomeServesNoOtherResult,
            at =>
                at.Plan.Results.Where(result => result.Level == ResultLevel.Ultimate && result.Parent is not null)
                    .Select(result => $"results/{result.Code}/parent")
        ),
        new(
            "parent-is-higher",
            Severity.Error,
            Texts.ResultServesResultHigherLevel,
            at =>
                at.Plan.Results.Where(result => at.Plan.Results.Any(parent => parent.Code == result.Parent && parent.Level >= result.Level))
                    .Select(result => $"results/{result.Code}/parent")
        ),
        new(
            "four-levels",
            Severity.Warning,
            Texts.PlanResultsAtAllFourLevels,
            at => Enum.GetValues<ResultLevel>().Where(level => at.Plan.Results.All(result => result.Level != level)).Select(_ => "results")
        ),
        new(
            "result-is-measured",
            Severity.Warning,
            Texts.EveryResultIndicatorMilestoneOwn,
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

    private static IEnumerable<(string Path, string? Text)> Written(ActionPlan plan) =>
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

    internal static bool IsResult(CheckedPlan at, string code) => at.Plan.Results.Any(result => result.Code == code);

    // numbers may grow to tens as in the seeds; R2 and T14 fit, R2.1 does not: a dot is read as a decimal point in replies
    [GeneratedRegex("^[A-Z]{1,3}[0-9]{1,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeForm();
}
