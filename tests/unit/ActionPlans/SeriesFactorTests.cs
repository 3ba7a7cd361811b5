using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>A figure is taken through every revision of its indicator, or compares with nothing.</summary>
public sealed class SeriesFactorTests
{
    [Fact]
    public void Factors_multiply_and_a_break_stays_a_break()
    {
        ActionPlan[] versions = [.. new decimal?[] { null, null, 10, 0.5m }.Select((factor, at) => Version(at + 1, "cases", factor))];

        Assert.Equal([null, 5m, 0.5m, 1m], versions.Select((_, since) => SeriesFactor.Along(versions[since..], "A1")));
        Assert.Equal(1, SeriesFactor.Along(versions, "Z9"));
    }

    [Fact]
    public void What_no_revision_touched_stays_as_it_is() =>
        Assert.Equal(1, SeriesFactor.Along([Version(1, "cases", null), Version(1, "cases", null)], "A1"));

    [Fact]
    public void Another_currency_on_the_way_is_a_break_whatever_factor_was_entered()
    {
        ActionPlan[] versions =
        [
            .. new[] { "thousand NOK", "thousand USD", "thousand NOK" }.Select((unit, at) => Version(at + 1, unit, 10)),
        ];

        Assert.Equal([null, null, 1m], versions.Select((_, since) => SeriesFactor.Along(versions[since..], "A1")));
    }

    private static ActionPlan Version(int revision, string unit, decimal? factor) =>
        RuleCases.Right with
        {
            Indicators =
            [
                RuleCases.Right.Indicators[0] with
                {
                    Unit = unit,
                    Revision = revision,
                    Change = new IndicatorChange("Why", new DateOnly(2027, 1, 1), factor),
                },
            ],
        };
}
