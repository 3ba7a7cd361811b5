using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Who has to hear what becomes of a report: those who speak for its administration, and whomever an officer passed its question
/// to.</summary>
internal static class ReportPeople
{
    /// <param name="read">The report's tasks.</param>
    public static async Task<IReadOnlyList<PersonId>> OfAsync(
        FoundRows read,
        ReportRecord report,
        ProgrammeRegister register,
        DateOnly today
    ) =>
        await CurrentTask.LastAsync(read, ReportTasks.Answer(report)) is { } last
            ? Of(read.Find<HumanTaskRecord>(last.RowKey)?.Value, report, register, today)
            : Of(null, report, register, today);

    public static async Task<IReadOnlyList<PersonId>> OfAsync(
        ProgrammeTable table,
        ReportRecord report,
        ProgrammeRegister register,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        await CurrentTask.LastAsync(table, ReportTasks.Answer(report), cancellation) is { } last
            ? Of((await TaskRows.FindAsync(table, last, cancellation))?.Value, report, register, today)
            : Of(null, report, register, today);

    private static PersonId[] Of(HumanTaskRecord? asked, ReportRecord report, ProgrammeRegister register, DateOnly today) =>
        [.. register.Answering(report.Administration, today).Union(asked is null ? [] : TaskPeople.Concerned(asked, register, today))];
}
