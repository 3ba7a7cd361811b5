using ACip.Workflows.ActionPlans;

namespace ACip.Workflows.Reporting;

/// <summary>What is asked about a report as it stands: what has no answer, and what looks otherwise than expected.</summary>
public static class ReportQuestions
{
    /// <param name="accepted">What was accepted for the plan so far, of any period.</param>
    public static IReadOnlyList<ReportQuestion> Ask(ReportFile report, ActionPlan plan, IReadOnlyList<Observation> accepted)
    {
        Observation[] earlier = [.. accepted.Where(one => string.CompareOrdinal(one.Period, report.Period.Key) < 0)];
        IReadOnlyList<Observation> current = Accepting.Observations(report, plan, _ => true);
        return
        [
            .. Completeness.Ask(plan, report.Period, current, earlier),
            .. Plausibility.Ask(plan, report.Period, current, earlier).Where(question => !report.AcceptedItems.Contains(question.Item)),
        ];
    }
}
