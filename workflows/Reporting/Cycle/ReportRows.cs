using ACip.Workflows.Storage;

namespace ACip.Workflows.Reporting;

/// <summary>Row kinds of reporting, in the plan's stream: a row a report, and a row of observations each time one is accepted or restated.</summary>
public static class ReportRows
{
    public const string Prefix = "report|";
    public const string ObservationPrefix = "observed|";

    public static string Key(string period) => Prefix + period;

    public static string ObservationKey(string period, int number) => $"{ObservationPrefix}{period}|{number:D4}";

    public static Task<Row<ReportFile>?> FindAsync(ProgrammeTable table, ReportRef report, CancellationToken cancellation) =>
        table.FindAsync<ReportFile>(report.Stream, Key(report.Period), cancellation);
}
