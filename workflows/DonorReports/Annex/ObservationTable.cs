using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Time;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>One row for each accepted observation linked to the agreement: the figure that it is counted in, and its origin.</summary>
internal static class ObservationTable
{
    private static readonly AnnexColumn[] Columns =
    [
        new("figure", Texts.Figure),
        new("counted", Texts.Counted, 9),
        new("administration", Texts.Administration, 9),
        new("administration_name", Texts.Name, 28),
        new("plan", Texts.Plan),
        new("plan_version", Texts.Version, 8),
        new("indicator", Texts.Indicator, 10),
        new("period_start", Texts.PeriodFrom, 11),
        new("period_end", Texts.To, 11),
        new("value", Texts.Value, 11),
        new("unit", Texts.Unit, 12),
        new("factor", Texts.Factor, 8),
        new("donor_value", Texts.InTheDonorsUnit, 12),
        new("numerator", FigureTables.Numerator, 10),
        new("denominator", FigureTables.Denominator, 10),
        new("groups", Texts.ByGroup, 24),
        new("withheld", Texts.Withheld, 9),
        new("missing_reason", Texts.WhyMissing, 24),
        new("narrative", Texts.InWordsHeading, 32),
        new("evidence_sha256", Texts.EvidenceSHA256, 20),
        new("person", Texts.Person, 12),
        new("accepted_by", Texts.AcceptedBy, 12),
        new("accepted_at", Texts.AcceptedAt, 20),
        new("source", Texts.Source, 20),
        new("audit_event", Texts.AuditEvent, 20),
        new("observation", Texts.Observation, 24),
        new("restates", Texts.Restates, 24),
    ];

    public static AnnexTable Of(DonorSnapshot snapshot, FigureSet figures) => new(Texts.Observations, Columns, Rows(snapshot, figures));

    private static IEnumerable<AnnexValue[]> Rows(DonorSnapshot snapshot, FigureSet figures)
    {
        SnapshotHead head = snapshot.Head;
        Dictionary<AdministrationId, string> names = head.Administrations.ToDictionary(one => one.Id, one => one.Name);
        HashSet<string> withheld = [.. figures.Indicators.Where(figure => figure.MinimumCell > 1).Select(figure => figure.Indicator.Code)];
        foreach ((PlanExtract plan, IReadOnlyList<PlanValue> values) in ReportedPlans.Of(snapshot.Plans, head))
        {
            Dictionary<string, PlanValue> linked = values.ToDictionary(value => value.Indicator.Code, StringComparer.OrdinalIgnoreCase);
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
