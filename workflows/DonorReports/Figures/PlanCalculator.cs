using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>What one plan's indicator contributes to the donor's indicator that it is linked to.</summary>
/// <param name="Value">In the donor's unit; null where nothing was reported or nothing may be added up.</param>
/// <param name="Counted">The observations behind the value.</param>
/// <param name="LeftOut">Why values are not counted: all of them, or for a broken series those from before.</param>
/// <param name="Breaks">Where the plan's series breaks, whether values are left out for it or not.</param>
internal sealed record PlanValue(
    Indicator Indicator,
    FrameworkIndicator Framework,
    decimal? Value,
    IReadOnlyDictionary<string, decimal> Groups,
    IReadOnlyList<AcceptedObservation> Counted,
    string? MissingReason,
    LeftOutReason? LeftOut,
    IReadOnlyList<SeriesStep> Breaks,
    string? Narrative
)
{
    /// <summary>The counts behind a share, over all periods that are counted; null where one of them is not known.</summary>
    public Ratio? Counts { get; init; }

    /// <summary>Where none of the plan's periods asked for it: when it is asked for next.</summary>
    public DateOnly? NotDueUntil { get; init; }

    /// <summary>What the administration says about its being otherwise than planned.</summary>
    public IReadOnlyList<Deviation> Explanations { get; init; } = [];

    /// <summary>From before the programme, oldest first.</summary>
    public IReadOnlyList<EarlierYear> EarlierYears { get; init; } = [];

    /// <summary>As Counts, by group.</summary>
    public IReadOnlyDictionary<string, Ratio> GroupCounts { get; init; } = new Dictionary<string, Ratio>();

    /// <summary>Without numbers, because a later plan of the administration has given what is counted.</summary>
    public PlanValue Overtaken() =>
        this with
        {
            Value = null,
            Counted = [],
            Groups = new Dictionary<string, decimal>(),
            Counts = null,
            GroupCounts = new Dictionary<string, Ratio>(),
        };
}

/// <summary>Converts the observations of one plan to values in the donor's terms.</summary>
internal static class PlanCalculator
{
    public static IEnumerable<PlanValue> Of(PlanExtract plan, SnapshotHead head)
    {
        Dictionary<PeriodKey, DateOnly> ends = plan
            .Periods.Where(period => head.Period.Holds(period.End))
            .ToDictionary(period => period.Key, period => period.End);
        ILookup<string, AcceptedObservation> byItem = plan
            .Observations.Where(accepted => ends.ContainsKey(accepted.Observation.Period))
            .OrderBy(accepted => ends[accepted.Observation.Period])
            .ThenBy(accepted => accepted.AcceptedAt)
            .ThenBy(accepted => accepted.Observation.Id, StringComparer.Ordinal)
            .ToLookup(accepted => accepted.Observation.Item, StringComparer.OrdinalIgnoreCase);

        foreach (Indicator indicator in plan.Indicators)
        {
            if (
                indicator.DonorLink is { } link
                && link.Agreement == head.Agreement.Id
                && head.Agreement.Framework.Indicators.FirstOrDefault(candidate => candidate.Code == link.Indicator) is { } framework
            )
            {
                yield return Of(plan, indicator, framework, [.. byItem[indicator.Code]]) with
                {
                    NotDueUntil = NotDueUntil(plan, indicator, head.Period),
                    EarlierYears = [.. (plan.EarlierYears ?? []).Where(one => one.Item == indicator.Code).OrderBy(one => one.End)],
                    Explanations =
                    [
                        .. plan.Deviations.Where(one => string.Equals(one.Item, indicator.Code, StringComparison.OrdinalIgnoreCase)),
                    ],
                };
            }
        }
    }

    private static DateOnly? NotDueUntil(PlanExtract plan, Indicator indicator, DonorPeriod period)
    {
        PeriodExtract[] held = [.. plan.Periods.Where(one => period.Holds(one.End))];
        return
            held.Length == 0
            || held.Any(one => Completeness.IsAsked(indicator, new ReportingPeriod(one.Start, one.End, default, default, default)))
            ? null
            : Completeness.NextAsked(indicator, held.Max(one => one.End));
    }

