using ACip.Workflows.ActionPlans;
using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;

namespace ACip.Functions.Programme;

/// <summary>Which task a plan or report waits for, so that it is read by its key: a search through all tasks costs more with every year.</summary>
/// <remarks>The ids of a plan's tasks are those that PlanActivities asks under; the browser tests hold the two together.</remarks>
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
        ReportState.Open or ReportState.Returned => ReportTasks.Answer(report).Task,
        ReportState.Submitted => ReportTasks.Review(report).Task,
        _ => null,
    };
}
