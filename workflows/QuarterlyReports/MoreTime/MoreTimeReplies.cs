using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.MoreTime;

/// <summary>Handles MORE TIME in a reply. The request is taken first, then the rest of the reply.</summary>
/// <remarks>These are two commits, and the second records the message as received. If a later attempt processes it again, the request is
/// the same and nothing changes.</remarks>
public sealed class MoreTimeReplies(MoreTimeService times)
{
    /// <returns>What is left to be taken, and what follows from the request.</returns>
    internal async Task<(ReplyWithFiles Read, AskedByReply? Asked)> TakeAsync(
        TaskReply reply,
        ReportRef id,
        ReplyWithFiles read,
        CancellationToken cancellation
    )
    {
        if (read.Reading.Command is not Command.MoreTime more)
        {
            return (read, null);
        }

        TimeAskedResult asked = await times.AskAsync(
            new AskedTime(id, more.Day, more.Reason, reply.From.Id, reply.Source, reply.Decision.Key[..16]) { Arrived = reply.At },
            cancellation
        );
        if (asked.Result is not CommandResult.Recorded recorded)
        {
            var refused = (CommandResult.Refused)asked.Result;
            Text why = refused == CommandResult.Refused.LaterStands ? AnswerLines.LaterStands : RefusalRules.WordsOf(refused);
            var line = new NotUnderstood(more.Reason, null, NotUnderstoodReason.NotMoreTime) { Instead = why };
            return (
                read with
                {
                    Reading = read.Reading with { Command = null, NotUnderstood = [.. read.Reading.NotUnderstood, line] },
                },
                null
            );
        }

        read = read with { Reading = read.Reading with { Command = null } };
        return (read, new AskedByReply(asked.Begin is null ? [] : [asked.Begin.Ref], recorded.Mails));
    }

    /// <summary>The wording that the person is asked to confirm.</summary>
    internal static IReadOnlyList<UnderstoodLine> Understood(ParsedReply reading, Language language) =>
        reading.Command is Command.MoreTime more
            ?
            [
                new UnderstoodLine(
                    Texts.MoreTimeWord.In(language),
                    "",
                    $"{new DateWords(language, "Etc/UTC").Day(more.Day)}, {more.Reason}"
                )
                {
                    IsText = true,
                },
            ]
            : [];
}
