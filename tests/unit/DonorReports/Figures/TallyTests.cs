using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>How many indicators of a kind stand where: counts of indicators, never sums of them.</summary>
public sealed class TallyTests
{
    /// <summary>One output that met its target of 100, one on its way, one that went nowhere; one immediate result without a target, one
    /// withheld, one that nobody was asked for yet.</summary>
    private static readonly FigureSet Set = FigureCalculator.Of(Sample());

    [Fact]
    public void Each_level_has_its_own_indicators_and_one_without_any_is_not_told() =>
        Assert.Equal(
            [
                new Tally("Immediate", 3, 0, 0, 0, NoTarget: 1, NotRated: 0, NoData: 0, Withheld: 1, Administrations: 1) { NotDue = 1 },
                new Tally("Output", 3, TargetMet: 1, TowardsTarget: 1, NoProgress: 1, 0, 0, 0, 0, Administrations: 2),
            ],
            Set.ByLevel
        );

    [Fact]
    public void Key_factors_stand_in_the_order_of_their_numbers_all_of_them() =>
        Assert.Equal(
            ["1 0", "2 1", "3 0", "4 0", "5 0", "6 0", "7 1", "8 0", "9 0", "10 0"],
            Set.ByKeyFactor.Select(tally => $"{tally.Kind} {tally.Indicators}")
        );

    [Fact]
    public void Principles_are_told_whether_an_indicator_serves_them_or_not() =>
        Assert.Equal(
            ["CollectiveAction 1", "PerformanceMeasurement 0", "DataAnalysis 1"],
            Set.ByPrinciple.Select(tally => $"{tally.Kind} {tally.Indicators}")
        );

    [Fact]
    public void What_plans_serve_beside_is_counted_by_indicator()
    {
        Assert.Equal(
            [(Synergy.Tfa, 3), (Synergy.Rkc, 1)],
            Set.Texts.Synergies.Select(one => (one.Key, one.Value)).OrderBy(one => -one.Value)
        );
        Assert.Equal((CrossCuttingTheme.HumanRights, 2), Set.Texts.Themes.Select(one => (one.Key, one.Value)).Single());
    }

    private static DonorSnapshot Sample()
    {
        FrameworkIndicator output = Framework(Aggregation.Sum),
            result = output with { Result = "1110" };
        FrameworkIndicator[] indicators =
        [
            output with
            {
                Code = "1",
            },
            output with
            {
                Code = "2",
            },
            output with
            {
                Code = "3",
            },
            result with
            {
                Code = "4",
                Targets = [],
            },
            result with
            {
                Code = "5",
                MinimumCell = 3,
            },
            result with
            {
                Code = "6",
            },
        ];
        return Of(output, ("XA", "ESA", []), ("XB", "WCA", []))
            .Headed(head =>
                head with
                {
                    Period = head.Period with { End = new DateOnly(2025, 3, 31) },
                    KeyFactors = [.. head.KeyFactors.Reverse()],
                    Agreement = head.Agreement with { Framework = head.Agreement.Framework with { Indicators = indicators } },
                }
            )
            .Planned(plan => Measuring(plan, ("1", 100), ("2", 50), ("3", 0), ("4", 7), ("5", 7), ("6", null)), "XA")
            .Planned(plan => Measuring(plan, ("1", 5)), "XB");
    }

    private static PlanExtract Measuring(PlanExtract plan, params (string Code, decimal? Value)[] given)
    {
        Indicator of = plan.Indicators[0] with { Markers = Markers.None, KeyFactors = [] };
        return plan with
        {
            Indicators =
            [
                .. given.Select(one =>
                    Serving(of, one.Code) with
                    {
                        Code = $"B{one.Code}",
                        Frequency = one.Code == "6" ? Frequency.Annual : Frequency.Quarterly,
                        DonorLink = of.DonorLink! with { Indicator = one.Code },
                    }
                ),
            ],
            Observations =
            [
                .. given
                    .Where(one => one.Value is not null)
                    .Select(one => Observed(plan, 0, one.Value).But(it => it with { Id = $"{it.Id}-{one.Code}", Item = $"B{one.Code}" })),
            ],
        };
    }

    private static Indicator Serving(Indicator indicator, string code) =>
        code switch
        {
            "1" => indicator with
            {
                KeyFactors = [7],
                Markers = new Markers([Principle.DataAnalysis], [], [Synergy.Tfa], [CrossCuttingTheme.HumanRights]),
            },
            "2" => indicator with
            {
                KeyFactors = [2],
                Markers = new Markers([Principle.CollectiveAction], [], [Synergy.Rkc, Synergy.Tfa], []),
            },
            _ => indicator,
        };
}
