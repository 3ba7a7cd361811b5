using System.Collections.Concurrent;
using System.Text.Json;
using ACip.Local.Clock;

namespace ACip.Tests.Parity.Engine;

/// <summary>
/// The messages of one task hub. While one is visible or in work the platform is busy; one that is hidden until a time becomes visible when
/// the platform's clock reaches that time, not the wall clock.
/// </summary>
internal sealed class WatchedQueues(VirtualClock clock, Calendar calendar, Busy busy) : IDisposable
{
    private readonly ConcurrentDictionary<string, ITimer> hidden = new();
    private readonly Lock gate = new();
    private readonly Dictionary<string, IDisposable> inWork = [];
    private readonly HashSet<string> deleted = [];
    private readonly List<Action> overdue = [];
    private bool open;

    /// <summary>How many messages wait for their time.</summary>
    public int Hidden => hidden.Count;

    /// <summary>An engine takes messages from now on.</summary>
    public void Open()
    {
        Action[] late;
        lock (gate)
        {
            open = true;
            late = [.. overdue];
            overdue.Clear();
        }

        foreach (Action show in late)
        {
            show();
        }
    }

    /// <summary>No engine takes messages: what becomes due is shown to the next one.</summary>
    public void Close()
    {
        lock (gate)
        {
            open = false;
        }
    }

    /// <summary>Sends one that is visible at once, and is work from now on.</summary>
    public async Task<T> SentAsync<T>(Func<Task<T>> send, Func<T, string> id)
    {
        IDisposable token = busy.Begin();
        try
        {
            T receipt = await send();
            Working(id(receipt), token);
            return receipt;
        }
        catch
        {
            token.Dispose();
            throw;
        }
    }

    /// <summary>One that was sent hidden.</summary>
    public void Hide(string message, string text, Func<Task> show)
    {
        if (!clock.StandsStill)
        {
            return; // storage shows it by itself
        }

        TimeSpan wait = Due(text) - calendar.Now;
        hidden[message] = clock.CreateTimer(
            _ => Reached(message, show),
            null,
            wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            Timeout.InfiniteTimeSpan
        );
    }

    /// <summary>An engine has taken it, for the first time or once more.</summary>
    public void Received(string message)
    {
        lock (gate)
        {
            if (!inWork.ContainsKey(message))
            {
                inWork[message] = busy.Begin();
            }
        }
    }

    /// <summary>The engine can do nothing with it for now, and tries it again later and later; nobody need wait for that.</summary>
    public void PutOff(string message) => End(message);

    public void Deleted(string message)
    {
        lock (gate)
        {
            deleted.Add(message);
        }

        End(message);
    }

    public void Dispose()
    {
        foreach (ITimer timer in hidden.Values)
        {
            timer.Dispose();
        }

        foreach (string message in inWork.Keys.ToArray())
        {
            End(message);
        }
    }

    /// <summary>It may have been received, or even done with, before its sender heard that it was sent.</summary>
    private void Working(string message, IDisposable token)
    {
        lock (gate)
        {
            if (!deleted.Contains(message) && inWork.TryAdd(message, token))
            {
                return;
            }
        }

        token.Dispose();
    }

    private void End(string message)
    {
        IDisposable? token;
        lock (gate)
        {
            inWork.Remove(message, out token);
        }

        token?.Dispose();
    }

    private void Reached(string message, Func<Task> show)
    {
        if (hidden.TryRemove(message, out ITimer? timer))
        {
            timer.Dispose();
        }

        lock (gate)
        {
            if (!open)
            {
                overdue.Add(() => Show(message, show));
                return;
            }
        }

        Show(message, show);
    }

    private void Show(string message, Func<Task> show)
    {
        Working(message, busy.Begin());
        _ = ShowAsync();

        async Task ShowAsync()
        {
            try
            {
                await show();
            }
            catch (Azure.RequestFailedException gone) when (gone.Status == 404)
            {
                Deleted(message);
            }
        }
    }

    /// <summary>The time for which the message asks, as it is told.</summary>
    private DateTimeOffset Due(string text)
    {
        using JsonDocument message = JsonDocument.Parse(text);
        JsonElement what = message.RootElement.GetProperty("TaskMessage").GetProperty("Event");
        JsonElement due = what.TryGetProperty("FireAt", out JsonElement fireAt) ? fireAt : what.GetProperty("ScheduledStartTime");
        return new DateTimeOffset(calendar.Told(due.GetDateTime().ToUniversalTime()));
    }
}
