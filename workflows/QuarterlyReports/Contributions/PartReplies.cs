using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Takes a colleague's reply about a part of a report. Such a reply never submits the report.</summary>
public sealed class PartReplies(
    ProgrammeTable table,
    PlanVersions versions,
    ProgrammeDirectory directory,
    ReportService reports,
    EvidenceService evidence,
    PartAnswers answers
)
{
    /// <summary>Only what the part asks for.</summary>
    internal async Task<(ActionPlan Plan, IReadOnlyList<Observation> Accepted, IReadOnlyList<FormItem> Items)> FormAsync(
        ReportRecord report,
        AssignedPart part,
        CancellationToken cancellation
    )
    {
        ActionPlan plan = await versions.ReadAsync(report.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<Observation> accepted = await ReportRows.AcceptedAsync(table, report.Plan, cancellation);
        return (plan, accepted, [.. ReportItems.Asked(plan, report, accepted).Where(item => part.Items.Contains(item.Code))]);
    }

    internal async Task<ReadPart> ReadAsync(
        InboundMessage message,
        ReportRecord report,
        AssignedPart part,
        Language language,
        CancellationToken cancellation
    )
    {
        (ActionPlan plan, IReadOnlyList<Observation> accepted, IReadOnlyList<FormItem> items) = await FormAsync(report, part, cancellation);
        DayRange days = ReportItems.DaysOf(plan, report.Period);
        FiguresForm form = ReportForms.Of(
            report,
            plan,
            accepted,
            await directory.ReadForAsync(report.Administration, cancellation),
            language
        );
        ReplyWithFiles read = ReplyWithFiles.Of(
            ReplyReader.Read(ReplyText.Of(message.Text, message.Html), items, language, days),
            message.Files,
            form with
            {
                Items = items,
            },
            days,
            message.Files.Count == 0
                ? null
                : await RejectedFiles.OfAsync(table, new ReportRef(report.Plan, report.Period.Key), cancellation)
        );
        return new ReadPart(read with { Reading = WithoutCommands(read.Reading) }, items);
    }

    internal async Task<AnswerTaken> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        (ReportRecord Report, AssignedPart Part) asked,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        (ReportRecord report, AssignedPart part) = asked;
        if (!ContributionRules.IsOpen(report, part))
        {
            return await answers.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
        }

        ReadPart read = await ReadAsync(reply.Message, report, part, reply.From.Language, cancellation);
        bool says =
            read.Read.Reading.Figures.Count > 0
            || read.Read.Kept.Count > 0
            || read.Words is not null
            || read.Read.Reading.Command is not null;
        if (!says && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack))
        {
            return await answers.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation);
        }

        await evidence.StoreAsync(read.Read.Kept, cancellation);
        var companion = new PartReplyCompanion(answers, new PartReply(reply, read, part, report, register), cancellation);
        var answer = new GivenAnswer(new ReportRef(report.Plan, report.Period.Key), read.Read.Reading, reply.From.Id, reply.Source)
        {
            Arrived = reply.Arrived,
            Companion = companion,
            Part = part.Number,
        };
        ReportAnswerResult? result = await reports.AnswerAsync(answer, null, cancellation);
        return result?.Kind == ReportAnswerKind.Closed
            ? await answers.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation)
            : new AnswerTaken(AnswerOutcome.Taken, companion.Taken);
    }

    /// <summary>Removes commands that only the coordinator may give: more time, and assignments.</summary>
    private static ParsedReply WithoutCommands(ParsedReply reading) =>
        reading with
        {
            Command = reading.Command is Command.Nil or Command.Question ? reading.Command : null,
            Assigned = [],
            NotUnderstood =
            [
                .. reading.NotUnderstood,
                .. reading.Assigned.Select(one => new NotUnderstood(one.Line, null, NotUnderstoodReason.NotAnAssignment)
                {
                    Instead = Texts.PartAssignedByCoordinator,
                }),
                .. reading.Command is Command.MoreTime more
                    ? [new NotUnderstood(more.Reason, null, NotUnderstoodReason.NotMoreTime) { Instead = Texts.PartTimeByCoordinator }]
                    : Array.Empty<NotUnderstood>(),
            ],
        };
}

/// <summary>A reply to a part, as read.</summary>
/// <param name="Items">What the part asks for.</param>
internal sealed record ReadPart(ReplyWithFiles Read, IReadOnlyList<FormItem> Items)
{
    /// <summary>Words addressed to people rather than to the form; null if there are none.</summary>
    public string? Words =>
        (Read.Reading.Command as Command.Question)?.Text ?? (Read.Reading.Narrative is { Length: > 0 } words ? words : null);
}

/// <param name="Report">As it stood when the reply was read.</param>
internal sealed record PartReply(TaskReply Reply, ReadPart Read, AssignedPart Part, ReportRecord Report, ProgrammeRegister Register);
