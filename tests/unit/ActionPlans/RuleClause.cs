using ACip.Workflows.ActionPlans;

namespace ACip.Tests.Unit.ActionPlans;

/// <summary>One clause of a rule by itself, made from Ghana's plan: all else in it is right.</summary>
internal sealed record RuleClause(string Rule, string What, Func<ActionPlan, ActionPlan> Change);
