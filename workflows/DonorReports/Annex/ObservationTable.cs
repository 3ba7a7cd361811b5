using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>One row for each accepted observation that is linked to the agreement: what figure it is in, and where it came from.</summary>
internal static class ObservationTable
{
    private static readonly AnnexColumn[] Columns =
    [
        new("figure", new("Figure", "Chiffre", "Cifra")),
        new("counted", new("Counted", "Compté", "Contado"), 9),
        new("administration", new("Administration", "Administration", "Administración"), 9),
        new("administration_name", new("Name", "Nom", "Nombre"), 28),
        new("plan", new("Plan", "Plan", "Plan")),
        new("plan_version", new("Version", "Version", "Versión"), 8),
        new("indicator", new("Indicator", "Indicateur", "Indicador"), 10),
        new("period_start", new("From", "Du", "Del"), 11),
        new("period_end", new("To", "Au", "Al"), 11),
        new("value", new("Value", "Valeur", "Valor"), 11),
        new("unit", new("Unit", "Unité", "Unidad"), 12),
        new("factor", new("Factor", "Facteur", "Factor"), 8),
        new("donor_value", new("In the donor's unit", "Dans l'unité du bailleur", "En la unidad del donante"), 12),
        new("numerator", FigureTables.Numerator, 10),
        new("denominator", FigureTables.Denominator, 10),
        new("groups", new("By group", "Par groupe", "Por grupo"), 24),
        new("withheld", new("Withheld", "Non publié", "No publicado"), 9),
        new("missing_reason", new("Why missing", "Motif d'absence", "Por qué falta"), 24),
        new("narrative", new("In words", "En texte", "En palabras"), 32),
        new("evidence_sha256", new("Evidence (SHA-256)", "Preuves (SHA-256)", "Pruebas (SHA-256)"), 20),
        new("person", new("Person", "Personne", "Persona"), 12),
        new("accepted_by", new("Accepted by", "Accepté par", "Aceptado por"), 12),
        new("accepted_at", new("Accepted at", "Accepté le", "Aceptado el"), 20),
        new("source", new("Source", "Source", "Fuente"), 20),
        new("audit_event", new("Audit event", "Événement d'audit", "Evento de auditoría"), 20),
        new("observation", new("Observation", "Observation", "Observación"), 24),
        new("restates", new("Restates", "Révise", "Revisa"), 24),
    ];

    public static AnnexTable Of(DonorSnapshot snapshot, FigureSet figures) =>
        new(new Text3("Observations", "Observations", "Observaciones"), Columns, Rows(snapshot, figures));

    private static IEnumerable<AnnexValue[]> Rows(DonorSnapshot snapshot, FigureSet figures)
    {
        SnapshotHead head = snapshot.Head;
        Dictionary<AdministrationId, string> names = head.Administrations.ToDictionary(one => one.Id, one => one.Name);
        HashSet<string> withheld = [.. figures.Indicators.Where(figure => figure.MinimumCell > 1).Select(figure => figure.Indicator.Code)];
        foreach (PlanExtract plan in snapshot.Plans.Where(plan => names.ContainsKey(plan.Administration)))
        {
            Dictionary<string, PlanValue> linked = PlanCalculator
                .Of(plan, head)
                .ToDictionary(value => value.Indicator.Code, StringComparer.OrdinalIgnoreCase);
            Dictionary<PeriodKey, PeriodExtract> periods = plan
                .Periods.Where(period => head.Period.Holds(period.End))
                .ToDictionary(period => period.Key);
            foreach (AcceptedObservation accepted in plan.Observations)
            {
                if (
                    linked.TryGetValue(accepted.Observation.Item, out PlanValue? value)
                    && periods.TryGetValue(accepted.Observation.Period, out PeriodExtract? period)
                )
                {
                    yield return Row(plan, names[plan.Administration], accepted, value, period, withheld.Contains(value.Framework.Code));
                }
            }
        }
    }

    private static AnnexValue[] Row(
        PlanExtract plan,
        string name,
        AcceptedObservation accepted,
        PlanValue value,
        PeriodExtract period,
        bool withheld
    )
    {
        Observation observation = accepted.Observation;
        decimal? factor = Conversion.FactorOf(plan, value.Indicator, observation);
        decimal? shown = withheld ? null : observation.Value;
        string groups = string.Join(
            "; ",
            observation
                .Groups.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair =>
                    $"{pair.Key} = {Writing.Plain(pair.Value)}{(observation.Counts?.Of(pair.Key) is { } of ? $" ({Writing.Plain(of.Numerator)}/{Writing.Plain(of.Denominator)})" : "")}"
                )
        );
        return
        [
            $"{value.Framework.Code}/total",
            value.Counted.Contains(accepted) ? 1 : 0,
            plan.Administration.Value,
            name,
            plan.Plan.Value,
            observation.PlanVersion,
            value.Indicator.Code,
            period.Start,
            period.End,
            shown,
            Conversion.UnitOf(plan, value.Indicator, observation),
            factor,
            shown * factor,
            withheld ? null : observation.Counts?.Total?.Numerator,
            withheld ? null : observation.Counts?.Total?.Denominator,
            withheld ? null : groups,
            withheld ? 1 : 0,
            value.Indicator.Sensitive ? null : observation.MissingReason,
            withheld ? null : observation.Narrative,
            string.Join(' ', observation.EvidenceSha256),
            observation.By.Value,
            accepted.AcceptedBy.Value,
            Writing.Instant(accepted.AcceptedAt),
            observation.Source.Value,
            accepted.AuditEvent,
            observation.Id,
            observation.Restates,
        ];
    }
}
