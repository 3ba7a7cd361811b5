using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>A plan with what its indicators contribute.</summary>
internal sealed record ReportedPlan(PlanExtract Plan, IReadOnlyList<PlanValue> Values);

/// <summary>What plans contribute, where one follows another within the donor's period: the latest value over time is the latest over an
/// administration's plans, too. A total since the start goes on from the plan before only where it has a baseline that is not 0, as the
/// last figure of that plan is; otherwise it counts anew, and both count. Those of one administration are in memory together.</summary>
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

        ILookup<string, PlanId> overtaken = (
            from one in ofOne
            from value in one.Values
            where value.Value is not null && PlanCalculator.IsLatest(value.Indicator, value.Framework)
            group (one.Plan, value) by value.Framework.Code into all
            from plan in Overtaken([.. all])
            select (all.Key, plan)
        ).ToLookup(one => one.Key, one => one.plan);
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
            PlanCalculator.IsLatest(value.Indicator, value.Framework) && overtaken[value.Framework.Code].Contains(plan.Plan);
    }

    /// <summary>Each plan that the one after it goes on from.</summary>
    private static IEnumerable<PlanId> Overtaken(IReadOnlyList<(PlanExtract Plan, PlanValue Value)> given)
    {
        (PlanId Plan, bool GoesOn)[] inOrder =
        [
            .. given
                .GroupBy(one => one.Plan.Plan)
                .OrderBy(plan => plan.Max(one => LastDay(one.Plan, one.Value)))
                .ThenBy(plan => plan.First().Plan.Periods.Min(period => period.Start)) // of two that end together, the one begun later
                .Select(plan => (plan.Key, plan.Any(one => PlanCalculator.GoesOn(one.Value.Indicator, one.Value.Framework)))),
        ];
        return inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.Second.GoesOn).Select(pair => pair.First.Plan);
    }

    private static DateOnly LastDay(PlanExtract plan, PlanValue value) =>
        plan.Periods.Where(period => value.Counted.Any(one => one.Observation.Period == period.Key)).Max(period => period.End);
}
