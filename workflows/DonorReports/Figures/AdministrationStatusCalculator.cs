using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>Counts what one administration delivered, over all its plans.</summary>
internal sealed class AdministrationStatusCalculator(Administration administration)
{
    private readonly List<PeriodExtract> periods = [];
    private int values;
    private int withEvidence;
    private int missing;
    private int reached;
    private int due;

    public void Add(PlanExtract plan, DonorPeriod period)
    {
        HashSet<string> linked = [.. plan.Indicators.Select(indicator => indicator.Code)];
        HashSet<PeriodKey> inPeriod = [.. plan.Periods.Where(one => period.Holds(one.End)).Select(one => one.Key)];
        foreach (
            AcceptedObservation accepted in plan.Observations.Where(one =>
                linked.Contains(one.Observation.Item) && inPeriod.Contains(one.Observation.Period)
            )
        )
        {
            if (accepted.Observation.Value is null)
            {
                missing += accepted.Observation.MissingReason is null ? 0 : 1;
                continue;
            }

            values++;
            withEvidence += accepted.Observation.EvidenceSha256.Count > 0 ? 1 : 0;
        }

        periods.AddRange(plan.Periods.Where(one => period.Holds(one.End)));
        HashSet<string> benchmarks =
        [
            .. plan.Benchmarks.Where(benchmark => benchmark.Due <= period.End).Select(benchmark => benchmark.Code),
        ];
        due += benchmarks.Count;
        reached += ReachedIn(plan).Count(benchmarks.Contains);
        straddling.AddRange(plan.Periods.Where(one => period.Holds(one.End) && one.Straddles(period)));
    }

    /// <summary>Older snapshots only know the answers of their own period.</summary>
    private static IEnumerable<string> ReachedIn(PlanExtract plan) =>
        plan.Reached ?? plan.Observations.Where(one => one.Observation.Reached == true).Select(one => one.Observation.Item).Distinct();

    private readonly List<PeriodExtract> straddling = [];

    public AdministrationStatus Status() =>
        new(administration.Id, administration.WcoRegion, periods, straddling, values, withEvidence, missing, reached, due);
}
