using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.ActionPlans;

public sealed class SamplePlansTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    public static TheoryData<string> Administrations => [.. Seed.Administrations.Select(administration => administration.Id.Value)];

    [Theory]
    [MemberData(nameof(Administrations))]
    public void A_sample_plan_is_marked_covers_all_levels_and_has_twelve_indicators(string iso2)
    {
        ActionPlan plan = Plan(iso2);
        Assert.StartsWith(Fictional.Notice, plan.Notice, StringComparison.Ordinal);
        Assert.Equal(Enum.GetValues<ResultLevel>(), plan.Results.Select(result => result.Level).Distinct().Order());
        Assert.InRange(plan.Indicators.Count, 12, 21);
        Assert.Equal(Enumerable.Range(1, 10), plan.Indicators.SelectMany(indicator => indicator.KeyFactors).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Administrations))]
    public void A_sample_plan_shows_every_kind_of_indicator(string iso2)
    {
        ActionPlan plan = Plan(iso2);
        Assert.Contains(plan.Indicators, indicator => indicator.Measure == Measure.Unit);
        Assert.Contains(plan.Indicators, indicator => indicator.Measure == Measure.Percentage);
        Assert.Contains(plan.Indicators, indicator => indicator.Measure == Measure.Qualitative);
        Assert.Contains(plan.Indicators, indicator => indicator.Sensitive);
        Assert.Contains(plan.Indicators, indicator => indicator.Baseline.MissingReason is not null);
        Assert.Contains(
            plan.Indicators,
            indicator => indicator.Dimensions.Any(dimension => dimension.Groups.SequenceEqual(["women", "men"]))
        );
        Assert.InRange(plan.Indicators.Count(indicator => indicator.DonorLink is not null), 5, 12);
    }

    [Theory]
    [InlineData("GH", "en")]
    [InlineData("NP", "en")]
    [InlineData("TN", "fr")]
    [InlineData("GT", "es")]
    [InlineData("ML", "fr")]
    [InlineData("SV", "es")]
    public void A_sample_plan_is_written_in_the_administrations_language(string iso2, Language language) =>
        Assert.Equal(language, Plan(iso2).Language);

    private static ActionPlan Plan(string iso2) => Seed.Plans.Single(plan => plan.Administration.Value == iso2);
}
