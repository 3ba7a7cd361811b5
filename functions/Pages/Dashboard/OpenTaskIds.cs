using ACip.Workflows.ActionPlans.Evaluation;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Tasks;

namespace ACip.Functions.Pages.Dashboard;

/// <summary>Which tasks a plan or report waits for, so that they are read by their keys: a search through all tasks costs more with every
/// year.</summary>
/// <remarks>The ids of a plan's tasks are those that PlanActivities asks under; the browser tests hold the two together.</remarks>
internal static class OpenTaskIds
{
    public static IEnumerable<TaskId> Of(PlanRecord plan)
    {
        string revision = plan.State == PlanState.UnderRevision && plan.Revision is { } open ? $"revise{open.Number}-" : "";
        switch (plan.DraftStage)
        {
            case PlanState.Drafting or PlanState.Returned:
                yield return new TaskId(revision.Length > 0 ? $"{plan.Id}-{revision}r{plan.Round}" : $"{plan.Id}-draft-r{plan.Round}");
                break;
            case PlanState.Submitted:
                yield return new TaskId($"{plan.Id}-{revision}approve-s{plan.Rounds.Count}");
                break;
        }

        if (!plan.IsOver && plan.Reviews.LastOrDefault() is { IsOpen: true, Findings: null } review)
        {
            yield return new PlanReviewRef(plan.Id, review.Number).Task.Task;
        }
    }

    public static IEnumerable<TaskId> Of(ReportRecord report)
    {
        if (report.TakesAnswers)
        {
            yield return (report.State == ReportState.Submitted ? ReportTasks.Review(report) : ReportTasks.Answer(report)).Task;
        }

        if (MoreTimeRules.Waiting(report) is { } waits)
        {
            yield return MoreTimeTasks.Of(report, waits.Number).Task;
        }

        foreach (TaskRef part in ContributionTasks.WaitingOf(report))
        {
            yield return part.Task;
        }
    }
}
