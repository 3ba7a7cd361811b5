using ACip.Workflows.Storage;

namespace ACip.Workflows.Messaging.Heartbeat;

/// <summary>Whether mail still reaches us, judged by the probes that we send to ourselves. One row.</summary>
/// <param name="Begun">When the first was sent.</param>
/// <param name="TriedAt">When the last was handed to the mail service, or should have been.</param>
/// <param name="WaitingSince">The first one after the last that arrived; null where none is under way.</param>
/// <param name="Probe">Of which minute the newest is that arrived.</param>
/// <param name="ArrivedAt">When it did.</param>
/// <param name="ToldAt">When officers were told that none arrives any more; null again from the next one that does.</param>
[OutsideChain(RowKey, "Says whether mail reaches us; nothing is decided on it, and that it stayed away is an event.")]
public sealed record MailHeartbeat(
    DateTimeOffset Begun,
    DateTimeOffset TriedAt,
    DateTimeOffset? WaitingSince,
    DateTimeOffset? Probe = null,
    DateTimeOffset? ArrivedAt = null,
    DateTimeOffset? ToldAt = null
)
{
    public const string RowKey = "heartbeat";

    /// <summary>A day, less the usual delay of timers.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromHours(20);

    /// <summary>How long a mail may take. After an outage of ours the last arrival is old although nothing is wrong.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromHours(2);

    /// <summary>The time since which none has arrived.</summary>
    public DateTimeOffset HeardAt => ArrivedAt ?? Begun;

    public static bool IsDue(MailHeartbeat? known, DateTimeOffset now) => known is null || now - known.TriedAt >= Pace;

    public bool IsMissing(DateTimeOffset now, TimeSpan within) =>
        now - HeardAt > within && WaitingSince is { } since && now - since >= OnTheWay;

    /// <summary>The state after sending a probe. A probe that arrived before this row was written is not waited for.</summary>
    public static MailHeartbeat AfterProbe(MailHeartbeat? known, DateTimeOffset at) =>
        known is null
            ? new MailHeartbeat(at, at, at)
            : known with
            {
                TriedAt = at,
                WaitingSince = known.Probe >= Minute(at) ? null : known.WaitingSince ?? at,
            };

    /// <summary>The state after a probe arrived. An old or repeated probe proves nothing, because anybody who has it could post it
    /// again.</summary>
    /// <returns>Null where nothing is to be remembered.</returns>
    public static MailHeartbeat? AfterArrival(MailHeartbeat? known, DateTimeOffset probe, DateTimeOffset now) =>
        known is null ? new MailHeartbeat(probe, probe, null, probe, now)
        : known.Probe >= probe ? null
        : known with { Probe = probe, ArrivedAt = now, WaitingSince = null, ToldAt = null };

    private static DateTimeOffset Minute(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
