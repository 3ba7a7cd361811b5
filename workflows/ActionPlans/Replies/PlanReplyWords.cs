using ACip.Workflows.ActionPlans.Approval;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.HumanTasks.ShortForms;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.ActionPlans.Replies;

/// <summary>What a reply brings beside a planning workbook: words, which are kept as a comment on the plan, and other files, which are not
/// kept and named.</summary>
internal sealed record PlanReplyWords(string? Words, IReadOnlyList<FileLine> Files)
{
    /// <param name="workbook">What was taken of its files; null for none.</param>
    public static PlanReplyWords Of(ParsedReply reading, IReadOnlyList<ReceivedFile> files, ReceivedFile? workbook, Language language)
    {
        string words = string.Join(
                '\n',
                reading.Lines.Where(line => line.End is LineEnd.Narrative or LineEnd.NotUnderstood).Select(line => line.Line)
            )
            .Trim();
        ReceivedFile[] others = [.. files.Where(file => !ReferenceEquals(file, workbook))];
        return new PlanReplyWords(words.Length > 0 ? words : null, ShortFormFiles.Of(others, takes: false, language).Lines);
    }

    /// <param name="round">Number of the submission that the words are read with.</param>
    public async Task KeepAsync(ProgrammeTable table, UnitOfWork unit, int round, TaskReply reply, CancellationToken cancellation)
    {
        if (Words is null)
        {
            return;
        }

        var comment = new PlanComment(round, reply.From.Id, reply.At, null, TextBounds.FitComment(Words));
        await PlanComments.AddAsync(table, unit, comment, cancellation);
    }
}
