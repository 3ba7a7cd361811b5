using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>What a reply says to people rather than to the form.</summary>
public sealed class CommentReplies(ProgrammeTable table, CommentService comments, ReplyEnding ending)
{
    /// <summary>Handles what a reply says to people rather than to the form: a question, or an answer in words to a comment that we
    /// mailed.</summary>
    internal async Task<(ReportComment? Comment, bool Confirm)> ReadAsync(
        ReportRef id,
        TaskReply reply,
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
                    TextBounds.FitComment(reading.Narrative.Length > 0 ? $"{question.Text}\n\n{reading.Narrative}" : question.Text),
                    reply.From.Id,
                    reply.At,
                    reply.Source
                ),
                true
            );
        }

        if (CommentMails.Answered(id, reply.Message.Answers) is not { } key)
        {
            return (null, false);
        }

        // beside figures or a command, what is left of the words is the answer
        string words = reading is { Command: null, Figures.Count: 0 }
            ? ReplyText.Of(reply.Message.Text, reply.Message.Html).Text.Trim()
            : reading.Narrative;
        // an answer to our own confirmation is kept and not confirmed again: a robot that nobody recognises would answer that too, for ever
        return words.Length > 0 && await table.FindAsync<ReportComment>(id.Stream, key, cancellation) is { Value: var answered }
            ? (
                new ReportComment(answered.Item, TextBounds.FitComment(words), reply.From.Id, reply.At, reply.Source),
                answered.By != reply.From.Id
            )
            : (null, false);
    }

    /// <summary>Whether nothing of the reply is left for the form. A question comes with what is asked back and files that were refused;
    /// in an answer to a comment every word belongs to it.</summary>
    internal static bool IsAll(ReplyWithFiles read, bool takesAnswers) =>
        read is { Reading: { Command: null or Command.Question, Figures.Count: 0, Assigned.Count: 0 }, Kept.Count: 0 }
        && (!takesAnswers || (read.Files.Count == 0 && (read.Reading.Command is null || read.Reading.NotUnderstood.Count == 0)));

    /// <summary>The comment with what nobody will ask back: lines that could not be read, except of sensitive items, and files that were
    /// refused. A person reads it.</summary>
    internal static ReportComment WithUnread(ReportComment comment, ReplyWithFiles read, IReadOnlyList<FormItem> items)
    {
        IEnumerable<string> lines = read
            .Reading.NotUnderstood.Where(line => !items.Any(item => item.Sensitive && line.Codes.Contains(item.Code)))
            .Select(line => line.Line)
            .Where(line => !comment.Text.Contains(line, StringComparison.Ordinal));
        IEnumerable<string> files = read.Files.Where(file => file.Refusal is not null).Select(file => $"{file.Name}: {file.Refusal}");
        string unread = string.Join('\n', lines.Concat(files));
        return unread.Length == 0 ? comment : comment with { Text = TextBounds.FitComment($"{comment.Text}\n\n{unread}") };
    }

    internal async Task<AnswerTaken> TakeAsync(
        TaskReply reply,
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
                var result = new ReplyResult([], Ends: false, report.Value.Period.Locks) { Told = told, Begins = asked?.Begins };
                taken = await ending.FinishAsync(unit, reply, result, cancellation);
                return (unit, true);
            },
            cancellation
        );
        return new AnswerTaken(AnswerOutcome.Taken, taken);
    }
}
