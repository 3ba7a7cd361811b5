using ACip.Workflows.HumanTasks;
using static ACip.Workflows.ActionPlans.Rules.ResultRules;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for risks.</summary>
internal static class RiskRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "risk-scale",
            Severity.Error,
            Texts.LikelihoodImpactRiskWholeNumbersFrom,
            at =>
                at.Plan.Risks.Where(risk => risk.Likelihood is < 1 or > 5 || risk.Impact is < 1 or > 5)
                    .Select(risk => $"risks/{risk.Code}/likelihood")
        ),
        new(
            "risk-answered",
            Severity.Error,
            Texts.EveryRiskStatedMitigationOwner,
            at =>
                at.Plan.Risks.Where(risk => Blank(risk.Statement) || Blank(risk.Mitigation) || Blank(risk.Owner))
                    .Select(risk => $"risks/{risk.Code}/mitigation")
        ),
        new("risk-given", Severity.Warning, Texts.PlanNamesAtLeastOneRisk, at => When(at.Plan.Risks.Count == 0, "risks")),
    ];
}
