using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class PlanComparisonTests
{
    private static readonly ActionPlan Approved = RuleCases.Right;
    private static readonly DateOnly SecondYear = new(2027, 1, 1);

    public static TheoryData<string> Rules => [.. RevisionRules.All.Select(rule => rule.Name)];

    [Fact]
    public void A_plan_does_not_differ_from_itself() => Assert.True(PlanComparison.Compare(Approved, Approved).IsEmpty);

    [Fact]
    public void Added_removed_and_changed_items_are_named_with_their_fields()
    {
        ActionPlan revised = Approved with
        {
            Title = "New",
            Risks = [Approved.Risks[0] with { Impact = 5 }, .. Approved.Risks.Skip(2), new Risk("K9", "S", 1, 1, "M", "O")],
        };
        PlanComparison comparison = PlanComparison.Compare(Approved, revised);
        Assert.Equal("title", Assert.Single(comparison.Header).Field);
        Assert.Equal(
            [("K1", ChangeKind.Changed), ("K2", ChangeKind.Removed), ("K9", ChangeKind.Added)],
            comparison.Items.Select(item => (item.Code, item.Change))
        );
        Assert.Equal(new FieldChange("impact", "3", "5"), Assert.Single(comparison.Items[0].Fields));
    }

    [Fact]
    public void A_target_is_recognised_by_its_date_and_not_by_its_place()
    {
        ActionPlan revised = First(indicator =>
            indicator with
            {
                Targets = [new Target(new DateOnly(2026, 6, 30), 50), .. indicator.Targets],
            }
        );
        ItemChange change = Assert.Single(PlanComparison.Compare(Approved, revised).Items);
        Assert.Equal(["targets/2026-06-30/by", "targets/2026-06-30/value"], change.Fields.Select(field => field.Field));
    }

    [Fact]
    public void The_order_of_the_items_is_no_difference() =>
        Assert.True(PlanComparison.Compare(Approved, Approved with { Indicators = [.. Approved.Indicators.Reverse()] }).IsEmpty);

    [Fact]
    public void Two_items_of_one_code_are_compared_without_falling_over() =>
        Assert.Equal(
            "K1 (2)",
            Assert.Single(PlanComparison.Compare(Approved, Approved with { Risks = [.. Approved.Risks, Approved.Risks[0]] }).Items).Code
        );

    [Fact]
    public void Targets_may_be_revised_without_a_breach() =>
        Assert.Empty(
            PlanComparison.Compare(Approved, First(indicator => indicator with { Targets = [new Target(Approved.End, 60)] })).Breaches
        );

    [Fact]
    public void Every_revision_rule_has_a_case() => Assert.Equal(RevisionRules.All.Select(rule => rule.Name).Order(), Cases.Keys.Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_revision_rule_lets_pass_what_is_right_and_finds_what_is_wrong(string rule)
    {
        (ActionPlan passing, ActionPlan failing, string path) = Cases[rule];
        Assert.DoesNotContain(RevisionRules.Check(Approved, passing), finding => finding.Rule == rule);
        Assert.Equal(path, Assert.Single(RevisionRules.Check(Approved, failing), finding => finding.Rule == rule).Path);
    }

    [Fact]
    public void A_factor_keeps_the_series_and_carries_the_baseline_over()
    {
        ActionPlan revised = First(indicator =>
            indicator with
            {
                Measure = Measure.Unit,
                Unit = "per thousand",
                Revision = 2,
                Change = new IndicatorChange("Finer unit", SecondYear, 10),
                Baseline = indicator.Baseline with { Value = 460 },
            }
        );
        ActionPlan approved = Approved with
        {
            Indicators = [Approved.Indicators[0] with { Measure = Measure.Unit }, .. Approved.Indicators.Skip(1)],
        };
        PlanComparison comparison = PlanComparison.Compare(approved, revised);
        Assert.Empty(comparison.Breaches);
        SeriesLink link = comparison.Series.Single(series => series.Code == "A1");
        Assert.True(link.IsComparable);
        Assert.Equal((10m, SecondYear), (link.Factor, link.From));
    }

    [Fact]
    public void A_break_in_the_series_is_marked_and_may_have_its_own_baseline()
    {
        ActionPlan revised = First(indicator =>
            indicator with
            {
                Method = "Another",
                Revision = 2,
                Change = new IndicatorChange("New system", SecondYear),
                Baseline = new Baseline(61, null, SecondYear, "First extract", null),
            }
        );
        PlanComparison comparison = PlanComparison.Compare(Approved, revised);
        Assert.Empty(comparison.Breaches);
        Assert.False(comparison.Series.Single(series => series.Code == "A1").IsComparable);
        Assert.True(comparison.Series.Single(series => series.Code == "A2").IsComparable);
    }

    [Theory]
    [InlineData("B2", "B10")]
    [InlineData("A9", "B1")]
    [InlineData("B", "B1")]
    public void Codes_sort_by_letter_then_number(string first, string second) => Assert.True(CodeOrder.Instance.Compare(first, second) < 0);

    private static readonly Dictionary<string, (ActionPlan Passing, ActionPlan Failing, string Path)> Cases = new()
    {
        ["same-plan"] = (Approved with { End = Approved.End.AddDays(-1) }, Approved with { Start = Approved.Start.AddDays(1) }, "start"),
        ["baseline-frozen"] = (
            First(indicator =>
                indicator with
                {
                    Revision = 2,
                    Change = new IndicatorChange("Why", SecondYear, 0.5m),
                    Baseline = indicator.Baseline with { Value = 23 },
                }
            ),
            First(indicator => indicator with { Baseline = indicator.Baseline with { Value = 45 } }),
            "indicators/A1/baseline"
        ),
        ["change-of-meaning-is-a-revision"] = (
            First(indicator => indicator with { Unit = "x", Revision = 2 }),
            First(indicator => indicator with { Unit = "x" }),
            "indicators/A1/revision"
        ),
        ["revision-counts-up"] = (
            First(indicator => indicator with { Revision = 2 }),
            First(indicator => indicator with { Revision = 3 }),
            "indicators/A1/revision"
        ),
        ["factor-needs-like-units"] = (
            First(indicator => indicator with { Revision = 2, Ascending = false, Change = new IndicatorChange("Why", SecondYear) }),
            First(indicator => indicator with { Revision = 2, Ascending = false, Change = new IndicatorChange("Why", SecondYear, 1) }),
            "indicators/A1/change"
        ),
        ["donor-link-kept"] = (
            First(indicator => indicator with { Targets = [] }),
            First(indicator => indicator with { DonorLink = null }),
            "indicators/A1/donorLink"
        ),
        ["indicator-not-dropped"] = (
            Approved with
            {
                Indicators = [.. Approved.Indicators, Approved.Indicators[0] with { Code = "Z1" }],
            },
            Approved with
            {
                Indicators = [.. Approved.Indicators.Skip(1)],
            },
            "indicators/A1"
        ),
        ["benchmark-not-dropped"] = (
            Approved with
            {
                Benchmarks = [Approved.Benchmarks[0] with { Due = Approved.Benchmarks[0].Due.AddDays(-1) }, .. Approved.Benchmarks.Skip(1)],
            },
            Approved with
            {
                Benchmarks = [Approved.Benchmarks[0] with { Due = Approved.Benchmarks[0].Due.AddDays(1) }, .. Approved.Benchmarks.Skip(1)],
            },
            "benchmarks/M1"
        ),
    };

    private static ActionPlan First(Func<Indicator, Indicator> change) =>
        Approved with
        {
            Indicators = [change(Approved.Indicators[0]), .. Approved.Indicators.Skip(1)],
        };
}
