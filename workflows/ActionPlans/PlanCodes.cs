namespace ACip.Workflows.ActionPlans;

/// <summary>What of a plan can be spoken about: everything that has a code.</summary>
public static class PlanCodes
{
    /// <summary>Code and words, in the order of the plan.</summary>
    public static IEnumerable<(string Code, string Words)> Of(ActionPlan plan) =>
        [
            .. plan.Results.Select(one => (one.Code, one.Statement)),
            .. plan.Indicators.Select(one => (one.Code, one.Statement)),
            .. plan.Benchmarks.Select(one => (one.Code, one.Statement)),
            .. plan.Activities.Select(one => (one.Code, one.Title)),
            .. plan.Risks.Select(one => (one.Code, one.Statement)),
        ];

    public static bool Has(ActionPlan plan, string code) =>
        Of(plan).Any(one => string.Equals(one.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>Enough of a statement to know it by.</summary>
    public static string Shortened(string text) => text.Length <= 70 ? text : text[..68] + "…";
}
