using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Finds who wrote what a task asks a decision on, so that they are not asked.</summary>
internal static class DecidedMatters
{
    private static readonly HashSet<PersonId> Nobody = [];

    /// <param name="read">What was read together with the task; null for nothing.</param>
    public static async Task<IReadOnlySet<PersonId>> AuthorsAsync(ProgrammeTable table, StreamId stream, HumanTaskRecord task, FoundRows? read, CancellationToken cancellation)
    {
        switch (task.Kind)
        {
            case TaskKind.ApprovePlan:
                PlanRecord plan = (await table.FindAsync<PlanRecord>(stream, PlanRows.File, cancellation))!.Value;
                return Authorship.Of(plan, (await table.FindAsync<DraftMark>(stream, PlanRows.DraftMark, cancellation))?.Value);
            case TaskKind.ReviewReport:
                string key = ReportRows.Key(task.Subject);
                return Authorship.Of((read?.Find<ReportRecord>(key) ?? await table.FindAsync<ReportRecord>(stream, key, cancellation))!.Value);
            case TaskKind.ReviewRestatement:
                return Authorship.Of((await table.FindAsync<ReportRestatement>(stream, ReportRows.RestatementKey(task.Subject), cancellation))!.Value);
            case TaskKind.SignDonorReport:
                return (await table.FindAsync<DonorReportRecord>(stream, DonorReportRows.Key(task.Subject), cancellation))?.Value.Latest is { } version ? Authorship.Of(version) : Nobody;
            default:
                return Nobody;
        }
    }
}
