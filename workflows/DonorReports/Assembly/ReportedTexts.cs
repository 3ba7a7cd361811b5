using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using Section = ACip.Workflows.DonorReports.Snapshots.NarrativePart;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Texts of accepted quarterly reports, assigned to the sections of a donor report.</summary>
internal static class ReportedTexts
{
    /// <summary>Where the sections of a quarterly report appear. Next steps (N9) are internal to the administration and appear
    /// nowhere.</summary>
    private static readonly Dictionary<string, Section> Sections = new()
    {
        ["N1"] = Section.Results,
        ["N2"] = Section.CollectiveAction,
        ["N3"] = Section.PerformanceMeasurement,
        ["N4"] = Section.DataAnalysis,
        ["N5"] = Section.Deviations,
        ["N6"] = Section.LessonsLearned,
        ["N7"] = Section.Synergies,
        ["N8"] = Section.CrossCutting,
    };

    /// <returns>Null for a figure, or a text that donors are not told.</returns>
    public static Narrative? Narrative(AcceptedObservation accepted, Administration administration) =>
        Sections.TryGetValue(accepted.Observation.Item, out Section section) && !string.IsNullOrWhiteSpace(accepted.Observation.Narrative)
            ? new Narrative(
                section,
                administration.Language,
                accepted.Observation.Narrative,
                accepted.Observation.By,
                accepted.AuditEvent,
                administration.Id
            )
            : null;

    /// <param name="sensitive">Codes of indicators that nothing is said about.</param>
    public static IEnumerable<Deviation> Deviations(
        ReportRecord report,
        ActionPlan plan,
        Administration administration,
        IReadOnlySet<string> sensitive
    ) =>
        ReportDeviations
            .Of(report, plan, administration.Language)
            .Where(deviation => !sensitive.Contains(deviation.Item))
            .Select(deviation => new Deviation(deviation.Item, administration.Language, deviation.WhatAndWhy, deviation.WhatIsDone));

    /// <summary>The plan's risks as last reported, and those that were added.</summary>
    public static IReadOnlyList<Risk> Risks(ActionPlan plan, IEnumerable<ReportRecord> reports)
    {
        var reported = reports
            .OrderBy(report => report.Period.End)
            .SelectMany(report => report.Notes.Risks)
            .GroupBy(risk => risk.Code)
            .ToDictionary(same => same.Key, same => same.Last());
        IEnumerable<Risk> known = plan
            .Risks.Select(risk =>
                reported.Remove(risk.Code, out ReportedRisk? now)
                    ? risk with
                    {
                        Statement = now.Statement,
                        Likelihood = now.Likelihood,
                        Impact = now.Impact,
                        Mitigation = now.WhatIsDone ?? risk.Mitigation,
                    }
                    : risk
            )
            .ToList();
        return
        [
            .. known,
            .. reported
                .OrderBy(risk => risk.Key, StringComparer.Ordinal)
                .Select(risk => new Risk(
                    risk.Key,
                    risk.Value.Statement,
                    risk.Value.Likelihood,
                    risk.Value.Impact,
                    risk.Value.WhatIsDone ?? "",
                    ""
                )),
        ];
    }
}
