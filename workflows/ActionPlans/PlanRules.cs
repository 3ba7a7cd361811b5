using ACip.Workflows.ActionPlans.Rules;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>The rules that a plan must satisfy. Each is a row: a name, words in three languages, a severity and a check.</summary>
public static class PlanRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        .. ResultRules.All,
        .. IndicatorRules.All,
        .. FigureRules.All,
        .. DonorLinkRules.All,
        .. BenchmarkRules.All,
        .. ActivityRules.All,
        .. RiskRules.All,
    ];

    /// <summary>Everything that is wrong with a plan, errors first; empty if nothing is.</summary>
    /// <param name="agreements">Those that the plan's indicators may be linked to.</param>
    public static IReadOnlyList<RuleFinding> Check(ActionPlan plan, IReadOnlyList<GrantAgreement> agreements)
    {
        var checkedPlan = new CheckedPlan(plan, agreements);
        return
        [
            .. All.OrderBy(rule => rule.Severity)
                .SelectMany(rule =>
                    rule.Check(checkedPlan).Distinct().Select(path => new RuleFinding(rule.Name, rule.Severity, path, rule.Explanation))
                ),
        ];
    }
}

/// <param name="Name">Slug; the same in the API, on the page and in the mail.</param>
/// <param name="Explanation">What the rule asks for, in the words of the person who must follow it.</param>
/// <param name="Check">Paths of what breaks the rule, such as <c>indicators/B3/baseline</c>.</param>
public sealed record PlanRule(string Name, Severity Severity, Text Explanation, Func<CheckedPlan, IEnumerable<string>> Check);

public sealed record CheckedPlan(ActionPlan Plan, IReadOnlyList<GrantAgreement> Agreements);
