using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>Handles ASSIGN in a reply. Each line is processed on its own, before anything else in the reply.</summary>
/// <remarks>The parts are committed before the message is recorded as received. If a later attempt processes it again, the parts are the
/// same and nothing changes.</remarks>
public sealed class AssignReplies(ContributionService parts)
{
    /// <returns>What is left to be taken, with what could not be done among what is asked back; and what follows from the rest.</returns>
    internal async Task<(ReplyWithFiles Read, AskedByReply? Asked)> TakeAsync(
        TaskReply reply,
        ReportRef id,
        ReplyWithFiles read,
        CancellationToken cancellation
    )
    {
        if (read.Reading.Assigned.Count == 0)
        {
            return (read, null);
        }

        var unclear = new List<NotUnderstood>(read.Reading.NotUnderstood);
        var begins = new List<TaskRef>();
        var keys = new List<string>();
        bool handsIn = read.Reading.Command is Command.Submit or Command.Nil;
        foreach (AssignedItems one in read.Reading.Assigned)
        {
            if (handsIn)
            {
                // who hands in asks nobody any more
                unclear.Add(new NotUnderstood(one.Line, null, NotUnderstoodReason.TwoCommands));
                continue;
            }

            PartAskedResult asked = await parts.AskAsync(
                new AskedPart(id, one.Items, one.Address, reply.From.Id, reply.Source)
                {
                    Arrived = reply.At,
                    Key = reply.Decision.Key[..16],
                },
                cancellation
            );
            if (asked.Result is CommandResult.Recorded recorded)
            {
                begins.AddRange(asked.Begin is null ? [] : [asked.Begin]);
                keys.AddRange(recorded.Mails?.Keys ?? []);
                continue;
            }

            Text? why =
                asked.Result == CommandResult.Refused.LaterStands ? AnswerLines.LaterStands
                : asked.Result is CommandResult.Refused refused ? RefusalRules.WordsOf(refused)
                : null;
            unclear.Add(new NotUnderstood(one.Line, null, NotUnderstoodReason.NotAnAssignment) { Instead = why });
        }

        ParsedReply left = read.Reading with { Assigned = [], NotUnderstood = unclear, Command = handsIn ? null : read.Reading.Command };
        return (
            read with
            {
                Reading = left,
            },
            begins.Count == 0 ? null : new AskedByReply(begins, keys.Count == 0 ? null : new MailsOfStream(id.Stream, keys))
        );
    }

    /// <summary>The wording that the person is asked to confirm.</summary>
    internal static IReadOnlyList<UnderstoodLine> Understood(ParsedReply reading, Language language) =>
        [
            .. reading.Assigned.Select(one => new UnderstoodLine(
                Texts.AssignWord.In(language),
                "",
                $"{string.Join(", ", one.Items)}: {one.Address}"
            )
            {
                IsText = true,
            }),
        ];
}
