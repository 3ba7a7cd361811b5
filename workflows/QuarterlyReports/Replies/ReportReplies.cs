using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>Takes replies to the task of a quarterly report: figures, files, questions and comments.</summary>
public sealed class ReportReplies(
    ProgrammeTable table,
    PlanVersions versions,
    ReportService reports,
    CommentReplies comments,
    ReportReplyReader readings,
    ReplyCompanions companions,
    RequestReplies requests,
    ReplyEnding ending
)
{
    /// <param name="rows">What was just found of the report; null: nothing yet.</param>
    internal async Task<AnswerTaken> TakeAsync(
        TaskReply reply,
        HumanTaskRecord task,
        FoundRows? rows,
        ProgrammeRegister register,
        CancellationToken cancellation
    )
    {
        var id = new ReportRef(reply.Task.Stream.Plan, task.Subject.Period);
        ReportRecord report = (
            (rows is null ? null : ReportRows.Find(rows, id)) ?? await ReportRows.FindAsync(table, id, cancellation)
        )!.Value;
        IReadOnlyList<Observation> accepted = rows is not null
            ? [.. rows.List<AcceptedFigures>(ReportRows.ObservationPrefix).SelectMany(row => row.Value.Observations)]
            : await ReportRows.AcceptedAsync(table, id.Plan, cancellation);
        ReplyWithFiles read = await readings.ReadAsync(reply.Message, report, reply.From, accepted, task.Round, cancellation);
        ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
        IReadOnlyList<FormItem> items = ReportItems.Of(plan, report.Period);
        (ReportComment? comment, bool confirm) = await comments.ReadAsync(id, reply, read.Reading, items, cancellation);
        if (comment is not null && CommentReplies.IsAll(read, report.TakesAnswers))
        {
            return await comments.TakeAsync(reply, id, (comment, confirm), null, cancellation);
        }

        read = read.Reading.Command is Command.Question ? read with { Reading = read.Reading with { Command = null } } : read;
        if (!report.TakesAnswers)
        {
            return await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation);
        }

        if (reply.Grounds == AnswerGrounds.Officer && Would(reply, read, report, plan, accepted) == ReportAnswerKind.Overtaken)
        {
            return new AnswerTaken(AnswerOutcome.Overtaken, MailTaken.Nothing); // and none of its requests is carried out
        }

        (read, AskedByReply? asked) = await requests.TakeAsync(reply, id, read, cancellation);
        if (asked is not null && !RequestReplies.SaysMore(read))
        {
            return comment is null
                ? await requests.NoteAsync(reply, id, read.Reading.Narrative, asked, cancellation)
                : await comments.TakeAsync(reply, id, (comment, confirm), asked, cancellation);
        }

        ReportAnswerKind would = Would(reply, read, report, plan, accepted);
        if (comment is not null && IsLeft(would, reply, task))
        {
            return await comments.TakeAsync(reply, id, (CommentReplies.WithUnread(comment, read, items), confirm), asked, cancellation);
        }

        return await LeftAsync(would, reply, read, task, cancellation)
            ?? await AnswerAsync(
                new ReadReportReply(reply, read, comment, report, register)
                {
                    Begins = asked?.Begins ?? [],
                    Told = asked?.Told,
                    Confirm = confirm,
                },
                rows,
                cancellation
            );
    }

    /// <summary>What would become of its figures as the report stands.</summary>
    private static ReportAnswerKind Would(
        TaskReply reply,
        ReplyWithFiles read,
        ReportRecord report,
        ActionPlan plan,
        IReadOnlyList<Observation> accepted
    ) =>
        EvidenceLinks
            .Attach(
                ReportAnswer.Apply(
                    report,
                    ReportItems.Asked(plan, report, accepted),
                    read.Reading,
                    reply.From.Id,
                    reply.Arrived,
                    reply.Source
                ),
                read
            )
            .Kind;

    /// <returns>Null where its figures are to be taken.</returns>
    private async Task<AnswerTaken?> LeftAsync(
        ReportAnswerKind would,
        TaskReply reply,
        ReplyWithFiles read,
        HumanTaskRecord task,
        CancellationToken cancellation
    )
    {
        // of what is asked of others, too
        bool overtaken =
            would == ReportAnswerKind.Overtaken
            || (would == ReportAnswerKind.NothingNew && read.Reading.NotUnderstood.Any(line => line.Instead == AnswerLines.LaterStands));
        if (overtaken && reply.Grounds == AnswerGrounds.Officer)
        {
            return new AnswerTaken(AnswerOutcome.Overtaken, MailTaken.Nothing);
        }

        return IsLeft(would, reply, task) ? await ending.LeaveAsync(reply, TriageReasons.StillUnclear, cancellation) : null;
    }

    /// <summary>True where it says nothing new and is not to be asked back (again).</summary>
    private static bool IsLeft(ReportAnswerKind would, TaskReply reply, HumanTaskRecord task) =>
        would == ReportAnswerKind.NothingNew
        && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack);

    private async Task<AnswerTaken> AnswerAsync(ReadReportReply given, FoundRows? rows, CancellationToken cancellation)
    {
        TaskReply reply = given.Reply;
        ReplyCompanion companion = await companions.OfAsync(given, cancellation);
        var id = new ReportRef(reply.Task.Stream.Plan, given.Report.Period.Key);
        var answer = new GivenAnswer(id, given.Read.Reading, reply.From.Id, reply.Source)
        {
            Arrived = reply.Arrived,
            Companion = companion,
        };
        ReportAnswerResult? result = await reports.AnswerAsync(answer, rows, cancellation);
        return result?.Kind == ReportAnswerKind.Closed
            ? await ending.LeaveAsync(reply, TriageReasons.TaskClosed, cancellation)
            : new AnswerTaken(AnswerOutcome.Taken, companion.Taken);
    }
}
