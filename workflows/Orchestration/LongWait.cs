using Microsoft.DurableTask;

namespace ACip.Workflows.Orchestration;

/// <summary>How orchestrators wait for a day that may be months away. The SDK splits a timer into pieces, each of which wakes the instance
/// for nothing; so only a day that is near gets a timer.</summary>
/// <remarks>Until then an instance sleeps without a timer. Its custom status says until when, and the daily reconciliation wakes it in
/// time: see docs/decisions/long-waits.md.</remarks>
internal static class LongWait
{
    /// <summary>The longest piece into which the SDK splits a timer. It affects determinism and must be the same for every host and
    /// recorded history. Azure Storage's queue hides a message for seven days at most; with the SDK's default of three, instances would
    /// wake twice as often.</summary>
    public static readonly TimeSpan LongestTimer = TimeSpan.FromDays(6);

    /// <summary>Event raised when a sleeping instance's day is near.</summary>
    public const string Near = "near";

    /// <summary>Waking an instance costs as much as several pieces of a timer.</summary>
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromDays(24);

    /// <summary>How long before its day a sleeping instance is woken: less than one piece of a timer, and enough for a host that was down
    /// for days.</summary>
    private static readonly TimeSpan WokenBefore = TimeSpan.FromDays(5);

    /// <param name="changed">What may make the waiting superfluous.</param>
    /// <returns>True where that came first.</returns>
    public static async Task<bool> WaitUntilAsync(this TaskOrchestrationContext context, DateTimeOffset until, Task? changed = null)
    {
        if (until - new DateTimeOffset(context.CurrentUtcDateTime, TimeSpan.Zero) > ShortestSleep)
        {
            context.SetCustomStatus(new InstanceStatus(context.Version, until));
            Task near = context.WaitForExternalEvent<string>(Near);
            bool cameFirst = await Task.WhenAny(changed ?? near, near) == changed;
            context.SetCustomStatus(new InstanceStatus(context.Version, null));
            if (cameFirst)
            {
                return true;
            }
        }

        using var cancelAlarm = new CancellationTokenSource();
        Task alarm = context.CreateTimer(until.UtcDateTime, cancelAlarm.Token);
        bool came = await Task.WhenAny(changed ?? alarm, alarm) == changed;
        cancelAlarm.Cancel(); // not CancelAsync: it would leave the orchestrator's thread, and the instance would hang
        return came;
    }

    /// <summary>Whether the day is near enough for a timer.</summary>
    public static bool IsNear(DateTimeOffset until, DateTimeOffset now) => until - now <= WokenBefore;
}

/// <summary>The custom status of an instance, for operators and for the daily reconciliation.</summary>
/// <param name="Version">The version under which it runs.</param>
/// <param name="SleepsUntil">Null where it does not sleep.</param>
public sealed record InstanceStatus(string? Version, DateTimeOffset? SleepsUntil);
