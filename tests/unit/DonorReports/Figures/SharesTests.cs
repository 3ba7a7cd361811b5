using System.Text;
using ACip.Workflows.DonorReports;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using FsCheck;
using FsCheck.Fluent;
using static ACip.Tests.Unit.DonorReports.SmallReports;

namespace ACip.Tests.Unit.DonorReports.Figures;

/// <summary>Shares are added by their counts, never averaged where the counts are known.</summary>
public sealed class SharesTests
{
    private static readonly FrameworkIndicator Share = Framework(Aggregation.Latest, Measure.Percentage, unit: "%");

    private static Gen<Ratio> AnyRatio =>
        from denominator in Gen.Choose(1, 5000)
        from numerator in Gen.Choose(0, denominator)
        select new Ratio(numerator, denominator);

    [Fact]
    public void Counts_are_summed_across_administrations()
    {
        // the mean of 50 % and 30 % would be 40 %; together 40 of 120 are 33.33 %
        Figure total = Total(Share, (10, new Ratio(10, 20)), (30, new Ratio(30, 100)));
        Assert.Equal((33.33m, new Ratio(40, 120), (int?)null), (total.Value!.Value, total.Counts, total.UnweightedOf));
    }

    [Fact]
    public void Over_periods_a_mean_is_that_of_all_counts_too()
    {
        DonorSnapshot snapshot = Of(Framework(Aggregation.Mean, Measure.Percentage, unit: "%"), ("XA", "ESA", [50, 30]));
        snapshot = WithCounts(snapshot, 0, new Ratio(10, 20), new Ratio(30, 100));
        Assert.Equal(new Ratio(40, 120), Only(snapshot).Total.Counts);
    }

