using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans;

/// <summary>How far the plans feed a donor's framework, so that a hole shows before the donor finds it.</summary>
/// <param name="Astray">Links into this agreement that name no indicator of it, or come from an administration that it does not pay
/// for.</param>
public sealed record FrameworkCoverage(AgreementId Agreement, IReadOnlyList<CoveredIndicator> Indicators, IReadOnlyList<Feed> Astray)
{
    /// <summary>The donor's indicators that no plan supplies.</summary>
    public IEnumerable<FrameworkIndicator> Unfed =>
        Indicators.Where(covered => covered.Feeds.Count == 0).Select(covered => covered.Indicator);

    /// <summary>Administrations funded by the agreement whose plans, if any, supply none of its indicators.</summary>
    public required IReadOnlyList<AdministrationId> Silent { get; init; }

    /// <param name="plans">The version in force of each plan.</param>
    public static FrameworkCoverage Of(GrantAgreement agreement, IEnumerable<ActionPlan> plans)
    {
        Feed[] feeds =
        [
            .. from plan in plans
            from indicator in plan.Indicators
            let link = indicator.DonorLink
            where link is not null && link.Agreement == agreement.Id
            select new Feed(plan.Id, plan.Administration, indicator.Code, link.Indicator, link.Factor),
        ];
        ILookup<bool, Feed> valid = feeds.ToLookup(feed =>
            agreement.Administrations.Contains(feed.Administration)
            && agreement.Framework.Indicators.Any(indicator => indicator.Code == feed.DonorIndicator)
        );
        return new FrameworkCoverage(
            agreement.Id,
            [
                .. agreement.Framework.Indicators.Select(indicator => new CoveredIndicator(
                    indicator,
                    [.. valid[true].Where(feed => feed.DonorIndicator == indicator.Code)]
                )),
            ],
            [.. valid[false]]
        )
        {
            Silent = [.. agreement.Administrations.Where(administration => valid[true].All(feed => feed.Administration != administration))],
        };
    }
}

public sealed record CoveredIndicator(FrameworkIndicator Indicator, IReadOnlyList<Feed> Feeds);

/// <param name="Factor">Donor's value = plan's value × Factor.</param>
public sealed record Feed(PlanId Plan, AdministrationId Administration, string PlanIndicator, string DonorIndicator, decimal Factor);
