using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>Writes the mails that answer a reply about a quarterly report.</summary>
public sealed class ReportReplyMails(ProgrammeTable table, MailWriter writer, TimeProvider clock)
{
    /// <summary>The acknowledgement, or the question back. If a colleague had submitted the report, both are told.</summary>
    internal async Task<IReadOnlyList<(PersonId To, MailContent Content, string Key)>> WriteAsync(
        UnitOfWork unit,
        ReadReportReply given,
        ReportAnswerResult done,
        IReadOnlyList<FormItem> items,
        CancellationToken cancellation
    )
    {
        (TaskReply reply, ReplyWithFiles read, _, ReportRecord before, ProgrammeRegister register) = given;
        Language language = reply.From.Language;
        var about = new About.Report(register.Administrations[before.Administration].Names, before.Period.Start, before.Period.End);
        IReadOnlyList<UnclearLine> unclear =
        [
            .. AnswerLines.Unclear(read.Reading, items, language),
            .. AcknowledgementLines.Overtaken(read.Reading, done, items, language),
        ];
        if (done.Kind == ReportAnswerKind.NothingNew)
        {
            Row<HumanTaskRecord> task = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
            unit.Replace(task, task.Value with { QuestionsBack = task.Value.QuestionsBack + 1 });
            unclear = Files(unclear, read);
            unclear = unclear.Count > 0 ? unclear : FreeTextLines.NotUnderstood(reply.Message, items, language);
            var question = new QuestionBack(about, unclear, before.Period.Locks, MailForm.Of(items, language), writer.TaskLink);
            return [(reply.From.Id, question, "answer")];
        }

        return Acknowledge(given, done, items, about, unclear);
    }

    private List<(PersonId, MailContent, string)> Acknowledge(
        ReadReportReply given,
        ReportAnswerResult done,
        IReadOnlyList<FormItem> items,
        About.Report about,
        IReadOnlyList<UnclearLine> unclear
    )
    {
        (TaskReply reply, ReplyWithFiles read, _, ReportRecord before, ProgrammeRegister register) = given;
        Language language = reply.From.Language;
        ParsedReply counts = read.Reading with
        {
            Figures = [.. read.Reading.Figures.Where(figure => !done.Overtaken.Contains(figure.Code))],
        };
        PersonId? colleague = ColleagueCopy.ColleagueOf(done, reply.From.Id);
        var acknowledgement = new Acknowledgement(
            about,
            AcknowledgementLines.Understood(done, counts, items, language),
            unclear,
            read.Files,
            done.Unanswered,
            done.After.State == ReportState.Submitted,
            before.Period.Locks,
            writer.TaskLink,
            QuestionsOf(done, items, language),
            AfterColleague: colleague is { } earlier ? Placeholders.NameOf(earlier) : null,
            Nil: NilOf(done, read.Reading)
        )
        {
            Kept = AnswerLines.Kept(read.Reading),
        };
        List<(PersonId, MailContent, string)> mails = [(reply.From.Id, acknowledgement, "answer")];
        DateOnly today = clock.UtcToday();
        if (colleague is { } other && register.StillOf(before.Administration, [other], today).Any())
        {
            Person first = register.People[other];
            mails.Add((other, ColleagueCopy.Of(acknowledgement, (done, counts, items), first, reply.From.Id, (writer, today)), "changed"));
        }

        return mails;
    }

    /// <summary>Says why files were refused. For a sender who sent nothing but a workbook, the question back must say so.</summary>
    private static IReadOnlyList<UnclearLine> Files(IReadOnlyList<UnclearLine> unclear, ReplyWithFiles read) =>
        [.. read.Files.Where(file => file.Refusal is not null).Select(file => new UnclearLine(file.Name, file.Refusal!)), .. unclear];

    /// <summary>What a nil return was taken to mean.</summary>
    internal static NilReturn? NilOf(ReportAnswerResult done, ParsedReply reading) =>
        (done.Kind, reading.Command) is (ReportAnswerKind.Submitted, Command.Nil nil)
            ? new NilReturn(
                nil.Reason,
                [
                    .. done
                        .After.Entries.Values.Where(entry => entry.MissingReason == nil.Reason)
                        .Select(entry => entry.Item)
                        .Order(CodeOrder.Instance),
                ]
            )
            : null;

    /// <summary>Leaves out what is listed under "missing", and whatever would reveal a sensitive figure.</summary>
    internal static IReadOnlyList<string> QuestionsOf(ReportAnswerResult result, IReadOnlyList<FormItem> items, Language language) =>
        [
            .. ReportQuestions
                .ToReporter(result.Questions, result.Unanswered, items, confidentialToo: false)
                .Select(question => question.Text.In(language)),
        ];
}
