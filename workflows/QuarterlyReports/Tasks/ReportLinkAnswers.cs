using ACip.Workflows.HumanTasks.Links;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Contributions;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>Takes a report filled in on the page behind a link.</summary>
public sealed class ReportLinkAnswers(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    MailWriter writer,
    ReportService reports,
    PartAnswers parts,
    TimeProvider clock
)
{
    private readonly ProgrammeDirectory directory = directory;
    private readonly ProgrammeTable table = table;
    private readonly MailWriter writer = writer;
    private readonly PartAnswers parts = parts;
    private readonly TimeProvider clock = clock;

    /// <summary>Submits the report, or corrects one already submitted. The acknowledgement goes to the registered address.</summary>
    /// <param name="nil">Why there is nothing to report; null where there is.</param>
    /// <param name="typed">A digest of what was typed, and when the report was read that it was held against; null for now.</param>
    /// <returns>Late where some of it was answered otherwise since it was read; that is not taken.</returns>
    public async Task<(ReportAnswerKind Kind, bool Late, LinkTaken Taken)> HandInAsync(
        ReportTaskLink link,
        ParsedForm reading,
        string? nil,
        (string Digest, Arrival? Read) typed,
        CancellationToken cancellation
    )
    {
        string digest = typed.Digest;
        LinkedTask linked = link.Linked;
        var answer = new ParsedReply(nil is null ? new Command.Submit() : new Command.Nil(nil), reading.Figures, []);
        var page = new PageCompanion(this, link, answer, digest, cancellation);
        ReportAnswerResult? result = await reports.AnswerAsync(
            new GivenAnswer(new ReportRef(link.Report.Plan, link.Report.Period.Key), answer, linked.Person.Id, EntrySource.Page(digest))
            {
                Companion = page,
                Part = link.Part?.Number,
                Arrived = typed.Read,
            },
            null,
            cancellation
        );
        return (
            result?.Kind ?? ReportAnswerKind.Closed,
            result is { CommandOvertaken: true } or { Overtaken.Count: > 0 },
            new LinkTaken(result?.Kind == ReportAnswerKind.Submitted || page.EndsPart ? linked.Ref.InstanceId : null, page.Mails)
        );
    }

    /// <summary>Deletes the page's saved draft and adds the acknowledgement.</summary>
    private sealed class PageCompanion(
        ReportLinkAnswers answers,
        ReportTaskLink link,
        ParsedReply answer,
        string digest,
        CancellationToken cancellation
    ) : IAnswerCompanion
    {
        public MailsOfStream? Mails { get; private set; }

        /// <summary>True once the part is complete.</summary>
        public bool EndsPart { get; private set; }

        public async Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows)
        {
            Mails = result.Told;
            LinkedTask linked = link.Linked;
            await LinkDraft.ForgetAsync(answers.table, unit, linked, cancellation);
            if (result.Kind is ReportAnswerKind.NothingNew or ReportAnswerKind.Overtaken or ReportAnswerKind.Closed)
            {
                return;
            }

            if (link.Part is { } part)
            {
                Mails = MailsOfStream.Together(Mails, await AddPartAsync(unit, result.After, part, items));
                return;
            }

            PersonId? colleague = ColleagueCopy.ColleagueOf(result, linked.Person.Id);
            Acknowledgement own = Acknowledge(result, items) with
            {
                AfterColleague = colleague is { } first ? Placeholders.NameOf(first) : null,
            };
            Mails = MailsOfStream.Together(Mails, await WriteAsync(unit, own, result.After.Submissions.Count, linked.Person.Id));
            ProgrammeRegister register = await answers.directory.ReadForAsync(link.Report.Administration, cancellation);
            DateOnly today = answers.clock.UtcToday();
            if (colleague is { } other && register.StillOf(link.Report.Administration, [other], today).Any())
            {
                Acknowledgement changed = ColleagueCopy.Of(
                    own,
                    (result, answer, items),
                    register.People[other],
                    linked.Person.Id,
                    (answers.writer, today)
                );
                Mails = MailsOfStream.Together(Mails, await WriteAsync(unit, changed, result.After.Submissions.Count, other));
            }
        }

        private Acknowledgement Acknowledge(ReportAnswerResult result, IReadOnlyList<FormItem> items) =>
            new(
                link.Linked.About,
                AcknowledgementLines.Understood(result, answer, items, link.Linked.Person.Language),
                [],
                [],
                result.Unanswered,
                result.After.State == ReportState.Submitted,
                link.Report.Period.Locks,
                answers.writer.TaskLink,
                ReportReplyMails.QuestionsOf(result, items, link.Linked.Person.Language),
                Nil: ReportReplyMails.NilOf(result, answer)
            );

        private async Task<MailsOfStream?> WriteAsync(UnitOfWork unit, Acknowledgement acknowledgement, int submissions, PersonId to)
        {
            LinkedTask linked = link.Linked;
            string key = $"{linked.Task.Id}-page-{submissions}-{digest[..12]}-{answers.clock.GetUtcNow():yyyyMMddHHmmss}",
                own = to == linked.Person.Id ? key : $"{key}-{to}";
            var mail = new NewMail(acknowledgement, to, own)
            {
                Task = acknowledgement.IsForOfficer ? null : linked.Ref,
                Until = acknowledgement.IsForOfficer ? null : link.Report.Period.Locks,
                TakesReply = !acknowledgement.IsForOfficer,
            };
            return await answers.writer.WriteAsync(unit, mail, cancellation) is { } written
                ? new MailsOfStream(unit.Stream, [written])
                : null;
        }

        private async Task<MailsOfStream?> AddPartAsync(
            UnitOfWork unit,
            ReportRecord after,
            AssignedPart part,
            IReadOnlyList<FormItem> items
        )
        {
            LinkedTask linked = link.Linked;
            ReplyFigure[] given =
            [
                .. answer.Figures.Where(figure =>
                    part.Items.Contains(figure.Code) && after.Entries.GetValueOrDefault(figure.Code)?.By == linked.Person.Id
                ),
            ];
            (TaskRef? ended, MailsOfStream? told) = await answers.parts.FollowAsync(
                unit,
                after,
                part,
                ([.. given.Select(figure => figure.Code)], null, digest[..12]),
                cancellation
            );
            EndsPart = ended is not null;
            IReadOnlyList<UnderstoodLine> understood = AcknowledgementLines.Understood(
                new ReportAnswerResult(after, ReportAnswerKind.Saved, []),
                answer with
                {
                    Figures = given,
                },
                items,
                linked.Person.Language
            );
            MailsOfStream? own = await WriteAsync(
                unit,
                answers.parts.Acknowledge((About.Report)linked.About, after, part, understood),
                after.Submissions.Count,
                linked.Person.Id
            );
            return MailsOfStream.Together(told, own);
        }
    }
}
