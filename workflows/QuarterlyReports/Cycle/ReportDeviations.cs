using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Deviations from the plan: those noted, and activities that were postponed or cancelled.</summary>
public static class ReportDeviations
{
    public static IReadOnlyList<ReportedDeviation> Of(ReportRecord report, ActionPlan plan, Language language) =>
        [
            .. report.Notes.Deviations,
            .. plan
                .Activities.Where(activity =>
                    report.Entries.GetValueOrDefault(activity.Code)?.Status?.DeviatesFromPlan() == true
                    && report.Notes.Deviations.All(noted => noted.Item != activity.Code)
                )
                .Select(activity => new ReportedDeviation(
                    activity.Code,
                    $"{activity.Title}{language.Culture.FirmColon} {SaidWords.Of(SaidAnswer.Of(report.Entries[activity.Code]), null, language)}",
                    null
                )),
        ];
}
