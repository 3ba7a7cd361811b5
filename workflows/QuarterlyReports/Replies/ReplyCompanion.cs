using ACip.Workflows.HumanTasks.Answers;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.QuarterlyReports.Workbook;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;

namespace ACip.Workflows.QuarterlyReports.Replies;

/// <summary>A reply together with what was read in it.</summary>
/// <param name="Comment">What it says to people rather than to the form.</param>
internal sealed record ReadReportReply(
    TaskReply Reply,
    ReplyWithFiles Read,
    ReportComment? Comment,
    ReportRecord Report,
    ProgrammeRegister Register
)
{
    /// <summary>Tasks that start because of the reply.</summary>
    public IReadOnlyList<TaskRef> Begins { get; init; } = [];

    /// <summary>True: who said the comment is told that it was passed on, unless an acknowledgement says so.</summary>
    public bool Confirm { get; init; }

    /// <summary>Mails about its requests that are already written; null if there are none.</summary>
    public MailsOfStream? Told { get; init; }
}

/// <summary>Commits what a reply brings besides figures: files, words, and the mails that answer it.</summary>
public sealed class ReplyCompanions(CommentService comments, EvidenceService evidence, ReportReplyMails mails, ReplyEnding ending)
{
    /// <summary>Stores the files at once, so that no row names a file that is missing.</summary>
    internal async Task<ReplyCompanion> OfAsync(ReadReportReply reply, CancellationToken cancellation)
    {
        await evidence.StoreAsync(reply.Read.Kept, cancellation);
        return new ReplyCompanion(this, reply, cancellation);
    }

    internal async Task<MailTaken> AddAsync(
        UnitOfWork unit,
        ReadReportReply given,
        ReportAnswerResult done,
        (IReadOnlyList<FormItem> Items, FoundRows Rows) seen,
        CancellationToken cancellation
    )
    {
        (TaskReply reply, ReplyWithFiles read, ReportComment? comment, ReportRecord report, _) = given;
        bool confirm = given.Confirm && done.Kind == ReportAnswerKind.NothingNew;
        MailsOfStream? told = comment is null ? null : (await comments.AddAsync(unit, done.After, comment, confirm, cancellation)).Told;
        if (comment is null && done.Kind != ReportAnswerKind.NothingNew && read.Reading.Narrative is { Length: > 0 } words)
        {
            // what is neither figure nor courtesy is kept with the report, as it was written
            var kept = new ReportComment("", TextBounds.FitComment(words), reply.From.Id, reply.At, reply.Source);
            await comments.AddAsync(unit, done.After, kept, false, cancellation, tell: false);
        }

        await evidence.RecordAsync(unit, read.Kept, done.After, read.Reading.Figures, reply.From.Id, reply.Source, cancellation);
        return await ending.FinishAsync(
            unit,
            reply,
            new ReplyResult(
                await mails.WriteAsync(unit, given, done, seen.Items, cancellation),
                done.Kind == ReportAnswerKind.Submitted,
                report.Period.Locks
            )
            {
                Told = MailsOfStream.Together(MailsOfStream.Together(given.Told, told), done.Told),
                Begins = given.Begins,
            },
            seen.Rows.Find<ReceivedMail>(ReceivedMail.RowKey(reply.Decision.Key)),
            cancellation
        );
    }
}

/// <summary>What is committed together with a reply's answer.</summary>
internal sealed class ReplyCompanion(ReplyCompanions companions, ReadReportReply given, CancellationToken cancellation) : IAnswerCompanion
{
    private readonly string received = ReceivedMail.RowKey(given.Reply.Decision.Key);

    public MailTaken Taken { get; private set; } = MailTaken.Nothing;

    public IReadOnlyList<string> Keys => [received];

    /// <summary>True if this run committed it without receiving the confirmation, or another delivery of the same message was
    /// processed.</summary>
    public bool WasTaken(FoundRows rows)
    {
        ReceivedMail? before = rows.Find<ReceivedMail>(received)?.Value;
        Taken = before?.Blob == given.Reply.Blob ? before.Taken : MailTaken.Nothing;
        return before is { State: not QuarantineState.Waiting };
    }

    public ReportAnswerResult Complete(ReportAnswerResult result) => EvidenceLinks.Attach(result, given.Read);

    public async Task AddAsync(UnitOfWork unit, ReportAnswerResult result, IReadOnlyList<FormItem> items, FoundRows rows) =>
        Taken =
            result.Kind == ReportAnswerKind.Closed
                ? MailTaken.Nothing
                : await companions.AddAsync(unit, given, result, (items, rows), cancellation);
}