    private static PlanValue Of(
        PlanExtract plan,
        Indicator indicator,
        FrameworkIndicator framework,
        IReadOnlyList<AcceptedObservation> accepted
    )
    {
        AcceptedObservation[] reported = [.. accepted.Where(one => one.Observation.Value is not null)];
        List<AcceptedObservation> counted = [.. reported.Where(one => FactorOf(one) is not null)];
        bool latest = IsLatest(indicator, framework);
        bool broken = latest ? counted.Count == 0 && reported.Length > 0 : counted.Count < reported.Length;
        if (latest && framework.Aggregation != Aggregation.None && counted.Count > 1)
        {
            counted = [counted[^1]];
        }

        LeftOutReason? leftOut = counted.Count > 0 ? WhyLeftOut(indicator, framework) : null;
        string? missing =
            reported.Length > 0 ? null : accepted.Select(one => one.Observation.MissingReason).LastOrDefault(reason => reason is not null);
        string? narrative = accepted.Select(one => one.Observation.Narrative).LastOrDefault(text => !string.IsNullOrWhiteSpace(text));
        if (leftOut is not null)
        {
            counted = [];
        }

        bool shares = framework.Measure == Measure.Percentage && framework.Aggregation is Aggregation.Mean or Aggregation.Latest;
        Ratio? counts = shares ? Ratio.Sum(counted.Select(one => CountsOf(one)?.Total)) : null;
        decimal? value =
            counts?.Percent
            ?? Combine(framework.Aggregation, [.. counted.Select(one => one.Observation.Value!.Value * FactorOf(one)!.Value)]);
        (SortedDictionary<string, decimal> groups, Dictionary<string, Ratio> groupCounts) = Groups(
            [.. counted.Select(one => (one.Observation, Factor: FactorOf(one)!.Value, Counts: shares ? CountsOf(one) : null))],
            framework.Aggregation
        );
        return new PlanValue(
            indicator,
            framework,
            value,
            groups,
            counted,
            missing,
            leftOut ?? (broken ? LeftOutReason.SeriesBreak : null),
            [.. Conversion.Breaks(plan, indicator)],
            narrative
        )
        {
            Counts = counts,
            GroupCounts = groupCounts,
        };

        // a share that a factor turns into another is no longer that of its counts
        GivenCounts? CountsOf(AcceptedObservation one) => FactorOf(one) == 1m ? one.Observation.Counts : null;

        decimal? FactorOf(AcceptedObservation one) => Conversion.FactorOf(plan, indicator, one.Observation);
    }

    private static (SortedDictionary<string, decimal> Values, Dictionary<string, Ratio> Counts) Groups(
        IReadOnlyList<(Observation Observation, decimal Factor, GivenCounts? Counts)> counted,
        Aggregation rule
    )
    {
        var groups = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var counts = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        foreach (
            IGrouping<string, decimal> group in counted
                .SelectMany(one => one.Observation.Groups.Select(pair => (pair.Key, Value: pair.Value * one.Factor)))
                .GroupBy(pair => pair.Key, pair => pair.Value)
        )
        {
            Ratio? ratio = Ratio.Sum(
                counted.Where(one => one.Observation.Groups.ContainsKey(group.Key)).Select(one => one.Counts?.Of(group.Key))
            );
            if (ratio is not null)
            {
                counts.Add(group.Key, ratio);
            }

            if ((ratio?.Percent ?? Combine(rule, [.. group])) is { } part)
            {
                groups.Add(group.Key, part);
            }
        }

        return (groups, counts);
    }

    /// <summary>Over time only the latest value counts. A total since the start holds those before it: it is never added up, and no mean
    /// is made of it.</summary>
    internal static bool IsLatest(Indicator indicator, FrameworkIndicator framework) =>
        framework.Aggregation == Aggregation.Latest || indicator.Span == FigureSpan.SinceStart;

    /// <summary>Whether what counts by its latest value holds what the administration's plan before gave: a total since the start of a plan
    /// does where its baseline says from where it goes on.</summary>
    internal static bool GoesOn(Indicator indicator, FrameworkIndicator framework) =>
        framework.Aggregation == Aggregation.Latest || indicator.Baseline.Value is not (null or 0);

    /// <summary>Across periods by the indicator's rule.</summary>
    public static decimal? Combine(Aggregation rule, IReadOnlyList<decimal> values) =>
        (rule, values.Count) switch
        {
            (_, 0) or (Aggregation.None, _) => null,
            (Aggregation.Sum, _) => values.Sum(),
            (Aggregation.Mean, _) => values.Sum() / values.Count,
            _ => values[^1],
        };

    private static LeftOutReason? WhyLeftOut(Indicator indicator, FrameworkIndicator framework)
    {
        (string? planMoney, string? donorMoney) = (Currencies.In(indicator.Unit), Currencies.In(framework.Unit));
        if (planMoney != donorMoney)
        {
            return LeftOutReason.OtherCurrency;
        }

        // a share and a count are different things that no factor turns into each other
        bool oneIsAShare = indicator.Measure == Measure.Percentage != (framework.Measure == Measure.Percentage);
        return oneIsAShare && indicator.DonorLink!.Factor == 1m ? LeftOutReason.OtherUnit : null;
    }
}
