using System.Globalization;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>An administration's request for more time. At most one is open; a later one replaces it.</summary>
/// <param name="Number">1, 2, … within the report.</param>
/// <param name="Day">In the administration's zone.</param>
/// <param name="Decision">Null while an officer has not decided.</param>
public sealed record MoreTimeRequest(
    int Number,
    DateOnly Day,
    string Reason,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source,
    MoreTimeDecision? Decision = null
);

/// <param name="Day">The day that was given, which may be another; null where none was.</param>
/// <param name="Reason">Always there where none was given.</param>
public sealed record MoreTimeDecision(DateOnly? Day, string? Reason, PersonId By, DateTimeOffset At);

/// <summary>The officers' task about a request.</summary>
internal static class MoreTimeTasks
{
    public static TaskDefinition Kind { get; } = TaskDefinition.OfOfficer("DecideMoreTime");

    public static TaskRef Of(ReportRecord report, int number) =>
        new(
            StreamId.Of(report.Plan),
            new TaskId(string.Create(CultureInfo.InvariantCulture, $"{report.Plan}-moretime-{report.Period.Key}-n{number}"))
        );
}
