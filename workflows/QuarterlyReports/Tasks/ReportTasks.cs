using System.Text.RegularExpressions;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>Names a report's tasks: the same question always has the same name.</summary>
internal static partial class ReportTasks
{
    public static TaskRef Answer(ReportRecord report) => Named(report, $"{report.Plan}-report-{report.Period.Key}-r{report.Round}");

    public static TaskRef Review(ReportRecord report) =>
        Named(report, $"{report.Plan}-review-{report.Period.Key}-s{report.Submissions.Count}");

    /// <summary>Keys of all tasks of a report begin with one of these.</summary>
    public static IReadOnlyList<string> Prefixes(ReportRef report) =>
        [
            TaskRows.Key(new TaskId($"{report.Plan}-report-{report.Period}-")),
            TaskRows.Key(new TaskId($"{report.Plan}-review-{report.Period}-")),
        ];

    /// <summary>The report that a task's name points to, so that both can be read in one call; null for other tasks. The task itself has
    /// the last word.</summary>
    public static ReportRef? ReportOf(TaskRef task) =>
        Name().Match(task.Task.Value) is { Success: true } name && task.Stream == StreamId.Of(new PlanId(name.Groups["plan"].Value))
            ? new ReportRef(new PlanId(name.Groups["plan"].Value), new PeriodKey(name.Groups["period"].Value))
            : null;

    /// <summary>What to read in the same call as a task of this name; null for other tasks.</summary>
    public static RowsBeside? BesideOf(TaskRef task) =>
        ReportOf(task) is { } report
            ? new RowsBeside(
                [ReportRows.Key(report.Period)],
                [ReportRows.ObservationPrefix],
                [EvidenceFile.RowKey(report.Period, ""), .. Prefixes(report)]
            )
            : null;

    /// <summary>The report that a task is about.</summary>
    /// <param name="read">What was read together with the task; null for nothing.</param>
    public static async Task<ReportRecord> ReportAsync(
        ProgrammeTable table,
        StreamId stream,
        HumanTaskRecord task,
        FoundRows? read,
        CancellationToken cancellation
    )
    {
        string key = ReportRows.Key(task.Subject.Period);
        return (read?.Find<ReportRecord>(key) ?? await table.FindAsync<ReportRecord>(stream, key, cancellation))!.Value;
    }

    public static About.Report About(ReportRecord report, ProgrammeRegister register) =>
        new(register.Administrations[report.Administration].Names, report.Period.Start, report.Period.End);

    [GeneratedRegex(
        "^(?<plan>.+)-(?:report|review)-(?<period>[0-9]{8}-[0-9]{8})-[rs][0-9]+(?:-again[0-9]+)?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Name();

    private static TaskRef Named(ReportRecord report, string name) => new(StreamId.Of(report.Plan), new TaskId(name));
}
