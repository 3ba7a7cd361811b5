using ACip.Workflows.ActionPlans;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>Takes replies to the task of a quarterly report: figures, files, questions and comments.</summary>
public sealed class ReportReplies(
    ProgrammeTable table,
    PlanVersions versions,
    ReportService reports,
    CommentService comments,
    EvidenceService evidence,
    ReplyReadings readings,
    ReplyCompanions companions,
    TimeReplies times,
    AssignReplies assignments,
    RequestReplies requests,
    ReplyEnding ending
)
{
    /// <param name="rows">What was just found of the report; null: nothing yet.</param>
    internal async Task<AnswerTaken> TakeAsync(
        PersonReply reply,
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
        ReadReply read = await readings.ReadAsync(reply.Message, report, reply.From, accepted, task.Round, cancellation);
        ActionPlan plan = await versions.ReadAsync(id.Plan, report.PlanVersion, cancellation);
        (ReportComment? comment, bool confirm) = await CommentAsync(
            id,
            reply,
            read.Reading,
            ReportItems.Of(plan, report.Period),
            cancellation
        );
        read = read.Reading.Command is Command.Question ? read with { Reading = read.Reading with { Command = null } } : read;
        if (comment is not null && read is { Reading.Figures.Count: 0, Reading.Assigned.Count: 0, Kept.Count: 0 })
        {
            return await TakeCommentAsync(reply, id, (comment, confirm), null, cancellation);
        }

        if (!report.TakesAnswers)
        {
            return await ending.LeaveAsync(reply, Reasons.TaskClosed, cancellation);
        }

        (read, AskedByReply? parts) = await assignments.TakeAsync(reply, id, read, cancellation);
        (read, AskedByReply? time) = await times.TakeAsync(reply, id, read, cancellation);
        AskedByReply? asked = AskedByReply.Together(parts, time);
        if (asked is not null && !RequestReplies.SaysMore(read))
        {
            return comment is null
                ? await requests.NoteAsync(reply, id, read.Reading.Narrative, asked, cancellation)
                : await TakeCommentAsync(reply, id, (comment, confirm), asked, cancellation);
        }

        ReportAnswerResult before = EvidenceLinks.Attach(
            ReportAnswer.Apply(report, ReportItems.Asked(plan, report, accepted), read.Reading, reply.From.Id, reply.Arrived, reply.Source),
            read
        );
        if (before.Kind == ReportAnswerKind.Overtaken && reply.Grounds == AnswerGrounds.Officer)
        {
            return new AnswerTaken(AnswerOutcome.Overtaken, MailTaken.Nothing);
        }

        if (
            before.Kind == ReportAnswerKind.NothingNew
            && (reply.Grounds != AnswerGrounds.Sender || task.QuestionsBack >= AnswerService.MostQuestionsBack)
        )
        {
            return await ending.LeaveAsync(reply, Reasons.StillUnclear, cancellation);
        }

        await evidence.StoreAsync(read.Kept, cancellation);
        ReplyCompanion companion = companions.Of(
            new ReadReportReply(reply, read, comment, report, register) { Begins = asked?.Begins ?? [], Told = asked?.Told },
            cancellation
        );
        var answer = new GivenAnswer(id, read.Reading, reply.From.Id, reply.Source) { Arrived = reply.Arrived, Companion = companion };
        ReportAnswerResult? result = await reports.AnswerAsync(answer, rows, cancellation);
        return result?.Kind == ReportAnswerKind.Closed
            ? await ending.LeaveAsync(reply, Reasons.TaskClosed, cancellation)
            : new AnswerTaken(AnswerOutcome.Taken, companion.Taken);
    }

    /// <summary>What a reply says to people rather than to the form: a question, or an answer in words to a comment that we had
    /// mailed.</summary>
    private async Task<(ReportComment? Comment, bool Confirm)> CommentAsync(
        ReportRef id,
        PersonReply reply,
        ParsedReply reading,
        IReadOnlyList<FormItem> items,
        CancellationToken cancellation
    )
    {
        if (reading.Command is Command.Question question)
        {
            string first = question.Text.Split([' ', ':', ',', '.', '?'], 2)[0];
            return (
                new ReportComment(
                    items.FirstOrDefault(item => string.Equals(item.Code, first, StringComparison.OrdinalIgnoreCase))?.Code ?? "",
                    CommentService.Fit(question.Text),
                    reply.From.Id,
                    reply.At,
                    reply.Source
                ),
                true
            );
        }

        if (reading is not { Command: null, Figures.Count: 0 } || CommentMails.Answered(id, reply.Message.Answers) is not { } key)
        {
            return (null, false);
        }

        string words = ReplyText.Of(reply.Message.Text, reply.Message.Html).Text.Trim();
        // an answer to our own confirmation is kept and not confirmed again: a robot that nobody recognises would answer that too, for ever
        return words.Length > 0 && await table.FindAsync<ReportComment>(id.Stream, key, cancellation) is { Value: var answered }
            ? (
                new ReportComment(answered.Item, CommentService.Fit(words), reply.From.Id, reply.At, reply.Source),
                answered.By != reply.From.Id
            )
            : (null, false);
    }

    private async Task<AnswerTaken> TakeCommentAsync(
        PersonReply reply,
        ReportRef id,
        (ReportComment Comment, bool Confirm) said,
        AskedByReply? asked,
        CancellationToken cancellation
    )
    {
        (ReportComment comment, bool confirm) = said;
        MailTaken taken = MailTaken.Nothing;
        await table.DecideAsync(
            async () =>
            {
                taken = MailTaken.Nothing;
                if (await ReportRows.FindAsync(table, id, cancellation) is not { } report)
                {
                    return ((UnitOfWork?)null, true);
                }

                var unit = new UnitOfWork(id.Stream);
                MailsOfStream? told = (await comments.AddAsync(unit, report.Value, comment, confirm, cancellation)).Told;
                told = MailsOfStream.Together(asked?.Told, told);
                taken = await ending.FinishAsync(unit, reply, [], false, report.Value.Period.Locks, cancellation, told, asked?.Begins);
                return (unit, true);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }
}
