using ACip.Workflows.Programme;
using static ACip.Tests.Unit.ActionPlans.PlanChanges;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>What breaks a rule for the plan, its results and its work, one clause at a time.</summary>
internal static class BrokenClauses
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);
    private static readonly string TooLong = new('x', 2001);

    public static IReadOnlyList<RuleClause> All { get; } =
    [
        new("ends-after-start", "an end before the start", plan => plan with { End = First.AddDays(-1) }),
        new("ends-after-start", "ten whole years", plan => plan with { End = First.AddYears(10) }),
        new("code-form", "four letters", plan => Risk(plan, of => of with { Code = "ABCD1" })),
        new("code-form", "four digits", plan => Risk(plan, of => of with { Code = "K1234" })),
        new("code-form", "something before what is right", plan => Risk(plan, of => of with { Code = "x K1" })),
        new("code-form", "an indicator's in small letters", plan => Indicator(plan, of => of with { Code = "a1" })),
        new("code-form", "a result's with a dot", plan => Result(plan, of => of with { Code = "R2.1" })),
        new("code-form", "a milestone's without a number", plan => Benchmark(plan, of => of with { Code = "M" })),
        new("code-form", "an activity's without letters", plan => Activity(plan, of => of with { Code = "1" })),
        new("code-unique", "two risks with one code", plan => plan with { Risks = [plan.Risks[0], .. plan.Risks] }),
        new("text-fits", "the title too long", plan => plan with { Title = TooLong }),
        new("text-fits", "a method too long", plan => Indicator(plan, of => of with { Method = TooLong })),
        new("text-fits", "a source too long", plan => Indicator(plan, of => of with { DataSource = TooLong })),
        new("text-fits", "an indicator's words too long", plan => Indicator(plan, of => of with { Statement = TooLong })),
        new("text-fits", "a reason for no baseline too long", plan => Baseline(plan, of => of with { MissingReason = TooLong })),
        new(
            "text-fits",
            "a baseline in words too long",
            plan => Baseline(plan, of => of with { Narrative = TooLong, MissingReason = "short" })
        ),
        new("text-fits", "a milestone too long", plan => Benchmark(plan, of => of with { Statement = TooLong })),
        new("text-fits", "an activity's title too long", plan => Activity(plan, of => of with { Title = TooLong })),
        new("text-fits", "a risk too long", plan => Risk(plan, of => of with { Statement = TooLong })),
        new("text-fits", "a mitigation too long", plan => Risk(plan, of => of with { Mitigation = TooLong })),
        new("text-fits", "501 risks", plan => Risks(plan, 501)),
        new("statement-given", "an indicator without words", plan => Indicator(plan, of => of with { Statement = " " })),
        new("statement-given", "a milestone without words", plan => Benchmark(plan, of => of with { Statement = " " })),
        new("no-orphan-result", "an output that serves nothing", plan => Result(plan, of => of with { Parent = null })),
        new("parent-is-higher", "an output under an output", plan => Result(plan, of => of with { Parent = "R6" })),
        new(
            "parent-is-higher",
            "an outcome under an output",
            plan => Result(plan, of => of with { Level = ResultLevel.Immediate, Parent = "R6" })
        ),
        new("four-levels", "no intermediate outcome", plan => plan with { Results = [.. plan.Results.Where(of => of.Code != "R2")] }),
        new("benchmark-within-plan", "due the day before", plan => Benchmark(plan, of => of with { Due = First.AddDays(-1) })),
        new("benchmark-key-factor", "none", plan => Benchmark(plan, of => of with { KeyFactors = [] })),
        new("benchmark-key-factor", "a strange one beside a known", plan => Benchmark(plan, of => of with { KeyFactors = [1, 11] })),
        new("activity-within-plan", "without a title", plan => Activity(plan, of => of with { Title = "" })),
        new(
            "activity-within-plan",
            "ends before it begins",
            plan => Activity(plan, of => of with { From = Last, Until = Last.AddDays(-1) })
        ),
        new("activity-within-plan", "begins a day early", plan => Activity(plan, of => of with { From = First.AddDays(-1), Until = Last })),
        new("activity-within-plan", "ends a day late", plan => Activity(plan, of => of with { From = First, Until = Last.AddDays(1) })),
        new("risk-scale", "a likelihood of none", plan => Risk(plan, of => of with { Likelihood = 0 })),
        new("risk-scale", "a likelihood of six", plan => Risk(plan, of => of with { Likelihood = 6 })),
        new("risk-scale", "an impact of none", plan => Risk(plan, of => of with { Impact = 0 })),
        new("risk-answered", "without words", plan => Risk(plan, of => of with { Statement = "" })),
        new("risk-answered", "without a mitigation", plan => Risk(plan, of => of with { Mitigation = "" })),
    ];
}
