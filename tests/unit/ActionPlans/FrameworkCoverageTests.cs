using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class FrameworkCoverageTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    [Theory]
    [InlineData("NORAD", "2.a")]
    [InlineData("GAC", "1220.2")]
    public void An_indicator_that_no_plan_feeds_is_named(string donor, string unfed) =>
        Assert.Equal([unfed], Coverage(donor, Seed.Plans).Unfed.Select(indicator => indicator.Code));

    [Fact]
    public void Without_plans_everything_is_unfed_and_everybody_silent()
    {
        FrameworkCoverage none = Coverage("GAC", []);
        Assert.Equal(10, none.Unfed.Count());
        Assert.Equal(8, none.Silent.Count);
    }

    [Fact]
    public void Days_become_the_donors_hours()
    {
        Feed ghana = Coverage("NORAD", Seed.Plans)
            .Indicators.Single(covered => covered.Indicator.Code == "3.b")
            .Feeds.Single(feed => feed.Plan.Value == "gh-2026");
        Assert.Equal(24, ghana.Factor);
        Assert.Equal(46.8m, new DonorLink(new AgreementId("a"), "3.b", 24).ToDonor(1.95m));
    }

    [Fact]
    public void A_link_that_names_nothing_is_astray_and_feeds_nothing()
    {
        ActionPlan ghana = Seed.Plans.Single(plan => plan.Administration.Value == "GH");
        ActionPlan strayed = ghana with
        {
            Indicators = [ghana.Indicators[0] with { DonorLink = ghana.Indicators[0].DonorLink! with { Indicator = "99" } }],
        };
        FrameworkCoverage coverage = Coverage("NORAD", [strayed]);
        Assert.Equal("99", Assert.Single(coverage.Astray).DonorIndicator);
        Assert.Equal(10, coverage.Unfed.Count());
        Assert.Contains(ghana.Administration, coverage.Silent);
    }

    private static FrameworkCoverage Coverage(string donor, IEnumerable<ActionPlan> plans) =>
        FrameworkCoverage.Of(Seed.Agreements.Single(agreement => agreement.Donor.Value == donor), plans);
}
