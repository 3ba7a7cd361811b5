using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>What a message to a task would be understood to say, and what the task is about.</summary>
public sealed class ReplyReadings(ProgrammeTable table, PlanVersions versions, ProgrammeDirectory directory)
{
    /// <summary>What a message to this task would be understood to say.</summary>
    internal async Task<ReadReply> ReadAsync(InboundMessage message, TaskRef task, HumanTaskRecord file, Person person, CancellationToken cancellation)
    {
        var text = ReplyText.Of(message.Text, message.Html);
        if (file.Kind != TaskKind.ReportQuarter)
        {
            return new ReadReply(ReplyReader.Read(text, [], person.Language), [], []);
        }

        var id = new ReportRef(AnswerService.PlanOf(task.Stream), file.Subject);
        return await ReadAsync(message, (await ReportRows.FindAsync(table, id, cancellation))!.Value, person, null, file.Round, cancellation);
    }

    /// <param name="accepted">What was accepted for the plan so far; null: not read yet.</param>
    /// <param name="round">Of the task that the message answers: its form may be quoted in it, filled in as it was then.</param>
    internal async Task<ReadReply> ReadAsync(InboundMessage message, ReportRecord report, Person person, IReadOnlyList<Observation>? accepted, int round, CancellationToken cancellation)
    {
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        accepted ??= await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        DayRange days = ReportItems.DaysOf(plan, report.Period);
        return ReadReply.Of(
            ReplyReader.Read(ReplyText.Of(message.Text, message.Html), ReportItems.Asked(plan, report, accepted, round), person.Language, days),
            message.Files,
            ReportForms.Of(report, plan, accepted, await directory.ReadAsync(cancellation), person.Language, round),
            days);
    }

    /// <summary>What a task's mails are about, and what its form asks for.</summary>
    internal async Task<(About About, IReadOnlyList<FormItem> Items)> MatterAsync(TaskRef task, HumanTaskRecord file, CancellationToken cancellation)
    {
        PlanId id = AnswerService.PlanOf(task.Stream);
        PlanRecord plan = (await PlanRows.FindAsync(table, id, cancellation))!.Value;
        Text3 administration = (await directory.ReadAsync(cancellation)).Administrations[plan.Administration].Names;
        if (file.Kind != TaskKind.ReportQuarter)
        {
            return (new About.Plan(administration, plan.Title), []);
        }

        ReportRecord report = (await ReportRows.FindAsync(table, new ReportRef(id, file.Subject), cancellation))!.Value;
        ActionPlan version = await versions.ReadAsync(id, report.PlanVersion, cancellation);
        return (new About.Report(administration, report.Period.Start, report.Period.End), ReportItems.Asked(version, report, await ReportRows.AcceptedAsync(table, id, cancellation)));
    }
}
