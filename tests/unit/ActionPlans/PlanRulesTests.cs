using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class PlanRulesTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    public static TheoryData<string> Rules => [.. PlanRules.All.Select(rule => rule.Name)];

    public static TheoryData<string, string> Broken => Named(BrokenClauses.All.Concat(BrokenIndicatorClauses.All));

    public static TheoryData<string, string> Kept => Named(KeptClauses.All);

    public static TheoryData<string> Administrations => [.. Seed.Administrations.Select(administration => administration.Id.Value)];

    [Fact]
    public void Every_rule_has_a_case_and_every_case_has_a_rule() =>
        Assert.Equal(PlanRules.All.Select(rule => rule.Name).Order(), RuleCases.All.Keys.Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_lets_pass_what_is_right(string rule) =>
        Assert.DoesNotContain(Check(RuleCases.All[rule].Passing(RuleCases.Right)), finding => finding.Rule == rule);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_finds_what_is_wrong_and_says_where(string rule)
    {
        RuleCase wrong = RuleCases.All[rule];
        RuleFinding finding = Assert.Single(Check(wrong.Failing(RuleCases.Right)), finding => finding.Rule == rule);
        Assert.Equal(wrong.Path, finding.Path);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void Each_clause_of_a_rule_finds_by_itself_and_says_where(string rule, string what)
    {
        IReadOnlyList<RuleFinding> found = Of(BrokenClauses.All.Concat(BrokenIndicatorClauses.All), rule, what);
        Assert.Contains(found, finding => finding.Rule == rule);
        Assert.All(found, finding => Assert.Matches("^[a-z]", finding.Path));
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void What_is_just_within_a_rule_passes(string rule, string what) =>
        Assert.DoesNotContain(Of(KeptClauses.All, rule, what), finding => finding.Rule == rule);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_a_slug_and_explains_itself_in_three_languages(string name)
    {
        PlanRule rule = PlanRules.All.Single(rule => rule.Name == name);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Name);
        Assert.Equal(
            3,
            new[] { rule.Explanation.En, rule.Explanation.Fr, rule.Explanation.Es }.Where(text => text.EndsWith('.')).Distinct().Count()
        );
    }

    [Theory]
    [MemberData(nameof(Administrations))]
    public void A_sample_plan_passes_every_rule(string iso2) =>
        Assert.Empty(PlanRules.Check(Seed.Plans.Single(plan => plan.Administration.Value == iso2), Seed.Agreements));

    [Theory]
    [InlineData(2025, 7, 8)]
    [InlineData(2027, 7, 16)]
    public void Sample_plans_pass_whatever_the_first_day(int year, int month, int day)
    {
        ProgrammeSeed moved = ProgrammeSeed.Load(new DateOnly(year, month, day));
        Assert.All(moved.Plans, plan => Assert.Empty(PlanRules.Check(plan, moved.Agreements)));
    }

    [Fact]
    public void Errors_come_before_warnings()
    {
        ActionPlan plan = RuleCases.Right with { Risks = [], Title = "" };
        Assert.Equal([Severity.Error, Severity.Warning], PlanRules.Check(plan, Seed.Agreements).Select(finding => finding.Severity));
    }

    private static TheoryData<string, string> Named(IEnumerable<RuleClause> clauses)
    {
        TheoryData<string, string> names = [];
        foreach (RuleClause clause in clauses)
        {
            names.Add(clause.Rule, clause.What);
        }

        return names;
    }

    private static IReadOnlyList<RuleFinding> Of(IEnumerable<RuleClause> clauses, string rule, string what) =>
        Check(clauses.Single(clause => clause.Rule == rule && clause.What == what).Change(RuleCases.Right));

    private static IReadOnlyList<RuleFinding> Check(ActionPlan plan) => PlanRules.Check(plan, Seed.Agreements);
}
