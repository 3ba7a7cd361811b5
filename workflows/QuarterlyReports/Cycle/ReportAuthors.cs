using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Restatements;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Who wrote what is to be decided about a report, for <see cref="HumanTasks.FourEyes"/>. Pure.</summary>
public static class ReportAuthors
{
    /// <summary>Everybody who gave a value not yet accepted, added a note, or submitted the report.</summary>
    public static IReadOnlySet<PersonId> Of(ReportRecord report) =>
        new HashSet<PersonId>([
            .. report.Entries.Values.Where(entry => !report.AcceptedItems.Contains(entry.Item)).Select(entry => entry.By),
            .. report.NotedBy,
            .. report.Submissions.TakeLast(1).Select(submission => submission.By),
        ]);

    public static IReadOnlySet<PersonId> Of(ReportRestatement restatement) =>
        new HashSet<PersonId>([restatement.By, .. restatement.Items.Select(item => item.Now.By)]);
}
