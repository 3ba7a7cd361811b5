using ACip.Local.Mail.Posting;

namespace ACip.Local.Mail.Keeping;

/// <summary>One thing that happened; exactly one member is set.</summary>
internal sealed record JournalLine
{
    public LocalMessage? Message { get; init; }

    public QueuedPost? Queued { get; init; }

    public Settled? Settled { get; init; }

    public Happened? Happened { get; init; }
}

/// <summary>A post has come to its end and is not tried again.</summary>
internal sealed record Settled(string Id, PostState State);

/// <summary>A delivery event of a message, posted or not.</summary>
internal sealed record Happened(string Message, string Event, DateTimeOffset At);
