using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.MoreTime;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>Handles requests in a reply: more time, and parts for colleagues. If the reply says nothing else to the form, it is recorded
/// as received and its words are kept.</summary>
public sealed class RequestReplies(
    ProgrammeTable table,
    AssignReplies assignments,
    MoreTimeReplies times,
    CommentService comments,
    ReplyEnding ending
)
{
    /// <returns>What is left of the reply, and what it asked for.</returns>
    internal async Task<(ReplyWithFiles Left, AskedByReply? Asked)> TakeAsync(
        TaskReply reply,
        ReportRef id,
        ReplyWithFiles read,
        CancellationToken cancellation
    )
    {
        (read, AskedByReply? parts) = await assignments.TakeAsync(reply, id, read, cancellation);
        (read, AskedByReply? time) = await times.TakeAsync(reply, id, read, cancellation);
        return (read, AskedByReply.Together(parts, time));
    }

    /// <summary>Whether the rest of the reply is to be taken as an answer.</summary>
    internal static bool SaysMore(ReplyWithFiles read) =>
        read.Reading.Command is not null || read.Reading.Figures.Count + read.Reading.NotUnderstood.Count + read.Files.Count > 0;

    internal async Task<AnswerTaken> NoteAsync(
        TaskReply reply,
        ReportRef id,
        string words,
        AskedByReply asked,
        CancellationToken cancellation
    ) =>
        new(
            AnswerOutcome.Taken,
            await table.DecideAsync(
                async () =>
                {
                    var unit = new UnitOfWork(id.Stream);
                    if (words.Length > 0 && await ReportRows.FindAsync(table, id, cancellation) is { } report)
                    {
                        var kept = new ReportComment("", TextBounds.FitComment(words), reply.From.Id, reply.At, reply.Source);
                        await comments.AddAsync(unit, report.Value, kept, false, cancellation, tell: false);
                    }

                    return (
                        (UnitOfWork?)unit,
                        await ending.FinishAsync(
                            unit,
                            reply,
                            new ReplyResult([], Ends: false, reply.At) { Told = asked.Told, Begins = asked.Begins },
                            cancellation
                        )
                    );
                },
                cancellation
            )
        );
}
