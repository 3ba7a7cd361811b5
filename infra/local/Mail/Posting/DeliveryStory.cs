using ACip.Local.Mail.Keeping;

namespace ACip.Local.Mail.Posting;

/// <summary>What happens to a message on its way to one address: the events, and what is posted of them.</summary>
internal sealed class DeliveryStory(EventWriter writer)
{
    private static readonly (string, (string, string)[]) Processed = ("processed", []);
    private static readonly (string, (string, string)[]) Delivered = (
        "delivered",
        [("response", "250 2.0.0 OK"), ("ip", "192.0.2.1"), ("tls", "1")]
    );
    private static readonly (string, (string, string)[]) Bounced = (
        "bounce",
        [("reason", "550 5.1.1 User unknown"), ("status", "5.1.1"), ("type", "bounce"), ("bounce_classification", "Invalid Address")]
    );
    private static readonly (string, (string, string)[]) Deferred = (
        "deferred",
        [("response", "450 4.2.0 try again later"), ("attempt", "1")]
    );
    private static readonly (string, (string, string)[]) Dropped = ("dropped", [("reason", "Bounced Address"), ("status", "5.0.0")]);

    /// <returns>What to write down beside the message; the posts among it are to be started.</returns>
    public IReadOnlyList<JournalLine> Tell(LocalMessage message, RecipientBehaviour behaviour, DateTimeOffset now, DateTimeOffset sendAt)
    {
        DateTimeOffset arrives = behaviour == RecipientBehaviour.Defer ? sendAt.AddHours(1) : sendAt;
        return behaviour switch
        {
            RecipientBehaviour.Drop => [Noted(Dropped, now), Posted(now, Dropped)],
            RecipientBehaviour.Bounce => [Noted(Bounced, sendAt), .. At(sendAt, Bounced)],
            RecipientBehaviour.Defer =>
            [
                Noted(Deferred, sendAt),
                Noted(Delivered, arrives),
                .. At(sendAt, Deferred),
                Posted(arrives, Delivered),
            ],
            RecipientBehaviour.Silent => [Noted(Delivered, sendAt)],
            RecipientBehaviour.EventsTwice => [Noted(Delivered, sendAt), .. Twice(At(sendAt, Delivered))],
            RecipientBehaviour.EventsBackwards =>
            [
                Noted(Delivered, sendAt),
                .. Twice([Posted(sendAt, Delivered), Posted(sendAt, Processed)]),
            ],
            _ => [Noted(Delivered, sendAt), .. At(sendAt, Delivered)],
        };

        JournalLine Noted((string Name, (string, string)[]) step, DateTimeOffset at) =>
            new() { Happened = new Happened(message.Id, step.Name, at) };

        JournalLine Posted(DateTimeOffset at, params (string, (string, string)[])[] steps) =>
            new() { Queued = writer.Write(message, now, at, steps) };

        // events of one moment come in one post
        JournalLine[] At(DateTimeOffset at, (string, (string, string)[]) step) =>
            at > now ? [Posted(now, Processed), Posted(at, step)] : [Posted(now, Processed, step)];
    }

    /// <summary>An event that did not follow from sending: a complaint, say, or a bounce days after.</summary>
    public IReadOnlyList<JournalLine> Tell(LocalMessage message, string name, DateTimeOffset now) =>
        [
            new() { Happened = new Happened(message.Id, name, now) },
            new() { Queued = writer.Write(message, now, now, name == "bounce" ? Bounced : (name, [])) },
        ];

    private static IEnumerable<JournalLine> Twice(IEnumerable<JournalLine> lines) =>
        lines.SelectMany(line => new[] { line, line with { Queued = line.Queued! with { Id = line.Queued.Id + "-again" } } });
}
