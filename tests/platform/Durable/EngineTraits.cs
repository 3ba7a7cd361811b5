namespace ACip.Tests.Platform.Durable;

/// <summary>Where an engine does otherwise than ours. Of each, infra/local/README.md gives the reason.</summary>
public sealed record EngineTraits
{
    public static EngineTraits Ours { get; } = new();

    /// <summary>A timer that was cancelled goes off all the same, and wakes nobody.</summary>
    public bool LeavesCancelledTimers { get; init; }

    /// <summary>Events that an execution hands to the next one may come out of order where there are more than a few.</summary>
    public bool ShufflesManyEvents { get; init; }

    /// <summary>By the wall clock, a timer may go off up to a second before its time.</summary>
    public bool RoundsTimersDown { get; init; }

    /// <summary>Ids that the documentation forbids are taken.</summary>
    public bool TakesAnyId { get; init; }

    /// <summary>Of several that start one id at the same instant, more than one may be told that it did.</summary>
    public bool TellsManyThatTheyStarted { get; init; }

    /// <summary>Who starts a sub-orchestration under an id that is running waits for ever.</summary>
    public bool WaitsForATakenId { get; init; }

    /// <summary>An instance with a custom status of over 64 KiB stands still for ever.</summary>
    public bool HangsOnALargeStatus { get; init; }
}
