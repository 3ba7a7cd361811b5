using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>Reads a message to a task: what it would be understood to say, and what the task is about.</summary>
public sealed class ReportReplyReader(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory)
{
    /// <summary>Reads a message to a report's task.</summary>
    /// <param name="accepted">What was accepted for the plan so far; null: not read yet.</param>
    /// <param name="round">Of the task that the message answers: its form may be quoted in it, filled in as it was then.</param>
    internal async Task<ReplyWithFiles> ReadAsync(
        InboundMessage message,
        ReportRecord report,
        Person person,
        IReadOnlyList<Observation>? accepted,
        int round,
        CancellationToken cancellation
    )
    {
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        accepted ??= await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        DayRange days = ReportItems.DaysOf(plan, report.Period);
        var id = new ReportRef(report.Plan, report.Period.Key);
        return ReplyWithFiles.Of(
            ReplyReader.Read(
                ReplyText.Of(message.Text, message.Html),
                ReportItems.Asked(plan, report, accepted, round),
                person.Language,
                days
            ),
            message.Files,
            ReportForms.Of(
                report,
                plan,
                accepted,
                await directory.ReadForAsync(report.Administration, cancellation),
                person.Language,
                round
            ),
            days,
            message.Files.Count == 0 ? null : await RejectedFiles.OfAsync(table, id, cancellation)
        );
    }
}
