using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme;

namespace ACip.Workflows.DonorReports.Tasks;

public static class DonorReportTaskKinds
{
    public static TaskDefinition SignDonorReport { get; } = TaskDefinition.Decision("SignDonorReport", Role.Approver);

    /// <summary>Can be replied to; nothing is asked.</summary>
    public static TaskDefinition ReadDonorReport { get; } = TaskDefinition.OfReaders("ReadDonorReport");

    public static TaskDefinition AnswerDonorQuestion { get; } = TaskDefinition.OfOfficer("AnswerDonorQuestion");

    public static TaskDefinition ReviseDonorReport { get; } = TaskDefinition.OfOfficer("ReviseDonorReport");
}
