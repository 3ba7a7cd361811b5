using System.Collections.Concurrent;
using ACip.Workflows.Audit;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Outbox;
using ACip.Workflows.Messaging.Received;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks.Answers;

/// <summary>All messages received, whether stored with the task that they answer or in the Secretariat's inbox, and the mails sent in
/// reply.</summary>
/// <param name="others">Streams beside those of plans and agreements.</param>
/// <param name="places">The same: where somebody is asked at the moment.</param>
public sealed class ReceivedMails(
    ProgrammeTable table,
    ProgrammeDirectory directory,
    ReceivedMailStore store,
    IEnumerable<IAuditedStreams> others,
    IEnumerable<ITaskPlaces> places
)
{
    private const int AtOnce = 16;

    /// <summary>Newest first. A message stored in both places is listed once, as the inbox has it, with the replies from both.</summary>
    public async Task<IReadOnlyList<MailWithAnswers>> ListAsync(CancellationToken cancellation) =>
        [
            .. (
                await ReadAsync(
                    async (stream, stop) =>
                        (await table.ListAsync<ReceivedMail>(stream, ReceivedMail.Prefix, stop)).Select(row => row.Value),
                    cancellation
                )
            )
                .OrderByDescending(one => one.Mail.At)
                .ThenBy(one => one.Mail.MessageKey, StringComparer.Ordinal),
        ];

    /// <returns>Null where there is no such message.</returns>
    public async Task<MailWithAnswers?> FindAsync(string key, CancellationToken cancellation) =>
        key.Length is 40 or 64 && key.All(char.IsAsciiHexDigitLower)
            ? (
                await ReadAsync(
                    async (stream, stop) =>
                        await table.FindAsync<ReceivedMail>(stream, ReceivedMail.RowKey(key), stop) is { } row ? [row.Value] : [],
                    cancellation
                )
            ).FirstOrDefault()
            : null;

    private async Task<IReadOnlyList<MailWithAnswers>> ReadAsync(
        Func<StreamId, CancellationToken, Task<IEnumerable<ReceivedMail>>> read,
        CancellationToken cancellation
    )
    {
        StreamId[] streams = await StreamsAsync(cancellation);
        var mails = new ConcurrentDictionary<StreamId, IEnumerable<ReceivedMail>>();
        await Parallel.ForEachAsync(
            streams,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (stream, stop) => mails[stream] = await read(stream, stop)
        );
        return
        [
            .. streams
                .SelectMany(stream => mails[stream].Select(mail => (Stream: stream, Mail: mail)))
                .GroupBy(one => one.Mail.MessageKey)
                .Select(same => new MailWithAnswers(
                    same.First().Stream,
                    same.First().Mail,
                    [
                        .. same.SelectMany(one => one.Mail.Taken.Mails)
                            .Where(mails => mails.Stream != StreamId.Inbox || same.First().Mail.Person is not null),
                    ]
                )),
        ];
    }

    /// <summary>Wherever a reply may have been taken; the inbox first.</summary>
    private async Task<StreamId[]> StreamsAsync(CancellationToken cancellation)
    {
        ProgrammeRegister register = await directory.ReadAsync(cancellation);
        List<StreamId> streams =
        [
            StreamId.Inbox,
            .. register.Plans.Keys.Select(StreamId.Of),
            .. register.Agreements.Keys.Select(StreamId.Of),
            .. await OpenTasks.StreamsAsync(places, cancellation),
        ];
        foreach (IAuditedStreams kept in others)
        {
            streams.AddRange((await kept.FindAsync(cancellation)).Select(one => one.Id));
        }

        return [.. streams.Distinct()];
    }

    /// <returns>Null where it cannot be read, or is gone by its retention time.</returns>
    public async Task<InboundMessage?> ReadAsync(ReceivedMail mail, CancellationToken cancellation) =>
        (await store.FindMessageAsync(mail.Blob, cancellation))?.Message;

    /// <summary>As far as lists show it: who wrote, and about what.</summary>
    public Task<InboundMessage?> ReadHeadAsync(ReceivedMail mail, CancellationToken cancellation) =>
        store.FindHeadAsync(mail.Blob, cancellation);

    /// <summary>Mails sent in reply to the sender and others concerned. Alerts to the Secretariat are not included.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> AnswersAsync(MailWithAnswers mail, CancellationToken cancellation)
    {
        IReadOnlyDictionary<PersonId, Person> people = (await directory.ReadAsync(cancellation)).People;
        var answers = new List<OutgoingMail>();
        foreach ((StreamId stream, string key) in mail.Answers.SelectMany(mails => mails.Keys.Select(key => (mails.Stream, key))))
        {
            if (
                await table.FindAsync<OutgoingMail>(stream, OutgoingMail.RowKey(key), cancellation) is
                { Value: { Kind: not MailKind.NeedsPerson } answer }
            )
            {
                answers.Add(Placeholders.Shown(answer, people));
            }
        }

        return answers;
    }
}

/// <param name="Stream">Where its row stands.</param>
/// <param name="Answers">Mails that it brought about.</param>
public sealed record MailWithAnswers(StreamId Stream, ReceivedMail Mail, IReadOnlyList<MailsOfStream> Answers)
{
    /// <summary>True for a message in quarantine: a person decides, or has decided, what becomes of it.</summary>
    public bool IsAside => Stream == StreamId.Inbox;
}
