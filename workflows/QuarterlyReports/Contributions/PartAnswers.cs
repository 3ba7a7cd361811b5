using ACip.Workflows.HumanTasks;
using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Contributions;

/// <summary>What follows from an answer to a part: its task ends when the part is complete, and the contributor and the coordinators are
/// told.</summary>
public sealed class PartAnswers(
    ProgrammeTable table,
    ContributionMails mails,
    CommentService comments,
    EvidenceService evidence,
    MailWriter writer,
    ReplyEnding ending
)
{
    internal Uri TaskLink => writer.TaskLink;

    internal Task<AnswerTaken> LeaveAsync(TaskReply reply, string reason, CancellationToken cancellation) =>
        ending.LeaveAsync(reply, reason, cancellation);

    /// <summary>Notifies the coordinators.</summary>
    /// <param name="said">Codes that were answered just now, words beside them, and what names the answer.</param>
    /// <returns>Also the task, where nothing of the part is missing any more and it has ended.</returns>
    internal async Task<(TaskRef? Ended, MailsOfStream? Told)> FollowAsync(
        UnitOfWork unit,
        ReportRecord after,
        AssignedPart part,
        (IReadOnlyList<string> Given, string? Words, string Key) said,
        CancellationToken cancellation
    )
    {
        TaskRef? ended = ContributionRules.Missing(after, part).Count > 0 ? null : ContributionTasks.Of(after, part.Number);
        return (ended, await mails.CameInAsync(unit, after, part, said, cancellation));
    }

    internal async Task<MailTaken> AddAsync(
        UnitOfWork unit,
        PartReply given,
        ReportAnswerResult done,
        FoundRows rows,
        CancellationToken cancellation
    )
    {
        (TaskReply reply, ReadPart read, AssignedPart part, ReportRecord before, _) = given;
        string? words = read.Words is { } own ? TextBounds.FitComment(own) : null;
        if (words is not null)
        {
            var comment = new ReportComment("", words, reply.From.Id, reply.At, reply.Source);
            await comments.AddAsync(unit, done.After, comment, false, cancellation, tell: false);
        }

        ReplyFigure[] figures =
        [
            .. (ContributionRules.Held(before, part.Number, read.Read.Reading)?.Figures ?? []).Where(figure =>
                done.After.Entries.GetValueOrDefault(figure.Code)?.By == reply.From.Id
            ),
        ];
        ReportRecord ofPart = OfPart(done.After, part);
        await evidence.RecordAsync(unit, read.Read.Kept, ofPart, figures, reply.From.Id, reply.Source, cancellation);
        (TaskRef? ended, MailsOfStream? told) = await FollowAsync(
            unit,
            done.After,
            part,
            ([.. figures.Select(figure => figure.Code)], words, reply.Decision.Key[..16]),
            cancellation
        );
        MailContent answer = await AnswerAsync(unit, given, done, figures, cancellation);
        return await ending.FinishAsync(
            unit,
            reply,
            new ReplyResult([(reply.From.Id, answer, "answer")], ended is not null, before.Period.Locks)
            {
                Told = MailsOfStream.Together(told, done.Told),
            },
            rows.Find<ReceivedMail>(ReceivedMail.RowKey(reply.Decision.Key)),
            cancellation
        );
    }

    /// <summary>The acknowledgement for a part, whether answered by mail or page.</summary>
    /// <param name="understood">What counts.</param>
    internal Acknowledgement Acknowledge(
        About.Report about,
        ReportRecord after,
        AssignedPart part,
        IReadOnlyList<UnderstoodLine> understood
    ) =>
        new(about, understood, [], [], ContributionRules.Missing(after, part), Submitted: false, after.Period.Locks, writer.TaskLink)
        {
            HandedInBy = Text.Same(Placeholders.NameOf(part.By)),
        };

    /// <summary>Reduces the report to the part, so that the name of a file refers only to its items.</summary>
    internal static ReportRecord OfPart(ReportRecord report, AssignedPart part) =>
        report with
        {
            Entries = report.Entries.Where(entry => part.Items.Contains(entry.Key)).ToDictionary(),
        };

    private static Text Stands(PersonId by) => Texts.PartAnsweredByCoordinator(name: Placeholders.NameOf(by));

    private async Task<MailContent> AnswerAsync(
        UnitOfWork unit,
        PartReply given,
        ReportAnswerResult done,
        IReadOnlyList<ReplyFigure> figures,
        CancellationToken cancellation
    )
    {
        (TaskReply reply, ReadPart read, AssignedPart part, ReportRecord report, _) = given;
        Language language = reply.From.Language;
        ParsedReply reading = read.Read.Reading;
        UnclearLine[] unclear =
        [
            .. AnswerLines.Unclear(reading, read.Items, language),
            .. reading
                .Figures.Except(figures)
                .Select(figure => new UnclearLine(
                    figure.Line,
                    Stands(done.After.Entries.GetValueOrDefault(figure.Code)?.By ?? part.By).In(language),
                    read.Items.Any(item => item.Sensitive && item.Code == figure.Code)
                )),
        ];
        About.Report about = ReportTasks.About(report, given.Register);
        if (done.Kind == ReportAnswerKind.NothingNew && read.Read.Kept.Count == 0 && read.Words is null)
        {
            Row<HumanTaskRecord> task = (await TaskRows.FindAsync(table, reply.Task, cancellation))!;
            unit.Replace(task, task.Value with { QuestionsBack = task.Value.QuestionsBack + 1 });
            IReadOnlyList<UnclearLine> why =
                unclear.Length > 0 ? unclear : FreeTextLines.NotUnderstood(reply.Message, read.Items, language);
            return new QuestionBack(about, why, report.Period.Locks, MailForm.Of(read.Items, language), writer.TaskLink);
        }

        IReadOnlyList<UnderstoodLine> understood = AcknowledgementLines.Understood(
            done,
            reading with
            {
                Figures = figures,
            },
            read.Items,
            language
        );
        return Acknowledge(about, done.After, part, understood) with { Unclear = unclear, Files = read.Read.Files, Kept = read.Words };
    }
}

/// <summary>What is committed with a reply to a part.</summary>
internal sealed class PartReplyCompanion(PartAnswers answers, PartReply given, CancellationToken cancellation) : IAnswerCompanion
{
    private readonly string received = ReceivedMail.RowKey(given.Reply.Decision.Key);

    public MailTaken Taken { get; private set; } = MailTaken.Nothing;

    public IReadOnlyList<string> Keys => [received];

    public bool WasTaken(FoundRows rows)
    {
        ReceivedMail? before = rows.Find<ReceivedMail>(received)?.Value;
        Taken = before?.Blob == given.Reply.Blob ? before.Taken : MailTaken.Nothing;
        return before is { State: not QuarantineState.Waiting };
    }

    /// <summary>Files support items of the part only.</summary>
    public ReportAnswerResult Complete(ReportAnswerResult result)
    {
        ReportAnswerResult own = EvidenceLinks.Attach(
            result with
            {
                After = PartAnswers.OfPart(result.After, given.Part),
            },
            given.Read.Read
        );
        var entries = new Dictionary<string, ReportEntry>(result.After.Entries);
        foreach ((string code, ReportEntry entry) in own.After.Entries)
        {
            entries[code] = entry;
        }

        return result with
        {
            After = result.After with { Entries = entries },
            Kind = own.Kind,
        };
    }

    public async Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows) =>
        Taken =
            result.Kind == ReportAnswerKind.Closed ? MailTaken.Nothing : await answers.AddAsync(unit, given, result, rows, cancellation);
}
