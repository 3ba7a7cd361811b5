using System.Collections.Immutable;

namespace ACip.Workflows.Storage;

/// <summary>What one process knows of its own mark: while the window is open a commit needs no other. Pure.</summary>
/// <param name="Begun">When marking began, by a clock that only goes on; null: never.</param>
internal sealed record WriterWindow(TimeSpan? Begun)
{
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>So long a commit may take until it stands; one that takes longer is marked again.</summary>
    public static readonly TimeSpan Landing = TimeSpan.FromSeconds(15);

    public bool IsOpen(TimeSpan now) => Begun is { } begun && now - begun < Length;

    /// <summary>From when on a commit counts that begins now, after its mark.</summary>
    public TimeSpan Counts(TimeSpan now) => IsOpen(now) ? now : Begun ?? now;

    public static bool IsLate(TimeSpan begun, TimeSpan now) => now - begun >= Landing;
}

/// <param name="At">By the clock of the storage service.</param>
public sealed record MarkSeen(string Tag, DateTimeOffset At);

/// <summary>The marks of all other processes at one instant. Pure.</summary>
/// <param name="Begun">When looking began, by a clock of this process that only goes on.</param>
/// <param name="At">By the clock of the storage service.</param>
public sealed record WriterMarksSeen(TimeSpan Begun, DateTimeOffset At, ImmutableDictionary<string, MarkSeen> Others)
{
    /// <summary>The service tells its time in whole seconds.</summary>
    private static readonly TimeSpan Closes = WriterWindow.Length + WriterWindow.Landing + TimeSpan.FromSeconds(5);

    /// <summary>Whether all that was committed under these marks stood already.</summary>
    public bool IsClosed => Others.Values.All(mark => At - mark.At >= Closes);

    /// <summary>Whether nothing that others wrote can be missing in what was read after the earlier look.</summary>
    /// <param name="before">A look that had ended when the reading began.</param>
    public bool SaysNothingSince(WriterMarksSeen before) =>
        before.IsClosed
        && Others.Count == before.Others.Count
        && Others.All(one => before.Others.TryGetValue(one.Key, out MarkSeen? known) && known.Tag == one.Value.Tag);
}
