using System.Security.Cryptography;
using System.Text;
using ACip.Workflows.Audit;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Tokens;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Links;

/// <summary>What people can do on any page behind a link: save a draft, request a code, be remembered. The capability that asked takes
/// what they submit.</summary>
public sealed class LinkAnswers(ProgrammeTable table, TokenIndex tokens, MailWriter writer, TimeProvider clock)
{
    /// <summary>Saves what was typed and tells nobody: a draft is not an answer.</summary>
    public Task<LinkDraft> KeepDraftAsync(
        LinkedTask linked,
        IReadOnlyDictionary<string, string> fields,
        bool confirmed,
        CancellationToken cancellation
    ) =>
        table.DecideAsync(
            async () =>
            {
                string key = LinkDraft.RowKey(linked.Task.Id, linked.Person.Id);
                Row<LinkDraft>? before = await table.FindAsync<LinkDraft>(linked.Ref.Stream, key, cancellation);
                if (before is not null && Digest(before.Value.Fields) == Digest(fields))
                {
                    return ((UnitOfWork?)null, before.Value);
                }

                var draft = new LinkDraft(fields, clock.GetUtcNow(), confirmed);
                return (new UnitOfWork(linked.Ref.Stream).Put(key, before, draft), draft);
            },
            cancellation
        );

    /// <summary>A digest of what was typed, which ensures that what is submitted after entering a code is what the person saw
    /// before.</summary>
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
    public Task<CodeAsked> AskCodeAsync(LinkedTask linked, bool another, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
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
                unit.Put(
                    rowKey,
                    row,
                    new CodesAsked(number, [.. (row?.Value.At ?? []).TakeLast(OneTimeCodes.MostInADay - 1), now], 0, false)
                );
                string key = (
                    await writer.WriteCodeAsync(unit, linked.Ref.Task, linked.Person.Id, number, now + OneTimeCodes.Valid, cancellation)
                )!;
                return (unit, new CodeAsked(true, new MailsOfStream(unit.Stream, [key])));
            },
            cancellation
        );

    public Task<CodeChecked> CheckCodeAsync(LinkedTask linked, string? typed, CancellationToken cancellation) =>
        table.DecideAsync(
            async () =>
            {
                Row<CodesAsked>? row = await table.FindAsync<CodesAsked>(
                    linked.Ref.Stream,
                    CodesAsked.RowKey(linked.Task.Id, linked.Person.Id),
                    cancellation
                );
                if (row is null || !row.Value.IsLive(clock.GetUtcNow()))
                {
                    return ((UnitOfWork?)null, new CodeChecked(false, 0));
                }

                var unit = new UnitOfWork(linked.Ref.Stream);
                if (OneTimeCodes.Matches(OneTimeCodes.Of(tokens.Secret, linked.Task.Id, linked.Person.Id, row.Value.Number), typed))
                {
                    unit.Replace(row, row.Value with { Used = true })
                        .Record(new AuditEntry(AuditKind.SenderConfirmed, linked.Task.Id.Value, linked.Person.Id, "one-time-code"));
                    return (unit, new CodeChecked(true, 0));
                }

                unit.Replace(row, row.Value with { Tries = row.Value.Tries + 1 });
                return (unit, new CodeChecked(false, OneTimeCodes.MostTries - row.Value.Tries - 1));
            },
            cancellation
        );

    public bool Knows(Person person, string? mark) => KnownBrowser.IsGenuine(tokens.Secret, person, mark, clock.GetUtcNow());

    /// <returns>Name and value of the cookie by which this browser is known from now on.</returns>
    public (string Name, string Value) Remember(Person person) =>
        (KnownBrowser.CookieOf(tokens.Secret, person), KnownBrowser.Mark(tokens.Secret, person, clock.GetUtcNow()));

    public string CookieOf(Person person) => KnownBrowser.CookieOf(tokens.Secret, person);
}

/// <param name="Possible">False: too many were asked for in a day.</param>
/// <param name="Mails">To be sent; null where the last code still works.</param>
public sealed record CodeAsked(bool Possible, MailsOfStream? Mails);

/// <param name="TriesLeft">0 and not right: this code works no more.</param>
public sealed record CodeChecked(bool Right, int TriesLeft);

/// <param name="Wake">Instance that waits for it, or null.</param>
/// <param name="Mails">To be sent; null where there are none.</param>
public sealed record LinkTaken(string? Wake, MailsOfStream? Mails)
{
    public static LinkTaken Nothing { get; } = new(null, null);
}
