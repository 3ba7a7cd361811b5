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
    private readonly MailWriter writer = writer;
    private readonly TimeProvider clock = clock;

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
        var answer = new ParsedReply(nil is null ? new Command.Submit() : new Command.Nil(nil), reading.Figures, []);
        var page = new PageCompanion(this, link, answer, digest, cancellation);
        ReportAnswerResult? result = await reports.AnswerAsync(
            new GivenAnswer(new ReportRef(link.Report.Plan, link.Report.Period.Key), answer, linked.Person.Id, EntrySource.Page(digest))
            {
                Companion = page,
            },
            null,
            cancellation
        );
        return (
            result?.Kind ?? ReportAnswerKind.Closed,
            new LinkTaken(result?.Kind == ReportAnswerKind.Submitted ? linked.Ref.InstanceId : null, page.Mails)
        );
    }

    private async Task ForgetDraftAsync(UnitOfWork unit, LinkedTask linked, CancellationToken cancellation)
    {
        string draftKey = LinkDraft.RowKey(linked.Task.Id, linked.Person.Id);
        if (await table.FindAsync<LinkDraft>(unit.Stream, draftKey, cancellation) is { } draft)
        {
            unit.Delete(draft);
        }
    }

    /// <summary>The draft that the page had kept goes, and the acknowledgement comes.</summary>
    private sealed class PageCompanion(
        ReportLinkAnswers answers,
        ReportTaskLink link,
        ParsedReply answer,
        string digest,
        CancellationToken cancellation
    ) : IAnswerCompanion
    {
        public MailsOfStream? Mails { get; private set; }

        public async Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows)
        {
            Mails = null;
            LinkedTask linked = link.Linked;
            await answers.ForgetDraftAsync(unit, linked, cancellation);
            if (result.Kind is ReportAnswerKind.NothingNew or ReportAnswerKind.Closed)
            {
                return;
            }

            Language language = linked.Person.Language;
            var acknowledgement = new Acknowledgement(
                linked.About,
                ReportAnswerLines.Understood(result, answer, items, language),
                [],
                [],
                result.Unanswered,
                result.After.State == ReportState.Submitted,
                link.Report.Period.Locks,
                answers.writer.TaskLink,
                ReportReplyMails.QuestionsOf(result, items, language),
                Nil: ReportReplyMails.NilOf(result, answer)
            );
            int submissions = result.After.Submissions.Count;
            string key = $"{linked.Task.Id}-page-{submissions}-{digest[..12]}-{answers.clock.GetUtcNow():yyyyMMddHHmmss}";
            var mail = new NewMail(acknowledgement, linked.Person.Id, key)
            {
                Task = linked.Ref,
                Until = link.Report.Period.Locks,
                TakesReply = true,
            };
            Mails = await answers.writer.WriteAsync(unit, mail, cancellation) is { } written
                ? new MailsOfStream(unit.Stream, [written])
                : null;
        }
    }
}
