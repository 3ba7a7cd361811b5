using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Notices;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using ACip.Workflows.Telemetry;
using ACip.Workflows.Time;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;

namespace ACip.Workflows.Messaging.Outbox;

/// <summary>Writes mails into the unit of work of their cause.</summary>
public sealed class MailWriter(
    ProgrammeDirectory directory,
    TokenIndex tokens,
    OutboxIndex outbox,
    RecentMails recent,
    IOptions<MailOptions> options,
    TimeProvider clock
)
{
    private const int MostCovers = 6000;

    /// <summary>The page behind a task's mails; the token is filled in when the mail is sent.</summary>
    public Uri TaskLink => new($"{options.Value.PublicUrl}/tasks/{Placeholders.LinkToken}");

    public Uri Page(string path) => new($"{options.Value.PublicUrl}/{path}");

    /// <summary>A one-time code for a task's page.</summary>
    public Task<string?> WriteCodeAsync(
        UnitOfWork unit,
        TaskId task,
        PersonId to,
        int number,
        DateTimeOffset until,
        CancellationToken cancellation
    ) =>
        WriteAsync(
            unit,
            new NewMail(new OneTimeCode(Placeholders.Code, until), to, $"{task}-code-{to}-{number}")
            {
                Task = new TaskRef(unit.Stream, task),
                Code = number,
            },
            cancellation
        );

    /// <returns>The key, for the workflow that sends it; null where the person is gone.</returns>
    public async Task<string?> WriteAsync(UnitOfWork unit, NewMail mail, CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadForAsync(known => known.People.ContainsKey(mail.To), cancellation);
        return register.People.TryGetValue(mail.To, out Person? person) ? await WriteAsync(unit, mail, person, register) : null;
    }

    /// <summary>The same content to several people.</summary>
    /// <param name="key">Of the cause; each person's mail has it with their id.</param>
    internal Task<MailsOfStream?> WriteAllAsync(
        UnitOfWork unit,
        MailContent content,
        IEnumerable<PersonId> people,
        string key,
        CancellationToken cancellation
    ) => WriteAllAsync(unit, people.Select(to => new NewMail(content, to, $"{key}-{to}")), cancellation);

    /// <returns>What was written, for whoever sends it; null where there was nobody to write to.</returns>
    internal async Task<MailsOfStream?> WriteAllAsync(UnitOfWork unit, IEnumerable<NewMail> mails, CancellationToken cancellation)
    {
        var keys = new List<string>();
        foreach (NewMail mail in mails)
        {
            if (await WriteAsync(unit, mail, cancellation) is { } key)
            {
                keys.Add(key);
            }
        }

        return keys.Count == 0 ? null : new MailsOfStream(unit.Stream, keys);
    }

    /// <summary>For a recipient who may be registered only by this unit's commit.</summary>
    internal async Task<string?> WriteAsync(UnitOfWork unit, NewMail mail, Person to, CancellationToken cancellation) =>
        await WriteAsync(unit, mail, to, await directory.ReadAsync(cancellation));

    private async Task<string?> WriteAsync(UnitOfWork unit, NewMail wanted, Person person, ProgrammeRegister register)
    {
        (MailContent content, PersonId to, string key) = wanted;
        TaskRef? task = wanted.Task;
        MailMessage mail = await MailRendering.RenderAsync(content, FrameOf(wanted, person, register));
        DateTimeOffset now = clock.GetUtcNow();
        bool held = NoticeCanWait.Until(content.ReadBy, NoticePaces.Of(person, DateOnly.FromDateTime(now.UtcDateTime)), now);
        unit.Add(
            OutgoingMail.RowKey(key),
            new OutgoingMail(
                key,
                to,
                mail.Kind,
                mail.Language,
                task?.Task,
                wanted.TakesReply,
                mail.Subject,
                mail.Text,
                mail.Html,
                mail.Headers,
                ArgsOf(mail, content, unit.Stream),
                held ? OutgoingState.Held : OutgoingState.Waiting,
                now,
                CodeNumber: wanted.Code,
                Attachments: wanted.Attachments,
                Digest: held ? mail.InShort : null,
                Trace: Tracing.Here
            )
        );
        IEnumerable<TableEntity> ways = task is not null && wanted.Until is { } end ? tokens.Rows(task, to, end) : [];
        unit.IndexFirst(
            outbox.Rows,
            [.. ways, held ? OutboxIndex.HeldNote(to, unit.Stream, key, now) : OutboxIndex.Note(unit.Stream, key, now)]
        );
        recent.Wrote(new MailRef(unit.Stream, key), unit);
        return key;
    }

    private MailFrame FrameOf(NewMail mail, Person person, ProgrammeRegister register) =>
        new(
            person with
            {
                Name = Placeholders.Name,
            },
            mail.Key,
            options.Value.Domain,
            ZoneOf(person, register),
            ContactOf(person, register),
            null,
            mail.Task?.Task.Value,
            mail.InReplyTo,
            register.Fictional
        );

    private static Dictionary<string, string> ArgsOf(MailMessage mail, MailContent content, StreamId stream)
    {
        var args = new Dictionary<string, string>(mail.CustomArgs) { ["stream"] = stream.Value };
        if (content is Digest digest)
        {
            args["covers"] = Short(digest.Covers);
        }

        return args;
    }

    /// <summary>The mail service accepts some ten thousand characters of arguments.</summary>
    private static string Short(IReadOnlyList<string> covers)
    {
        string all = string.Join(' ', covers);
        return all.Length <= MostCovers ? all : all[..all.LastIndexOf(' ', MostCovers)];
    }

    private MailContact ContactOf(Person person, ProgrammeRegister register) =>
        ProgrammeContact.For(register, person.Id, clock.UtcToday()) is { } contact
            ? new MailContact(Placeholders.NameOf(contact.Id), Placeholders.AddressOf(contact.Id))
            : new MailContact(options.Value.FromName, options.Value.FromAddress);

    private static string ZoneOf(Person person, ProgrammeRegister register) =>
        person.Roles.Select(role => role.Administration).FirstOrDefault(id => id is not null) is { } administration
        && register.Administrations.TryGetValue(administration, out Administration? home)
            ? home.TimeZone
            : ProgrammeZone.Name;
}
