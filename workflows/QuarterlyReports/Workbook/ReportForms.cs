using ACip.Workflows.ActionPlans;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>The workbook of a report. The copy handed out and the form that a returned one is compared with are made here, from the same
/// facts.</summary>
internal static class ReportForms
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <param name="accepted">What was accepted for the plan so far, of any period.</param>
    /// <param name="round">The round that it was handed out in; null: the one under way.</param>
    public static FiguresForm Of(
        ReportRecord report,
        ActionPlan plan,
        IReadOnlyList<Observation> accepted,
        ProgrammeRegister register,
        Language language,
        int? round = null
    ) =>
        new(
            report.Plan,
            report.PlanVersion,
            report.Period.Key,
            language,
            $"{register.Administrations[report.Administration].Names.In(language)}, {new DateWords(language, "Etc/UTC").Range(report.Period.Start, report.Period.End)}",
            register.Fictional ? Fictional.Notices.In(language) : null,
            ReportItems.WithAnswers(ReportItems.Of(plan, report.Period, accepted), report, round)
        );

    public static string FileName(FiguresForm form) => $"A-CIP-{form.Plan}-{form.Period}.xlsx";
}
