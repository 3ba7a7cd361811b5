using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>MORE TIME in a reply: the request is taken first, and what else the reply says after it.</summary>
/// <remarks>Two commits, the second of which notes that the message was received: said once more by another try of it, it is the same
/// request, and changes nothing.</remarks>
public sealed class TimeReplies(ProgrammeTable table, TimeRequestService times, CommentService comments, ReplyEnding ending)
{
    /// <returns>What is left to be taken; the question that was asked; and the end, where the reply said nothing else.</returns>
    internal async Task<(ReadReply Read, TaskRef? Begins, AnswerTaken? Taken)> TakeAsync(
        PersonReply reply,
        ReportRef id,
        ReadReply read,
        CancellationToken cancellation
    )
    {
        if (read.Reading.Command is not Command.MoreTime more)
        {
            return (read, null, null);
        }

        TimeAskedResult asked = await times.AskAsync(
            new AskedTime(id, more.Day, more.Reason, reply.From.Id, reply.Source, reply.Decision.Key[..16]),
            cancellation
        );
        if (asked.Result is not CommandResult.Recorded recorded)
        {
            Text why = RefusalRules.WordsOf((CommandResult.Refused)asked.Result);
            var line = new NotUnderstood(more.Reason, null, NotUnderstoodReason.NotMoreTime) { Instead = why };
            return (
                read with
                {
                    Reading = read.Reading with { Command = null, NotUnderstood = [.. read.Reading.NotUnderstood, line] },
                },
                null,
                null
            );
        }

        read = read with { Reading = read.Reading with { Command = null } };
        bool saysMore = read.Reading.Figures.Count + read.Reading.NotUnderstood.Count + read.Files.Count > 0;
        return (
            read,
            asked.Begin?.Ref,
            saysMore ? null : await NoteAsync(reply, id, read.Reading.Narrative, (recorded.Mails, asked.Begin?.Ref), cancellation)
        );
    }

    /// <summary>As the person is asked to confirm it.</summary>
    internal static IReadOnlyList<UnderstoodLine> Understood(ParsedReply reading, Language language) =>
        reading.Command is Command.MoreTime more
            ?
            [
                new UnderstoodLine(
                    Texts.MoreTimeWord.In(language),
                    "",
                    $"{new DateWords(language, "Etc/UTC").Day(more.Day)}, {more.Reason}"
                ),
            ]
            : [];

    /// <param name="words">What was written besides: it is kept with the report.</param>
    private async Task<AnswerTaken> NoteAsync(
        PersonReply reply,
        ReportRef id,
        string words,
        (MailsOfStream? Told, TaskRef? Begins) asked,
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
                        var kept = new ReportComment("", CommentService.Fit(words), reply.From.Id, reply.At, reply.Source);
                        await comments.AddAsync(unit, report.Value, kept, false, cancellation, tell: false);
                    }

                    return (
                        (UnitOfWork?)unit,
                        await ending.FinishAsync(unit, reply, [], false, reply.At, cancellation, asked.Told, asked.Begins)
                    );
                },
                cancellation
            )
        );
}
