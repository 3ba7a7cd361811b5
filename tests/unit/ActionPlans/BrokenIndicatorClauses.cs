using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.ActionPlans.PlanChanges;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>What breaks a rule for an indicator, its figures and its link to a donor's framework, one clause at a time.</summary>
internal static class BrokenIndicatorClauses
{
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly DateOnly Last = new(2028, 12, 31);

    public static IReadOnlyList<RuleClause> All { get; } =
    [
        new("key-factor-named", "none", plan => Indicator(plan, of => of with { KeyFactors = [] })),
        new("key-factor-named", "a strange one beside a known", plan => Indicator(plan, of => of with { KeyFactors = [1, 11] })),
        new("key-factor-named", "one twice", plan => Indicator(plan, of => of with { KeyFactors = [1, 2, 1] })),
        new("how-it-is-measured", "without a source", plan => Indicator(plan, of => of with { DataSource = "" })),
        new("how-it-is-measured", "without a responsible role", plan => Indicator(plan, of => of with { Responsible = "" })),
        new("unit-given", "none", plan => Indicator(plan, of => of with { Unit = " " })),
        new("unit-given", "a number of nothing", plan => Number(plan, of => of with { Unit = "" })),
        new(
            "percentage-not-summed",
            "ranks",
            plan => Indicator(plan, of => of with { Measure = Measure.Ordinal, Aggregation = Aggregation.Sum })
        ),
        new(
            "percentage-not-summed",
            "names",
            plan => Indicator(plan, of => of with { Measure = Measure.Nominal, Aggregation = Aggregation.Sum })
        ),
        new(
            "ratio-of-a-percentage",
            "of what is no percentage",
            plan => Number(plan, of => of with { Ratio = new RatioNames("one", "other") })
        ),
        new("ratio-of-a-percentage", "without a numerator", plan => Indicator(plan, of => of with { Ratio = new RatioNames("", "other") })),
        new(
            "dimension-has-groups",
            "one breakdown twice",
            plan => Dimensions(plan, new Dimension("sex", ["women", "men"]), new Dimension("sex", ["women", "men"]))
        ),
        new("dimension-has-groups", "one group twice", plan => Dimensions(plan, new Dimension("sex", ["women", "men", "men"]))),
        new(
            "dimension-has-groups",
            "a breakdown without a name",
            plan => Dimensions(plan, new Dimension("sex", ["women", "men"]), new Dimension(" ", ["a", "b"]))
        ),
        new("dimension-has-groups", "a name with a colon", plan => Dimensions(plan, new Dimension("s:x", ["women", "men"]))),
        new("dimension-has-groups", "a group with a comma", plan => Dimensions(plan, new Dimension("sex", ["women", "men, too"]))),
        new("dimension-has-groups", "a group with a semicolon", plan => Dimensions(plan, new Dimension("sex", ["women", "men;"]))),
        new(
            "dimension-has-groups",
            "a group that begins with an equals sign",
            plan => Dimensions(plan, new Dimension("sex", ["women", "=men"]))
        ),
        new("dimension-has-groups", "a group without a name", plan => Dimensions(plan, new Dimension("sex", ["women", ""]))),
        new("uncac-article-form", "article 0", plan => Articles(plan, "8.2", "0")),
        new("uncac-article-form", "three parts", plan => Articles(plan, "8.2.1")),
        new("uncac-article-form", "three digits", plan => Articles(plan, "8.123")),
        new("uncac-article-form", "an empty part", plan => Articles(plan, "8.")),
        new("uncac-article-form", "a letter", plan => Articles(plan, "8.1a")),
        new(
            "change-explained",
            "the first revision explains",
            plan => Indicator(plan, of => of with { Change = new IndicatorChange("Why", First) })
        ),
        new("change-explained", "a revision of none", plan => Indicator(plan, of => of with { Revision = 0 })),
        new("change-explained", "without a reason", plan => Revised(plan, " ", First)),
        new("change-explained", "from before the plan", plan => Revised(plan, "Why", First.AddDays(-1))),
        new("change-explained", "from after the plan", plan => Revised(plan, "Why", Last.AddDays(1))),
        new("change-explained", "a factor of 0", plan => Revised(plan, "Why", First, 0)),
        new("change-explained", "a factor over a million", plan => Revised(plan, "Why", First, 1_000_001)),
        new("measured-by-known", "an indicator in words", plan => Words(plan, of => of with { MeasuredBy = "cips:3:officials" })),
        new(
            "measured-by-known",
            "an indicator of names",
            plan => Indicator(plan, of => of with { Measure = Measure.Nominal, MeasuredBy = "cips:3:officials" })
        ),
        new("baseline-or-reason", "both", plan => Baseline(plan, of => of with { MissingReason = "Why" })),
        new(
            "baseline-or-reason",
            "words and a reason",
            plan => Words(plan, of => of with { Baseline = of.Baseline with { MissingReason = "Why" } })
        ),
        new("baseline-dated-and-sourced", "without a source", plan => Baseline(plan, of => of with { Source = " " })),
        new(
            "baseline-dated-and-sourced",
            "words without a date",
            plan => Words(plan, of => of with { Baseline = of.Baseline with { On = null } })
        ),
        new("target-after-baseline", "one of two", plan => Targets(plan, new(new DateOnly(2025, 12, 31), 50), new(Last, 60))),
        new("target-within-plan", "the day before the plan", plan => Targets(plan, new(First.AddDays(-1), 50), new(Last, 60))),
        new("target-within-plan", "the second of two", plan => Targets(plan, new(First, 50), new(Last.AddDays(1), 60))),
        new(
            "targets-in-order",
            "the third before the second",
            plan => Targets(plan, new(First, 50), new(Last, 60), new(Last.AddDays(-1), 70))
        ),
        new("words-for-words", "words where a number is asked", plan => Baseline(plan, of => of with { Value = null, Narrative = "few" })),
        new(
            "words-for-words",
            "a number as baseline of words",
            plan => Words(plan, of => of with { Baseline = of.Baseline with { Value = 1 } })
        ),
        new(
            "words-for-words",
            "a number beside words",
            plan => Words(plan, of => of with { Targets = [of.Targets[0], of.Targets[1] with { Value = 1 }] })
        ),
        new(
            "words-for-words",
            "no words",
            plan => Words(plan, of => of with { Targets = [of.Targets[0], of.Targets[1] with { Narrative = " " }] })
        ),
        new("words-for-words", "a number missing among numbers", plan => Targets(plan, new(First, 50), new(Last, null))),
        new("percentage-in-range", "a baseline below 0", plan => Baseline(plan, of => of with { Value = -0.1m })),
        new("percentage-in-range", "a baseline over 100", plan => Baseline(plan, of => of with { Value = 100.1m })),
        new("percentage-in-range", "the first of two targets", plan => Targets(plan, new(First, 100.1m), new(Last, 60))),
        new(
            "counts-make-the-share",
            "counts of what has no ratio",
            plan => Indicator(CountsOf(plan, 46, new(46, 100)), of => of with { Ratio = null })
        ),
        new("counts-make-the-share", "of nobody", plan => CountsOf(plan, 46, new(46, 0))),
        new("counts-make-the-share", "counts without the share", plan => CountsOf(plan, null, new(46, 100))),
        new("counts-make-the-share", "more than half a point away", plan => CountsOf(plan, 46.51m, new(46, 100))),
        new(
            "counts-make-the-share",
            "of a target among targets",
            plan => Targets(plan, new(First, 50), new(Last, 60) { Counts = new(50, 100) })
        ),
        new("figure-not-negative", "a baseline", plan => Baseline(plan, of => of with { Value = -1 })),
        new(
            "figure-not-negative",
            "a billion billions",
            plan => Number(plan, of => of with { Targets = [new(First, 1), new(Last, 1_000_000_000_000_000_000m)] })
        ),
        new(
            "target-improves",
            "more where fewer is better",
            plan => Indicator(plan, of => of with { Ascending = false, Targets = [new(First, 40), new(Last, 47)] })
        ),
        new(
            "donor-link-known",
            "an agreement that is not",
            plan => Link(plan, of => of with { Agreement = new AgreementId("nobody-acip-2026") })
        ),
        new("donor-link-known", "an agreement with others", plan => Elsewhere(plan)),
        new(
            "donor-link-converts",
            "a factor of 0",
            plan => Indicator(Number(plan, of => of), of => of with { DonorLink = of.DonorLink! with { Factor = 0 } })
        ),
        new(
            "donor-link-converts",
            "a factor over a million",
            plan => Indicator(Number(plan, of => of), of => of with { DonorLink = of.DonorLink! with { Factor = 1_000_001 } })
        ),
        new("donor-link-same-kind", "a percentage to a number", plan => Number(plan, of => of)),
    ];
}
