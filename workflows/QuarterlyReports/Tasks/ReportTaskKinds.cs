using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.QuarterlyReports.Tasks;

public static class ReportTaskKinds
{
    public static TaskDefinition ReportQuarter { get; } = TaskDefinition.OfCoordinator("ReportQuarter");

    /// <summary>Officers may review if no approver is left, but may not decide on a restatement.</summary>
    public static TaskDefinition ReviewReport { get; } = TaskDefinition.Decision("ReviewReport", Role.Approver, Role.ProgrammeOfficer);

    public static TaskDefinition ReviewRestatement { get; } = TaskDefinition.Decision("ReviewRestatement", Role.Approver);
}
