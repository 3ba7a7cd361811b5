using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>A plan with what its indicators contribute.</summary>
internal sealed record ReportedPlan(PlanExtract Plan, IReadOnlyList<PlanValue> Values);

/// <summary>What plans contribute, where one follows another within the donor's period: the latest value over time is the latest over an
/// administration's plans, too, and a total since the start goes on from plan to plan, for the last figure of one is the baseline of the
/// next. Those of one administration are in memory together.</summary>
internal static class ReportedPlans
{
    /// <param name="plans">Ordered by administration.</param>
    public static IEnumerable<ReportedPlan> Of(IEnumerable<PlanExtract> plans, SnapshotHead head)
    {
        HashSet<AdministrationId> funded = [.. head.Administrations.Select(one => one.Id)];
        List<ReportedPlan> together = [];
        // those that the agreement does not fund are none of this donor's business
        foreach (PlanExtract plan in plans.Where(plan => funded.Contains(plan.Administration)))
        {
            if (together.Count > 0 && together[0].Plan.Administration != plan.Administration)
            {
                foreach (ReportedPlan one in Latest(together))
                {
                    yield return one;
                }

                together = [];
            }

            together.Add(new ReportedPlan(plan, [.. PlanCalculator.Of(plan, head)]));
        }

        foreach (ReportedPlan one in Latest(together))
        {
            yield return one;
        }
    }

    private static List<ReportedPlan> Latest(List<ReportedPlan> ofOne)
    {
        if (ofOne.Count < 2)
        {
            return ofOne;
        }

        Dictionary<string, PlanId> last = (
            from one in ofOne
            from value in one.Values
            where value.Value is not null && PlanCalculator.IsLatest(value.Indicator, value.Framework)
            group (one.Plan, value) by value.Framework.Code
        ).ToDictionary(all => all.Key, all => all.MaxBy(one => LastDay(one.Plan, one.value)).Plan.Plan);
        return
        [
            .. ofOne.Select(one =>
                one with
                {
                    Values = [.. one.Values.Select(value => IsOvertaken(one.Plan, value) ? value.Overtaken() : value)],
                }
            ),
        ];

        bool IsOvertaken(PlanExtract plan, PlanValue value) =>
            PlanCalculator.IsLatest(value.Indicator, value.Framework)
            && last.TryGetValue(value.Framework.Code, out PlanId later)
            && later != plan.Plan;
    }

    private static DateOnly LastDay(PlanExtract plan, PlanValue value) =>
        plan.Periods.Where(period => value.Counted.Any(one => one.Observation.Period == period.Key)).Max(period => period.End);
}
