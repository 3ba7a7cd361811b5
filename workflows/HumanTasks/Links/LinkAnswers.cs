using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.ActionPlans.Drafting;
using ACip.Workflows.ActionPlans.Lifecycle;
using ACip.Workflows.Audit;
using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Replies;
using ACip.Workflows.QuarterlyReports.Tasks;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Storage;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What people do on the page behind a link: draft, ask for a code, hand in.</summary>
public sealed class LinkAnswers(ProgrammeTable table, TokenIndex tokens, MailWriter writer, ReportService reports, PlanService plans, TimeProvider clock)
{
    /// <summary>Keeps what was typed. Says nothing to anybody: a draft is nobody's word yet.</summary>
    public Task<LinkDraft> KeepDraftAsync(TaskLink.Figures link, IReadOnlyDictionary<string, string> fields, bool confirmed, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        string key = LinkDraft.RowKey(link.Linked.Task.Id, link.Linked.Person.Id);
        Row<LinkDraft>? before = await table.FindAsync<LinkDraft>(link.Linked.Ref.Stream, key, cancellation);
        if (before is not null && Digest(before.Value.Fields) == Digest(fields))
        {
            return ((UnitOfWork?)null, before.Value);
        }

        var draft = new LinkDraft(fields, clock.GetUtcNow(), confirmed);
        return (new UnitOfWork(link.Linked.Ref.Stream).Put(key, before, draft), draft);
    }, cancellation);

    /// <summary>Names what was typed, so that what is handed in after a code is what the person saw before it.</summary>
    public static string Digest(IReadOnlyDictionary<string, string> fields)
    {
        var text = new StringBuilder();
        foreach ((string name, string value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append('\0').Append(value).Append('\0');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..24];
    }

    /// <param name="another">False: a code that was mailed and still works is enough.</param>
    public Task<CodeAsked> AskCodeAsync(LinkedTask linked, bool another, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        DateTimeOffset now = clock.GetUtcNow();
        string rowKey = CodesAsked.RowKey(linked.Task.Id, linked.Person.Id);
        Row<CodesAsked>? row = await table.FindAsync<CodesAsked>(linked.Ref.Stream, rowKey, cancellation);
        if (!another && row is not null && row.Value.IsLive(now))
        {
            return ((UnitOfWork?)null, new CodeAsked(true, null));
        }

        if (!OneTimeCodes.MayAskAgain(row?.Value, now))
        {
            return (null, new CodeAsked(false, null));
        }

        int number = (row?.Value.Number ?? 0) + 1;
        var unit = new UnitOfWork(linked.Ref.Stream);
        unit.Put(rowKey, row, new CodesAsked(number, [.. (row?.Value.At ?? []).TakeLast(OneTimeCodes.MostInADay - 1), now], 0, false));
        string key = (await writer.WriteCodeAsync(unit, linked.Ref.Task, linked.Person.Id, number, now + OneTimeCodes.Valid, cancellation))!;
        return (unit, new CodeAsked(true, new MailsOfStream(unit.Stream, [key])));
    }, cancellation);

    public Task<CodeChecked> CheckCodeAsync(LinkedTask linked, string? typed, CancellationToken cancellation) => table.DecideAsync(async () =>
    {
        Row<CodesAsked>? row = await table.FindAsync<CodesAsked>(linked.Ref.Stream, CodesAsked.RowKey(linked.Task.Id, linked.Person.Id), cancellation);
        if (row is null || !row.Value.IsLive(clock.GetUtcNow()))
        {
            return ((UnitOfWork?)null, new CodeChecked(false, 0));
        }

        var unit = new UnitOfWork(linked.Ref.Stream);
        if (OneTimeCodes.Matches(OneTimeCodes.Of(tokens.Secret, linked.Task.Id, linked.Person.Id, row.Value.Number), typed))
        {
            unit.Replace(row, row.Value with { Used = true }).Record(new AuditEntry(AuditKind.SenderConfirmed, linked.Task.Id.Value, linked.Person.Id, "one-time-code"));
            return (unit, new CodeChecked(true, 0));
        }

        unit.Replace(row, row.Value with { Tries = row.Value.Tries + 1 });
        return (unit, new CodeChecked(false, OneTimeCodes.MostTries - row.Value.Tries - 1));
    }, cancellation);

    /// <summary>Hands in the report, or corrects what was handed in; the acknowledgement goes to the registered address.</summary>
    /// <param name="nil">Why there is nothing to report; null where there is.</param>
    public async Task<LinkTaken> HandInAsync(TaskLink.Figures link, ParsedForm reading, string? nil, string digest, CancellationToken cancellation)
    {
        LinkedTask linked = link.Linked;
        MailsOfStream? mails = null;
        Language language = linked.Person.Language;
        var answer = new ParsedReply(nil is null ? new Command.Submit() : new Command.Nil(nil), reading.Figures, []);
        string draftKey = LinkDraft.RowKey(linked.Task.Id, linked.Person.Id);
        ReportAnswerResult? result = await reports.AnswerAsync(new ReportRef(link.Report.Plan, link.Report.Period.Key), answer, linked.Person.Id, $"page:{digest}", async (unit, done, items, _) =>
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

            var acknowledgement = new Acknowledgement(linked.About, AnswerLines.Understood(done, answer, items, language), [], [], done.Unanswered,
                done.After.State == ReportState.Submitted, link.Report.Period.Locks, writer.TaskLink, ReportReplyMails.QuestionsOf(done, items, language), Nil: ReportReplyMails.NilOf(done, answer));
            int submissions = done.After.Submissions.Count;
            string? key = await writer.WriteAsync(unit, acknowledgement, linked.Person.Id, $"{linked.Task.Id}-page-{submissions}-{digest[..12]}-{clock.GetUtcNow():yyyyMMddHHmmss}", linked.Ref, link.Report.Period.Locks, true, null, cancellation);
            mails = key is null ? null : new MailsOfStream(unit.Stream, [key]);
        }, cancellation);
        return new LinkTaken(result?.Kind ?? ReportAnswerKind.Closed, result?.Kind == ReportAnswerKind.Submitted ? linked.Ref.InstanceId : null, mails);
    }

    public async Task<LinkTaken> HandInAsync(TaskLink.Drafting link, CancellationToken cancellation)
    {
        LinkedTask linked = link.Linked;
        MailsOfStream? mails = null;
        CommandResult result = await plans.SubmitAsync(link.Draft.Id, linked.Person.Id, "page:link", async (unit, standing) =>
        {
            string? key = await writer.WriteAsync(unit, DraftAnswerLines.HandedIn((About.Plan)linked.About, standing, linked.Person.Language), linked.Person.Id, $"{linked.Task.Id}-page-submitted", linked.Ref, linked.Task.Expires, true, null, cancellation);
            mails = key is null ? null : new MailsOfStream(unit.Stream, [key]);
        }, cancellation);
        return result is CommandResult.Recorded ? new LinkTaken(ReportAnswerKind.Submitted, linked.Ref.InstanceId, mails) : new LinkTaken(ReportAnswerKind.Closed, null, null);
    }

    public bool Knows(Person person, string? mark) => KnownBrowser.IsGenuine(tokens.Secret, person, mark, clock.GetUtcNow());

    /// <returns>Name and value of the cookie by which this browser is known from now on.</returns>
    public (string Name, string Value) Remember(Person person) => (KnownBrowser.CookieOf(tokens.Secret, person), KnownBrowser.Mark(tokens.Secret, person, clock.GetUtcNow()));

    public string CookieOf(Person person) => KnownBrowser.CookieOf(tokens.Secret, person);
}

/// <param name="Possible">False: too many were asked for in a day.</param>
/// <param name="Mails">To be sent; null where the last code still works.</param>
public sealed record CodeAsked(bool Possible, MailsOfStream? Mails);

/// <param name="TriesLeft">0 and not right: this code works no more.</param>
public sealed record CodeChecked(bool Right, int TriesLeft);

/// <param name="Wake">Instance that waits for it, or null.</param>
public sealed record LinkTaken(ReportAnswerKind Kind, string? Wake, MailsOfStream? Mails);
