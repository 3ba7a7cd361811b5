using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Reporting;

/// <summary>How a report's tasks are called: the same name for the same question.</summary>
internal static class ReportTasks
{
    public static TaskRef Answer(ReportFile report) => Named(report, $"{report.Plan}-report-{report.Period.Key}-r{report.Round}");

    public static TaskRef Review(ReportFile report) => Named(report, $"{report.Plan}-review-{report.Period.Key}-s{report.Submissions.Count}");

    private static TaskRef Named(ReportFile report, string name) => new(StreamId.Of(report.Plan), new TaskId(name));
}
