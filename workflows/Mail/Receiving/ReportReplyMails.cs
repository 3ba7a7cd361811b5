using ACip.Workflows.Mail.Outbox;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Mail.Workbooks;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using ACip.Workflows.Storage;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Mail.Receiving;

/// <summary>What is answered to a reply about a quarterly report.</summary>
public sealed class ReportReplyMails(ProgrammeTable table, MailWriter writer)
{
    /// <summary>The acknowledgement, or the question back; and, where a colleague had handed the report in, word to both of them.</summary>
    internal async Task<IReadOnlyList<(PersonId To, MailContent Content, string Key)>> WriteAsync(
        Unit unit, PersonReply reply, ReadReply read, ReportFile before, ReportAnswerResult done, IReadOnlyList<FormItem> items, ProgrammeRegister register, CancellationToken cancellation)
    {
        Language language = reply.From.Language;
        var about = new About.Report(register.Administrations[before.Administration].Name, before.Period.Start, before.Period.End);
        ReplyReading counts = read.Reading with { Figures = [.. read.Reading.Figures.Where(figure => !done.Overtaken.Contains(figure.Code))] };
        IReadOnlyList<UnclearLine> unclear = [.. AnswerLines.Unclear(read.Reading, items, language), .. AnswerLines.Overtaken(read.Reading, done, items, language)];
        if (done.Kind == ReportAnswerKind.NothingNew)
        {
            Row<HumanTaskFile> task = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
            unit.Replace(task, task.Value with { QuestionsBack = task.Value.QuestionsBack + 1 });
            return [(reply.From.Id, new QuestionBack(about, Files(unclear, read), before.Period.Locks, MailForm.Of(items, language), writer.TaskLink), "answer")];
        }

        PersonId? colleague = done.Kind == ReportAnswerKind.Corrected && done.After.Submissions[^1].By is var earlier && earlier != reply.From.Id ? earlier : null;
        var acknowledgement = new Acknowledgement(about, AnswerLines.Understood(counts, items, language), unclear, read.Files, done.Unanswered,
            done.After.State == ReportState.Submitted, before.Period.Locks, writer.TaskLink, QuestionsOf(done, items, language), AfterColleague: colleague is { } first ? Placeholders.NameOf(first) : null);
        var mails = new List<(PersonId, MailContent, string)> { (reply.From.Id, acknowledgement, "answer") };
        if (colleague is { } other && register.People.TryGetValue(other, out Person? told))
        {
            mails.Add((other, acknowledgement with
            {
                Understood = AnswerLines.Understood(counts, items, told.Language),
                Unclear = [],
                Files = [],
                AfterColleague = null,
                ByColleague = Placeholders.NameOf(reply.From.Id),
            }, "changed"));
        }

        return mails;
    }

    /// <summary>A refused workbook is the whole answer of somebody who sent nothing else: the question back must say why.</summary>
    private static IReadOnlyList<UnclearLine> Files(IReadOnlyList<UnclearLine> unclear, ReadReply read) =>
        [.. unclear, .. read.Files.Where(file => file.Refusal is not null).Select(file => new UnclearLine(file.Name, file.Refusal!))];

    /// <summary>Without what stands under "missing" already, and without what a sensitive figure would give away.</summary>
    internal static IReadOnlyList<string> QuestionsOf(ReportAnswerResult result, IReadOnlyList<FormItem> items, Language language) =>
    [
        .. result.Questions
            .Where(question => !result.Unanswered.Contains(question.Item) && !items.Any(item => item.Sensitive && item.Code == question.Item))
            .Select(question => question.Text.In(language)),
    ];
}
