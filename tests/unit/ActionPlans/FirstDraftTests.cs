using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class FirstDraftTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();
    private static readonly DateOnly Start = new(2026, 1, 1);

    [Fact]
    public void A_draft_from_the_library_holds_words_but_no_figures()
    {
        ActionPlan draft = Draft("TN", null);
        Assert.All(
            draft.Indicators,
            indicator =>
            {
                Assert.Null(indicator.Baseline.Value);
                Assert.Empty(indicator.Targets);
            }
        );
        Assert.Equal(Language.Fr, draft.Language);
    }

    [Fact]
    public void What_is_left_to_do_in_a_draft_is_figures_and_nothing_else() =>
        Assert.All(
            Seed.Administrations,
            administration =>
                Assert.Equal(
                    ["baseline-or-reason", "target-given"],
                    PlanRules
                        .Check(Draft(administration.Id.Value, null), Seed.Agreements)
                        .Where(finding => finding.Severity == Severity.Error)
                        .Select(finding => finding.Rule)
                        .Distinct()
                        .Order()
                )
        );

    [Fact]
    public void Only_the_key_factors_asked_for_come_in() =>
        Assert.Equal(
            [3, 7],
            Draft("GH", new HashSet<int> { 3, 7 }).Indicators.SelectMany(indicator => indicator.KeyFactors).Distinct().Order()
        );

    [Fact]
    public void The_library_has_two_suggestions_for_every_key_factor_and_says_whose_they_are()
    {
        Assert.All(KeyFactors.All, factor => Assert.True(PlanLibrary.Shipped.For(factor.Number).Count() >= 2));
        Assert.Contains("Not an official list", PlanLibrary.Shipped.Notice.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_plan_keeps_the_indicators_and_begins_where_the_last_one_ended()
    {
        ActionPlan last = RuleCases.Right;
        var accepted = new Dictionary<string, (decimal, DateOnly)> { ["A1"] = (77, new DateOnly(2028, 12, 31)) };
        ActionPlan next = FirstDraft.FromLast(last, new DateOnly(2029, 1, 1), accepted, "Accepted report");
        Assert.Equal(last.Indicators.Select(indicator => indicator.Statement), next.Indicators.Select(indicator => indicator.Statement));
        Assert.Equal(new Baseline(77, null, new DateOnly(2028, 12, 31), "Accepted report", null), next.Indicators[0].Baseline);
        Assert.Null(next.Indicators[1].Baseline.Value);
        Assert.Equal(("gh-2029", new DateOnly(2031, 12, 31)), (next.Id.Value, next.End));
    }

    private static ActionPlan Draft(string iso2, HashSet<int>? keyFactors)
    {
        Administration administration = Seed.Administrations.Single(administration => administration.Id.Value == iso2);
        return FirstDraft.FromLibrary(
            PlanLibrary.Shipped,
            administration,
            Seed.Agreements.Single(agreement => agreement.Donor == administration.Donor),
            Start,
            keyFactors
        );
    }
}
