using ACip.Local.Clock;
using ACip.Local.Mail.Keeping;
using ACip.Local.Mail.Posting;
using ACip.Local.Mail.Replies;
using ACip.Local.Mail.Sending;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Mail;

/// <summary>Everybody's inbox, and the way back: for tests, for simulate and for the inbox page.</summary>
public sealed class LocalMailbox : IDisposable
{
    private readonly Lock accepting = new();
    private readonly KeptMails kept = new();
    private readonly Misfortunes misfortunes = new();
    private readonly List<QueuedPost> unfinished = [];
    private readonly LocalMailOptions options;
    private readonly TimeProvider clock;
    private readonly Ids ids;
    private readonly MailJournal journal;
    private readonly PostQueue posts;
    private readonly DeliveryStory story;
    private TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LocalMailbox(LocalMailOptions options, TimeProvider clock, Busy busy, ILogger<LocalMailbox> log)
    {
        this.options = options;
        this.clock = clock;
        ids = new Ids(options.Seed);
        (journal, IReadOnlyList<JournalLine> before) = MailJournal.Open(options.DataFolder);
        posts = new PostQueue(options, clock, busy, journal, log);
        story = new DeliveryStory(new EventWriter(ids));
        Recall(before);
    }

    /// <summary>Key that received mail is verified with: SubjectPublicKeyInfo, base64, as SendGrid shows it.</summary>
    public string InboundPublicKey => posts.InboundPublicKey;

    /// <summary>Key that delivery events are verified with; the form is the same.</summary>
    public string EventPublicKey => posts.EventKey.PublicKey;

    /// <summary>Number of the newest message; 0 if there is none.</summary>
    public long Newest => kept.Newest;

    /// <summary>What was posted to the inbound address, or waits to be, in order.</summary>
    public IReadOnlyList<Delivery> Received => [.. posts.Deliveries(PostKind.Inbound)];

    /// <summary>What was posted to the event address, or waits to be, in order.</summary>
    public IReadOnlyList<Delivery> PostedEvents => [.. posts.Deliveries(PostKind.Events)];

    /// <summary>Messages in the order of their numbers.</summary>
    /// <param name="to">Only this person's, by address.</param>
    /// <param name="after">Only those with a greater number.</param>
    public IReadOnlyList<LocalMessage> List(string? to = null, long after = 0) => kept.List(to, after);

    public LocalMessage? Find(string id) => kept.Find(id);

    /// <summary>Delivery events of a message, oldest first; some may lie in the future.</summary>
    public IReadOnlyList<DeliveryEvent> EventsOf(string id) => kept.EventsOf(id);

    /// <summary>Everybody who was ever written to, and how many messages they have; by address.</summary>
    public IReadOnlyList<(MailAddress Who, int Messages)> People() => kept.People();

    /// <summary>The first message after <paramref name="after"/> that matches, waiting for it if it has not come yet.</summary>
    public async Task<LocalMessage> NextAsync(Func<LocalMessage, bool> wanted, long after = 0, CancellationToken cancellation = default)
    {
        while (true)
        {
            Task more = Volatile.Read(ref arrived).Task;
            foreach (LocalMessage message in List(after: after))
            {
                if (wanted(message))
                {
                    return message;
                }

                after = message.Number;
            }

            await more.WaitAsync(cancellation);
        }
    }

    /// <summary>Answers a message as its reader's mail program would.</summary>
    /// <returns>After the first attempt to hand it to the application; at once if the reply is to be late.</returns>
    /// <exception cref="KeyNotFoundException">No such message.</exception>
    public Task<Delivery> ReplyAsync(string id, InboundReply reply) => DeliverAsync(Compose(id, reply), reply.Handover);

    /// <summary>The mail that <see cref="ReplyAsync"/> would hand over.</summary>
    /// <exception cref="KeyNotFoundException">No such message.</exception>
    public InboundMail Compose(string id, InboundReply reply) =>
        Compose(Find(id) ?? throw new KeyNotFoundException($"There is no message {id}."), reply);

    /// <summary>The same for a message that its reader has, wherever it was sent from.</summary>
    public InboundMail Compose(LocalMessage message, InboundReply reply) =>
        ReplyWriter.Write(
            message,
            reply,
            clock.GetUtcNow(),
            ids.New("reply", $"{message.Id}\n{reply.Text}\n{reply.QuotedText}\n{reply.From}")
        );

    /// <summary>Hands any mail to the application, a stranger's for instance.</summary>
    /// <returns>As <see cref="ReplyAsync"/>; of several copies, the last.</returns>
    public async Task<Delivery> DeliverAsync(InboundMail mail, Handover? how = null)
    {
        how ??= new Handover();
        string about = mail.MessageId ?? "";
        if (
            options.ReplyDomain is { } domain
            && !mail.EnvelopeTo.Any(to => new MailAddress(to).Domain.Equals(domain, StringComparison.OrdinalIgnoreCase))
        )
        {
            return new Delivery("", about, PostState.NotRouted, []);
        }

        (string contentType, byte[] body) = InboundForm.Write(mail);
        DateTimeOffset now = clock.GetUtcNow();
        QueuedPost[] copies =
        [
            .. Enumerable
                .Range(0, how.Times)
                .Select(_ => new QueuedPost(
                    ids.New("post", body),
                    PostKind.Inbound,
                    about,
                    contentType,
                    body,
                    how.Signing,
                    now,
                    now + how.Late
                )),
        ];
        journal.Append(copies.Select(copy => new JournalLine { Queued = copy }));
        Delivery last = new("", about, PostState.Waiting, []);
        foreach (QueuedPost copy in copies)
        {
            last = await posts.Start(copy);
        }

        return last;
    }

