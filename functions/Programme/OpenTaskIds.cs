using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;

namespace ACip.Functions.Programme;

/// <summary>Which task a plan or report waits for, so that it is read by its key: a search through all tasks costs more with every year.</summary>
/// <remarks>The ids are those that PlanActivities and ReportActivities ask under; the browser tests hold the two together.</remarks>
internal static class OpenTaskIds
{
    public static TaskId? Of(PlanFile plan) => plan.State switch
    {
        PlanState.Drafting or PlanState.Returned => new TaskId($"{plan.Id}-draft-r{plan.Round}"),
        PlanState.Submitted => new TaskId($"{plan.Id}-approve-s{plan.Rounds.Count}"),
        _ => null,
    };

    public static TaskId? Of(ReportFile report) => report.State switch
    {
        ReportState.Open or ReportState.Returned => new TaskId($"{report.Plan}-report-{report.Period.Key}-r{report.Round}"),
        ReportState.Submitted => new TaskId($"{report.Plan}-review-{report.Period.Key}-s{report.Submissions.Count}"),
        _ => null,
    };
}
