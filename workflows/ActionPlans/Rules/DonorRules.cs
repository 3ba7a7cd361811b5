using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ActionPlans.Rules;

/// <summary>Links to donors' frameworks: only what passes here may be aggregated.</summary>
internal static class DonorRules
{
    public static IReadOnlyList<PlanRule> All { get; } =
    [
        new(
            "donor-link-known",
            Severity.Error,
            new(
                "A link names an indicator of an agreement that pays for this administration.",
                "Un lien désigne un indicateur d'une convention qui finance cette administration.",
                "Un vínculo nombra un indicador de un convenio que financia a esta administración."
            ),
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
            new(
                "The conversion is a positive factor up to a million; a percentage is not converted.",
                "La conversion est un facteur positif d'au plus un million ; un pourcentage n'est pas converti.",
                "La conversión es un factor positivo de hasta un millón; un porcentaje no se convierte."
            ),
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
            new(
                "Linked indicators are numbers of the same kind, a percentage with a percentage.",
                "Des indicateurs liés sont des nombres de même nature, un pourcentage avec un pourcentage.",
                "Los indicadores vinculados son números de la misma clase, porcentaje con porcentaje."
            ),
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
            new(
                "For both linked indicators more is better, or for both less.",
                "Pour les deux indicateurs liés, le mieux est vers le haut, ou pour les deux vers le bas.",
                "En ambos indicadores vinculados más es mejor, o en ambos menos."
            ),
            at => Linked(at).Where(link => link.Donors is { } donors && donors.Ascending != link.Ours.Ascending).Select(Path)
        ),
        new(
            "donor-framework-fed",
            Severity.Warning,
            new(
                "At least one indicator feeds the framework of the agreement that pays.",
                "Au moins un indicateur alimente le cadre de la convention qui finance.",
                "Al menos un indicador alimenta el marco del convenio que financia."
            ),
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
