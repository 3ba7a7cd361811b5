using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.ActionPlans.Revision;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Drafting;

/// <summary>Applies the rules for plans to a draft and, if there is an approved version, the rules for revisions.</summary>
public static class DraftCheck
{
    private static readonly Text FromTheEffectivePeriod = Texts.RevisedIndicatorMeasuredNewWayFrom;

    /// <param name="approved">The last approved version; null before the first.</param>
    public static IReadOnlyList<RuleFinding> Of(ActionPlan draft, PlanRecord plan, ActionPlan? approved, ProgrammeRegister register)
    {
        GrantAgreement[] agreements =
        [
            .. register.Agreements.Values.Where(agreement => agreement.Administrations.Contains(plan.Administration)),
        ];
        IEnumerable<RuleFinding> found = PlanRules.Check(draft, agreements);
        if (approved is not null)
        {
            found = found
                .Concat(RevisionRules.Check(approved, draft))
                .Concat(
                    from indicator in draft.Indicators
                    where
                        indicator.Change is { } change
                        && plan.Revision is { } revision
                        && change.From != revision.EffectiveFrom
                        && approved.Indicators.All(was => was.Code != indicator.Code || was.Revision != indicator.Revision)
                    select new RuleFinding(
                        "revised-from-the-effective-period",
                        Severity.Error,
                        $"indicators/{indicator.Code}/change/from",
                        FromTheEffectivePeriod
                    )
                );
        }

        return [.. found.OrderBy(finding => finding.Severity)];
    }
}
