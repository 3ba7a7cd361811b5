using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>Takes a report that was filled in on the page behind a link.</summary>
public sealed class ReportLinkAnswers(ProgrammeTable table, MailWriter writer, ReportService reports, TimeProvider clock)
{
    /// <summary>Hands in the report, or corrects what was handed in; the acknowledgement goes to the registered address.</summary>
    /// <param name="nil">Why there is nothing to report; null where there is.</param>
    public async Task<(ReportAnswerKind Kind, LinkTaken Taken)> HandInAsync(
        ReportTaskLink link,
        ParsedForm reading,
        string? nil,
        string digest,
        CancellationToken cancellation
    )
    {
        LinkedTask linked = link.Linked;
        MailsOfStream? mails = null;
        Language language = linked.Person.Language;
        var answer = new ParsedReply(nil is null ? new Command.Submit() : new Command.Nil(nil), reading.Figures, []);
        string draftKey = LinkDraft.RowKey(linked.Task.Id, linked.Person.Id);
        ReportAnswerResult? result = await reports.AnswerAsync(
            new ReportRef(link.Report.Plan, link.Report.Period.Key),
            answer,
            linked.Person.Id,
            EntrySource.Page(digest),
            async (unit, done, items, _) =>
            {
                mails = null;
                if (await table.FindAsync<LinkDraft>(unit.Stream, draftKey, cancellation) is { } draft)
                {
                    unit.Delete(draft);
                }

                if (done.Kind is ReportAnswerKind.NothingNew or ReportAnswerKind.Closed)
                {
                    return;
                }

                var acknowledgement = new Acknowledgement(
                    linked.About,
                    ReportAnswerLines.Understood(done, answer, items, language),
                    [],
                    [],
                    done.Unanswered,
                    done.After.State == ReportState.Submitted,
                    link.Report.Period.Locks,
                    writer.TaskLink,
                    ReportReplyMails.QuestionsOf(done, items, language),
                    Nil: ReportReplyMails.NilOf(done, answer)
                );
                int submissions = done.After.Submissions.Count;
                string? key = await writer.WriteAsync(
                    unit,
                    new NewMail(
                        acknowledgement,
                        linked.Person.Id,
                        $"{linked.Task.Id}-page-{submissions}-{digest[..12]}-{clock.GetUtcNow():yyyyMMddHHmmss}"
                    )
                    {
                        Task = linked.Ref,
                        Until = link.Report.Period.Locks,
                        TakesReply = true,
                    },
                    cancellation
                );
                mails = key is null ? null : new MailsOfStream(unit.Stream, [key]);
            },
            cancellation
        );
        return (
            result?.Kind ?? ReportAnswerKind.Closed,
            new LinkTaken(result?.Kind == ReportAnswerKind.Submitted ? linked.Ref.InstanceId : null, mails)
        );
    }
}
