using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Rules for links to donors' frameworks. Only what passes them may be aggregated.</summary>
internal static class DonorLinkRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "donor-link-known",
            Severity.Error,
            Texts.LinkNamesIndicatorAgreementPays,
            at =>
                Linked(at)
                    .Where(link =>
                        link.Agreement is null || !link.Agreement.Administrations.Contains(at.Plan.Administration) || link.Donors is null
                    )
                    .Select(Path)
        ),
        new(
            "donor-link-converts",
            Severity.Error,
            Texts.ConversionPositiveFactorUpMillionPercentage,
            at =>
                Linked(at)
                    .Where(link =>
                        link.Link.Factor is <= 0 or > 1_000_000 || (link.Ours.Measure == Measure.Percentage && link.Link.Factor != 1)
                    )
                    .Select(Path)
        ),
        new(
            "donor-link-same-kind",
            Severity.Error,
            Texts.LinkedIndicatorsNumbersSameKindPercentage,
            at =>
                Linked(at)
                    .Where(link =>
                        link.Donors is { } donors
                        && (donors.Measure != link.Ours.Measure || link.Ours.Measure is Measure.Qualitative or Measure.Nominal)
                    )
                    .Select(Path)
        ),
        new(
            "donor-link-same-direction",
            Severity.Error,
            Texts.BothLinkedIndicatorsMoreBetterBoth,
            at => Linked(at).Where(link => link.Donors is { } donors && donors.Ascending != link.Ours.Ascending).Select(Path)
        ),
        new(
            "donor-framework-fed",
            Severity.Warning,
            Texts.AtLeastOneIndicatorFeedsFramework,
            at =>
                ResultRules.When(
                    at.Agreements.Any(agreement => agreement.Administrations.Contains(at.Plan.Administration)) && !Linked(at).Any(),
                    "indicators"
                )
        ),
    ];

    private static string Path(Linking link) => $"indicators/{link.Ours.Code}/donorLink";

    private static IEnumerable<Linking> Linked(CheckedPlan at) =>
        from ours in at.Plan.Indicators
        let link = ours.DonorLink
        where link is not null
        let agreement = at.Agreements.FirstOrDefault(agreement => agreement.Id == link.Agreement)
        select new Linking(ours, link, agreement, agreement?.Framework.Indicators.FirstOrDefault(donors => donors.Code == link.Indicator));

    private sealed record Linking(Indicator Ours, DonorLink Link, GrantAgreement? Agreement, FrameworkIndicator? Donors);
}
