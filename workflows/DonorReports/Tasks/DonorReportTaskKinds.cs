using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Tasks;

public static class DonorReportTaskKinds
{
    public static TaskDefinition SignDonorReport { get; } = TaskDefinition.Decision("SignDonorReport", Role.Approver);

    public static TaskDefinition ReviseDonorReport { get; } = TaskDefinition.OfOfficer("ReviseDonorReport");
}