    /// <summary>What an address does with mail from now on; anything that bounced there before is forgiven.</summary>
    public void SetBehaviour(string address, RecipientBehaviour behaviour) => misfortunes.Set(address, behaviour);

    /// <summary>Faults for the next send requests, one each; a malformed request is refused as usual and uses up none.</summary>
    public void NextSends(params IEnumerable<SendFault> next) => misfortunes.Add(next);

    /// <summary>Tells the application something more about a message: bounce (days late), spamreport, unsubscribe …</summary>
    /// <exception cref="KeyNotFoundException">No such message.</exception>
    public async Task ReportAsync(string id, string name)
    {
        LocalMessage message = Find(id) ?? throw new KeyNotFoundException($"There is no message {id}.");
        IReadOnlyList<JournalLine> lines = story.Tell(message, name, clock.GetUtcNow());
        journal.Append(lines);
        kept.Keep(lines);
        await Task.WhenAll(Start(lines));
    }

    /// <summary>From now on received mail, posts under way included, is signed with a new key.</summary>
    public void RotateInboundKey() => posts.RotateInboundKey();

    public void Dispose()
    {
        posts.Dispose();
        journal.Dispose();
    }

    /// <summary>Goes on with what an earlier process left undone. Once, when the application listens.</summary>
    internal void Resume()
    {
        foreach (QueuedPost post in unfinished)
        {
            _ = posts.Start(post);
        }

        unfinished.Clear();
    }

    /// <returns>What to answer in X-Message-Id, or the fault that the sender meets instead.</returns>
    internal (string? SendId, SendFault? Fault) Accept(SendRequest request, ReadOnlySpan<byte> body)
    {
        SendFault? fault = misfortunes.NextFault();
        if (fault is SendFault.Unavailable or SendFault.TooMany)
        {
            return (null, fault);
        }

        string sendId = ids.New("send", body);
        if (fault is SendFault.Lost)
        {
            return (sendId, null);
        }

        DateTimeOffset now = clock.GetUtcNow();
        var lines = new List<JournalLine>();
        var toItself = new List<LocalMessage>();
        TaskCompletionSource before;
        lock (accepting)
        {
            foreach (LocalMessage message in Acceptance.Messages(request, sendId, kept.Newest + 1, now))
            {
                lines.Add(new JournalLine { Message = message });
                lines.AddRange(Story(message, request, now));
                if (message.Recipient.Domain.Equals(options.OwnDomain, StringComparison.OrdinalIgnoreCase))
                {
                    toItself.Add(message);
                }
            }

            journal.Append(lines);
            kept.Keep(lines);
            before = arrived;
            arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = Start(lines).ToList();
        foreach (LocalMessage message in toItself)
        {
            _ = DeliverAsync(Returned(message));
        }

        before.SetResult();
        return (sendId, fault);
    }

    /// <summary>A message to the mail service's own domain, as Inbound Parse hands it over.</summary>
    private static InboundMail Returned(LocalMessage message) =>
        new()
        {
            From = message.From,
            To = message.To[0],
            EnvelopeFrom = message.From.Email,
            EnvelopeTo = [message.Recipient.Email],
            Subject = message.Subject,
            Text = message.Text,
            Html = message.Html,
            Headers = [.. message.Headers],
            Dkim = $"{{@{message.From.Domain} : pass}}",
        };

    private IEnumerable<JournalLine> Story(LocalMessage message, SendRequest request, DateTimeOffset now)
    {
        int envelope = int.Parse(message.Id.Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);
        long? sendAt = request.Personalizations[envelope].SendAt ?? request.SendAt;
        DateTimeOffset at = sendAt is { } seconds && DateTimeOffset.FromUnixTimeSeconds(seconds) is var later && later > now ? later : now;
        IReadOnlyList<JournalLine> lines = story.Tell(message, misfortunes.Meet(message.Recipient.Email), now, at);
        return options.EventWebhookUrl is null ? lines.Where(line => line.Queued is null) : lines;
    }

    private IEnumerable<Task<Delivery>> Start(IEnumerable<JournalLine> lines) =>
        lines.Where(line => line.Queued is not null).Select(line => posts.Start(line.Queued!));

    private void Recall(IReadOnlyList<JournalLine> lines)
    {
        kept.Keep(lines);
        foreach (LocalMessage message in kept.List(null, 0))
        {
            ids.Known(message.SendId);
        }

        var settled = lines.Select(line => line.Settled?.Id).ToHashSet(StringComparer.Ordinal);
        foreach (QueuedPost post in lines.Select(line => line.Queued).OfType<QueuedPost>())
        {
            ids.Known(post.Id);
            ids.Known(post.About.TrimStart('<').Split('@')[0]);
            if (!settled.Contains(post.Id))
            {
                unfinished.Add(post);
            }
        }
    }
}

/// <param name="Name">processed, delivered, deferred, bounce, dropped …</param>
public sealed record DeliveryEvent(string Name, DateTimeOffset At);
