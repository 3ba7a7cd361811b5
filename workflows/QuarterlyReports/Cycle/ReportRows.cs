using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Row kinds of reporting, in the plan's stream: one row per report, per set of observations accepted or restated together, per
/// restatement, per comment and per correction.</summary>
public static class ReportRows
{
    public const string Prefix = "report|";
    public const string ObservationPrefix = "observed|";
    public const string RestatementPrefix = "restatement|";
    public const string CommentPrefix = "comment|";
    public const string CorrectionPrefix = "corrected|";

    public static string Key(PeriodKey period) => Prefix + period;

    public static string ObservationKey(PeriodKey period, int number) => $"{ObservationPrefix}{period}|{number:D4}";

    public static string CorrectionKey(PeriodKey period, int number) => $"{CorrectionPrefix}{period}|{number:D4}";

    /// <param name="subject">Period and number, as in <see cref="ReportRestatement.Subject"/>.</param>
    public static string RestatementKey(TaskSubject subject) => RestatementPrefix + subject.Value;

    public static Task<Row<ReportRecord>?> FindAsync(ProgrammeTable table, ReportRef report, CancellationToken cancellation) =>
        table.FindAsync<ReportRecord>(report.Stream, Key(report.Period), cancellation);

    /// <summary>A report, its supporting files and all its tasks, in one call.</summary>
    /// <param name="more">Keys of further rows.</param>
    /// <param name="accepted">True: also all that was ever accepted or restated for the plan.</param>
    internal static Task<FoundRows> ReadAsync(
        ProgrammeTable table,
        ReportRef report,
        IReadOnlyList<string> more,
        bool accepted,
        CancellationToken cancellation
    ) =>
        table.FindSomeAsync(
            report.Stream,
            [Key(report.Period), .. more],
            [
                .. accepted ? [ObservationPrefix] : Array.Empty<string>(),
                EvidenceFile.RowKey(report.Period, ""),
                .. ReportTasks.Prefixes(report),
            ],
            cancellation
        );

    internal static Row<ReportRecord>? Find(FoundRows rows, ReportRef report) => rows.Find<ReportRecord>(Key(report.Period));

    internal static IEnumerable<EvidenceFile> Evidence(FoundRows rows, ReportRef report) =>
        rows.List<EvidenceFile>(EvidenceFile.RowKey(report.Period, "")).Select(row => row.Value);

    /// <summary>Everything ever accepted or restated for a plan, oldest first within a period.</summary>
    public static async Task<IReadOnlyList<Observation>> AcceptedAsync(ProgrammeTable table, PlanId plan, CancellationToken cancellation) =>
        [
            .. (await table.ListAsync<AcceptedFigures>(StreamId.Of(plan), ObservationPrefix, cancellation)).SelectMany(row =>
                row.Value.Observations
            ),
        ];
}
