using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.ActionPlans.PlanChanges;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>What is just within a rule, one clause at a time.</summary>
internal static class KeptClauses
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);
    private static readonly string TooLong = new('x', 2001);

    public static IReadOnlyList<RuleClause> All { get; } =
    [
        new("ends-after-start", "a day less than ten years", plan => plan with { End = First.AddYears(10).AddDays(-1) }),
        new("code-unique", "an activity with the code of a result", plan => Activity(plan, of => of with { Code = "R1" })),
        new("text-fits", "500 risks", plan => Risks(plan, 500)),
        new("text-fits", "a title of 2,000 characters", plan => plan with { Title = TooLong[1..] }),
        new("parent-is-higher", "an output right under the top", plan => Result(plan, of => of with { Parent = "R1" })),
        new(
            "result-is-measured",
            "by a milestone alone",
            plan =>
                plan with
                {
                    Indicators = [],
                    Results = [.. plan.Results.Where(of => plan.Benchmarks.Any(benchmark => benchmark.Result == of.Code))],
                }
        ),
        new(
            "result-is-measured",
            "by an indicator alone",
            plan =>
                plan with
                {
                    Benchmarks = [],
                    Results = [.. plan.Results.Where(of => plan.Indicators.Any(indicator => indicator.Result == of.Code))],
                }
        ),
        new("benchmark-within-plan", "due on the first day", plan => Benchmark(plan, of => of with { Due = First })),
        new("benchmark-key-factor", "the first and the last", plan => Benchmark(plan, of => of with { KeyFactors = [1, 10] })),
        new("activity-within-plan", "one day long", plan => Activity(plan, of => of with { From = Last, Until = Last })),
        new("risk-scale", "from one to five", plan => Risk(plan, of => of with { Likelihood = 1, Impact = 5 })),
        new("unit-given", "what is counted", plan => Number(plan, of => of with { Unit = "files" })),
        new("percentage-not-summed", "a number that is summed", plan => Number(plan, of => of with { Aggregation = Aggregation.Sum })),
        new("ratio-of-a-percentage", "none", plan => Indicator(plan, of => of with { Ratio = null })),
        new("words-not-aggregated", "a number that is", plan => Number(plan, of => of with { Aggregation = Aggregation.Sum })),
        new(
            "dimension-has-groups",
            "two breakdowns",
            plan => Dimensions(plan, new Dimension("sex", ["women", "men"]), new Dimension("rank", ["officers", "others"]))
        ),
        new("uncac-article-form", "the first article and two digits", plan => Articles(plan, "1", "12.10")),
        new(
            "sensitive-is-not-public",
            "public and not sensitive",
            plan => Indicator(plan, of => of with { Disclosure = Disclosure.Public })
        ),
        new("change-explained", "from the first day, by a million", plan => Revised(plan, "Why", First, 1_000_000)),
        new("change-explained", "from the last day", plan => Revised(plan, "Why", Last)),
        new("measured-by-known", "by nothing, in words", plan => Words(plan, of => of)),
        new(
            "measured-by-known",
            "a rank",
            plan => Indicator(plan, of => of with { Measure = Measure.Ordinal, MeasuredBy = "cips:3:officials" })
        ),
        new("people-by-sex", "one breakdown of several", plan => BySex(plan)),
        new("baseline-or-reason", "words", plan => Words(plan, of => of)),
        new(
            "baseline-dated-and-sourced",
            "none, with its reason",
            plan => Indicator(plan, of => of with { Baseline = new Baseline(null, null, null, null, "Why") })
        ),
        new("targets-in-order", "three", plan => Targets(plan, new(First, 50), new(First.AddDays(1), 60), new(Last, 70))),
        new("words-for-words", "words", plan => Words(plan, of => of)),
        new(
            "words-for-words",
            "no baseline",
            plan => Indicator(plan, of => of with { Baseline = new Baseline(null, null, null, null, "Why") })
        ),
        new("percentage-in-range", "0 and 100", plan => Targets(plan, new(First, 0), new(Last, 100))),
        new("percentage-in-range", "a number over 100", plan => Number(plan, of => of with { Targets = [new(Last, 101)] })),
        new("counts-make-the-share", "half a point away", plan => CountsOf(plan, 46.5m, new(46, 100))),
        new("counts-make-the-share", "a target's", plan => Targets(plan, new(First, 50) { Counts = new(50, 100) }, new(Last, 60))),
        new(
            "figure-not-negative",
            "just below a billion billions",
            plan => Number(plan, of => of with { Targets = [new(Last, 999_999_999_999_999_999m)] })
        ),
        new(
            "target-improves",
            "fewer where fewer is better",
            plan => Indicator(plan, of => of with { Ascending = false, Targets = [new(Last, 45)] })
        ),
        new(
            "target-improves",
            "the same where fewer is better",
            plan => Indicator(plan, of => of with { Ascending = false, Targets = [new(Last, 46)] })
        ),
        new("target-improves", "worse on the way only", plan => Targets(plan, new(First, 40), new(Last, 46))),
        new(
            "donor-link-converts",
            "a millionth",
            plan => Number(plan, of => of with { DonorLink = of.DonorLink! with { Factor = 0.000001m } })
        ),
        new(
            "donor-link-converts",
            "a million",
            plan => Number(plan, of => of with { DonorLink = of.DonorLink! with { Factor = 1_000_000 } })
        ),
        new("donor-link-same-kind", "a link to nothing", plan => Link(plan, of => of with { Indicator = "99" })),
        new("donor-link-same-direction", "a link to nothing", plan => Link(plan, of => of with { Indicator = "99" })),
        new("donor-framework-fed", "a plan that no agreement pays", plan => Elsewhere(plan) with { Indicators = [] }),
    ];

    private static ActionPlan BySex(ActionPlan plan) =>
        Dimensions(
            plan with
            {
                Indicators = [.. plan.Indicators.Select(of => of with { Dimensions = [] })],
            },
            new Dimension("rank", ["officers", "others"]),
            new Dimension("sex", ["women", "men"])
        );
}
