namespace ACip.Tests.Unit.Infrastructure;

/// <summary>The house's rules on what the templates come to, at every stage; and each rule on copies that are broken.</summary>
public sealed class HouseRulesTests
{
    public static TheoryData<string> Names() => [.. HouseRules.All.Select(rule => rule.Name)];

    [BicepTheory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public async Task Every_rule_holds(string stage)
    {
        Deployment made = await Deployment.OfAsync(stage);
        Assert.Empty(
            HouseRules
                .All.Where(rule => rule.Stages.Contains(stage))
                .SelectMany(rule => rule.Violations(made).Select(what => $"{rule.Name}: {what}"))
        );
    }

    [BicepTheory]
    [MemberData(nameof(Names))]
    public async Task A_broken_copy_is_refused(string name)
    {
        HouseRule rule = HouseRules.All.Single(one => one.Name == name);
        Assert.NotEmpty(rule.Breaks);
        foreach (Action<Deployment> broken in rule.Breaks)
        {
            Deployment made = await Deployment.OfAsync("prod");
            Assert.Empty(rule.Violations(made));
            broken(made);
            Assert.NotEmpty(rule.Violations(made));
        }
    }
}
