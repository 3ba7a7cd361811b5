using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.DonorReports.Tasks;

/// <summary>The subject and links of a donor report's tasks.</summary>
internal static class DonorReportTasks
{
    public static async Task<DonorReportRecord> ReportAsync(
        ProgrammeTable table,
        StreamId stream,
        HumanTaskRecord task,
        CancellationToken cancellation
    ) => (await table.FindAsync<DonorReportRecord>(stream, DonorReportRows.Key(task.Subject.Period), cancellation))!.Value;

    public static About.DonorReport About(DonorReportRecord report, ProgrammeRegister register) =>
        new(register.Donors[register.Agreements[report.Agreement].Donor].Name, report.Start, report.End);

    public static TaskLink Open(DonorReportRecord report, TaskLinkOpening opening) =>
        opening.Decision(About(report, opening.Register), $"/donor-reports/{report.Agreement}/{report.Period}");
}