    [Fact]
    public void One_share_without_its_counts_makes_the_whole_a_mean_that_says_so()
    {
        DonorSnapshot snapshot = Shares(Share, new Ratio(10, 20), null);
        Figure total = Only(snapshot).Total;
        Assert.Equal((null, 2, 40m), (total.Counts, total.UnweightedOf!.Value, total.Value!.Value));
        Assert.Contains("Unweighted mean of the shares reported", Page(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void With_all_counts_the_report_shows_them_and_has_no_such_note()
    {
        string page = Page(Shares(Share, new Ratio(15, 40), new Ratio(30, 80)));
        Assert.DoesNotContain("Unweighted", page, StringComparison.Ordinal);
        Assert.Contains("37.5% (45/120)", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factor_makes_another_share_of_it_which_is_not_that_of_its_counts()
    {
        DonorSnapshot snapshot = Of(Share, 0.5m, ("XA", "ESA", [50]), ("XB", "WCA", [30]));
        snapshot = WithCounts(WithCounts(snapshot, 0, new Ratio(10, 20)), 1, new Ratio(30, 100));
        Assert.Equal((null, 2), (Only(snapshot).Total.Counts, Only(snapshot).Total.UnweightedOf!.Value));
    }

    [Fact]
    public void Groups_have_their_counts_and_hide_together_where_they_could_be_taken_from_the_total()
    {
        DonorSnapshot snapshot = Shares(Share with { MinimumCell = 2 }, new Ratio(10, 20), new Ratio(30, 100), new Ratio(5, 10));
        PlanExtract[] plans = [.. snapshot.Plans];
        for (int at = 0; at < 3; at++)
        {
            // women are told by one administration only: men's counts, taken from the total, would tell them
            (string, Ratio)[] groups =
                at == 0 ? [("sex:women", new Ratio(4, 8)), ("sex:men", new Ratio(6, 12))] : [("sex:men", At(plans[at]))];
            plans[at] = plans[at] with
            {
                Observations =
                [
                    plans[at].Observations[0] with
                    {
                        Observation = plans[at].Observations[0].Observation with
                        {
                            Groups = groups.ToDictionary(one => one.Item1, one => one.Item2.Percent),
                            Counts = new GivenCounts(At(plans[at]), groups.ToDictionary(one => one.Item1, one => one.Item2)),
                        },
                    },
                ],
            };
        }

        Breakdown sex = Assert.Single(Only(snapshot with { Plans = plans }).Breakdowns);
        Assert.All(sex.Groups, group => Assert.Equal(FigureState.Suppressed, group.Figure.State));
        Breakdown open = Assert.Single(Only(Raised(snapshot with { Plans = plans }, 0)).Breakdowns);
        Assert.Equal(new Ratio(41, 122), open.Groups.Single(group => group.Group == "men").Figure.Counts);

        static Ratio At(PlanExtract plan) => plan.Observations[0].Observation.Counts!.Total!;
    }

    [Fact]
    public void The_share_of_all_lies_between_the_smallest_and_the_largest_and_regions_make_the_total() =>
        Prop.ForAll(
                AnyRatio.NonEmptyListOf().Where(all => all.Count <= 12).ToArbitrary(),
                ratios =>
                {
                    IndicatorFigure figure = Only(Shares(Share, [.. ratios]));
                    Ratio sum = Ratio.Sum(figure.ByRegion.Where(one => one.Figure.Reported > 0).Select(one => one.Figure.Counts))!;
                    return figure.Total.Counts == new Ratio(ratios.Sum(one => one.Numerator), ratios.Sum(one => one.Denominator))
                        && sum == figure.Total.Counts
                        && figure.Total.UnweightedOf is null
                        && figure.Total.Value >= ratios.Min(one => one.Percent) - 0.01m
                        && figure.Total.Value <= ratios.Max(one => one.Percent) + 0.01m;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Whichever_of_several_came_without_counts_the_whole_is_footnoted() =>
        Prop.ForAll(
                (from all in AnyRatio.NonEmptyListOf() from gap in Gen.Choose(0, all.Count) select (all, gap))
                    .Where(one => one.all.Count <= 10)
                    .ToArbitrary(),
                one =>
                {
                    List<Ratio?> shares = [.. one.all];
                    shares.Insert(one.gap, null);
                    Figure total = Only(Shares(Share, [.. shares])).Total;
                    return total.Counts is null && total.UnweightedOf == (shares.Count > 1 ? shares.Count : null);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Counts_of_each_group_are_summed_across_administrations_too() =>
        Prop.ForAll(
                (from women in AnyRatio from men in AnyRatio select (women, men))
                    .NonEmptyListOf()
                    .Where(all => all.Count <= 8)
                    .ToArbitrary(),
                all =>
                {
                    DonorSnapshot snapshot = Shares(Share, [.. all.Select(one => Ratio.Sum([one.women, one.men]))]);
                    snapshot = WithGroups(Raised(snapshot, 0), [.. all]);
                    Breakdown sex = Assert.Single(Only(snapshot).Breakdowns);
                    Ratio Of(Func<(Ratio women, Ratio men), Ratio> group) =>
                        new(all.Sum(one => group(one).Numerator), all.Sum(one => group(one).Denominator));
                    return sex.Groups.Single(group => group.Group == "women").Figure.Counts == Of(one => one.women)
                        && sex.Groups.Single(group => group.Group == "men").Figure.Counts == Of(one => one.men)
                        && sex.Groups.All(group => group.Figure.UnweightedOf is null);
                }
            )
            .QuickCheckThrowOnFailure();

    private static DonorSnapshot WithGroups(DonorSnapshot snapshot, IReadOnlyList<(Ratio Women, Ratio Men)> given)
    {
        PlanExtract[] plans = [.. snapshot.Plans];
        for (int at = 0; at < given.Count; at++)
        {
            var groups = new Dictionary<string, Ratio> { ["sex:women"] = given[at].Women, ["sex:men"] = given[at].Men };
            plans[at] = plans[at] with
            {
                Observations =
                [
                    plans[at].Observations[0] with
                    {
                        Observation = plans[at].Observations[0].Observation with
                        {
                            Groups = groups.ToDictionary(one => one.Key, one => one.Value.Percent),
                            Counts = new GivenCounts(plans[at].Observations[0].Observation.Counts!.Total!, groups),
                        },
                    },
                ],
            };
        }

        return snapshot with
        {
            Plans = plans,
        };
    }

    private static Figure Total(FrameworkIndicator framework, params (decimal, Ratio?)[] given) =>
        Only(Shares(framework, [.. given.Select(one => one.Item2)])).Total;

    /// <summary>One administration for each; a share without counts is 30 %.</summary>
    private static DonorSnapshot Shares(FrameworkIndicator framework, params Ratio?[] given)
    {
        DonorSnapshot snapshot = Of(
            framework,
            [.. given.Select((one, at) => ($"X{(char)('A' + at)}", at % 2 == 0 ? "ESA" : "WCA", new decimal?[] { one?.Percent ?? 30 }))]
        );
        for (int at = 0; at < given.Length; at++)
        {
            snapshot = given[at] is { } counts ? WithCounts(snapshot, at, counts) : snapshot;
        }

        return snapshot;
    }

    private static DonorSnapshot WithCounts(DonorSnapshot snapshot, int plan, params Ratio[] counts)
    {
        PlanExtract[] plans = [.. snapshot.Plans];
        plans[plan] = plans[plan] with
        {
            Observations =
            [
                .. plans[plan]
                    .Observations.Zip(counts)
                    .Select(pair => pair.First with { Observation = pair.First.Observation with { Counts = GivenCounts.Of(pair.Second) } }),
            ],
        };
        return snapshot with { Plans = plans };
    }

    private static DonorSnapshot Raised(DonorSnapshot snapshot, int minimum) =>
        snapshot with
        {
            Head = snapshot.Head with
            {
                Agreement = snapshot.Head.Agreement with
                {
                    Framework = snapshot.Head.Agreement.Framework with
                    {
                        Indicators = [snapshot.Head.Agreement.Framework.Indicators[0] with { MinimumCell = minimum }],
                    },
                },
            },
        };

    private static string Page(DonorSnapshot snapshot) =>
        Encoding.UTF8.GetString(DonorReport.Render(snapshot, Language.En)[ReportParts.Html].Bytes);

    private static IndicatorFigure Only(DonorSnapshot snapshot) => Assert.Single(FigureCalculator.Of(snapshot).Indicators);
}
