using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>Where a revised indicator stands in the draft.</summary>
public sealed class IndicatorRevisingTests
{
    private static readonly ActionPlan Draft = ProgrammeSeed.Load().Plans[0];

    [Fact]
    public void One_that_had_been_taken_out_of_the_draft_is_in_it_again_in_its_place()
    {
        Indicator revised = Draft.Indicators[1] with { Statement = "Otherwise" };
        ActionPlan without = Draft with { Indicators = [.. Draft.Indicators.Where(one => one.Code != revised.Code)] };

        ActionPlan after = IndicatorRevising.In(without, revised);

        Assert.Equal(Draft.Indicators.Select(one => one.Code).Order(CodeOrder.Instance), after.Indicators.Select(one => one.Code));
        Assert.Equal("Otherwise", after.Indicators.Single(one => one.Code == revised.Code).Statement);
    }

    [Fact]
    public void One_that_is_there_is_replaced()
    {
        Indicator revised = Draft.Indicators[0] with { Statement = "Otherwise" };

        ActionPlan after = IndicatorRevising.In(Draft, revised);

        Assert.Equal(Draft.Indicators.Select(one => one.Code), after.Indicators.Select(one => one.Code));
        Assert.Equal("Otherwise", after.Indicators[0].Statement);
    }
}
