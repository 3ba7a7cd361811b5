using System.Globalization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Computes all figures of a report in one pass over the plans, so that one plan at a time is in memory.</summary>
public static class FigureCalculator
{
    /// <summary>The fewest administrations that a figure about a sensitive indicator may cover, whatever the donor's framework
    /// says.</summary>
    public const int MinimumForSensitive = 3;

    /// <summary>What a version that replaces this one must know; see <see cref="SnapshotHead.Told"/>.</summary>
    public static IReadOnlyList<ToldValue> Told(DonorSnapshot snapshot)
    {
        Dictionary<string, IndicatorCalculator> indicators = Indicators(snapshot.Head);
        Dictionary<AdministrationId, string> regions = snapshot.Head.Administrations.ToDictionary(one => one.Id, one => one.WcoRegion);
        foreach ((PlanExtract plan, IReadOnlyList<PlanValue> values) in ReportedPlans.Of(snapshot.Plans, snapshot.Head))
        {
            foreach (PlanValue value in values)
            {
                indicators[value.Framework.Code].Add(plan.Administration, regions[plan.Administration], value);
            }
        }

        return [.. indicators.Values.SelectMany(one => one.Told())];
    }

    private static Dictionary<string, IndicatorCalculator> Indicators(SnapshotHead head) =>
        head.Agreement.Framework.Indicators.ToDictionary(
            indicator => indicator.Code,
            indicator => new IndicatorCalculator(indicator, head)
        );

    public static FigureSet Of(DonorSnapshot snapshot)
    {
        SnapshotHead head = snapshot.Head;
        Dictionary<string, IndicatorCalculator> indicators = Indicators(head);
        Dictionary<AdministrationId, string> regions = head.Administrations.ToDictionary(one => one.Id, one => one.WcoRegion);
        var standings = new SortedDictionary<string, AdministrationStatusCalculator>(StringComparer.Ordinal);
        foreach (Administration administration in head.Administrations)
        {
            standings.Add(administration.Id.Value, new AdministrationStatusCalculator(administration));
        }

        var texts = new TextAggregation(head);
        foreach ((PlanExtract plan, IReadOnlyList<PlanValue> values) in ReportedPlans.Of(snapshot.Plans, head))
        {
            foreach (PlanValue value in values)
            {
                indicators[value.Framework.Code].Add(plan.Administration, regions[plan.Administration], value);
                texts.Add(value.Indicator.Markers);
            }

            standings[plan.Administration.Value].Add(plan, head.Period);
            texts.Add(plan);
        }

        IndicatorFigure[] figures = [.. head.Agreement.Framework.Indicators.Select(indicator => indicators[indicator.Code].Figure())];
        return new FigureSet(
            figures,
            [
                .. Enum.GetValues<ResultLevel>()
                    .Select(level => Tallied(level.ToString(), figures.Where(one => one.Result.Level == level), indicators))
                    .Where(tally => tally.Indicators > 0),
            ],
            [
                .. head
                    .KeyFactors.OrderBy(factor => factor.Number)
                    .Select(factor =>
                        Tallied(
                            factor.Number.ToString(CultureInfo.InvariantCulture),
                            figures.Where(one => one.KeyFactors.Contains(factor.Number)),
                            indicators
                        )
                    ),
            ],
            [
                .. Enum.GetValues<Principle>()
                    .Select(principle =>
                        Tallied(principle.ToString(), figures.Where(one => one.Principles.Contains(principle)), indicators)
                    ),
            ],
            [.. standings.Values.Select(calculator => calculator.Status())],
            texts.Texts(figures.Where(figure => figure.MinimumCell > 1).Select(figure => figure.Indicator.Code))
        );
    }

    private static Tally Tallied(string kind, IEnumerable<IndicatorFigure> figures, Dictionary<string, IndicatorCalculator> indicators)
    {
        IndicatorFigure[] all = [.. figures];
        int In(Progress progress) => all.Count(figure => figure.Progress == progress);
        return new Tally(
            kind,
            all.Length,
            In(Progress.TargetMet),
            In(Progress.TowardsTarget),
            In(Progress.NoProgress),
            In(Progress.NoTarget),
            In(Progress.NotRated),
            In(Progress.NoData),
            In(Progress.Withheld),
            all.SelectMany(figure => indicators[figure.Indicator.Code].Linked).Distinct().Count()
        )
        {
            NotDue = In(Progress.NotDue),
        };
    }
}
