namespace ACip.Workflows.ActionPlans;

/// <summary>Everything in a plan that has a code and can be referred to.</summary>
public static class PlanCodes
{
    /// <summary>Codes and words, in the plan's order.</summary>
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

    /// <summary>The beginning of a statement, enough to recognise it.</summary>
    public static string Shortened(string text) => text.Length <= 70 ? text : text[..68] + "…";
}
