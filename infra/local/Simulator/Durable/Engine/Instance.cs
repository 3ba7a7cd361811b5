using FunctionsSimulator.Durable.Storage;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Engine;

/// <summary>One instance in memory: its committed state and history, and what waits for its next turn.</summary>
internal sealed class Instance(InstanceState state)
{
    private readonly Lock gate = new();
    private readonly List<InboxItem> inbox = [];
    private readonly Dictionary<int, ITimer> alarms = [];
    private readonly List<TaskCompletionSource> watchers = [];
    private bool scheduled;
    private bool mayHaveMore;

    /// <summary>Held by a turn and by an operator's command, never by both. Whoever writes <see cref="State"/> holds it.</summary>
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>As stored.</summary>
    public InstanceState State { get; set; } = state;

    /// <summary>As stored; null where it has to be read from storage.</summary>
    public List<IReadOnlyList<HistoryEvent>>? Turns { get; set; } = [];

    /// <summary>What has happened since and is stored with the next turn; null for nothing.</summary>
    public Draft? Draft { get; set; }

    /// <summary>How the instance comes into storage; null where it stands there.</summary>
    public FirstCommit? First { get; set; }

    /// <summary>The execution that the worker remembers; null for none.</summary>
    public string? Session { get; set; }

    public string Id => State.InstanceId;

    /// <summary>The execution that a turn would run now.</summary>
    public InstanceState Current => Draft?.State ?? State;

    /// <summary>Purged, or never stored: another object may stand under this id by now.</summary>
    public bool IsGone { get; set; }

    /// <summary>True: storage may hold rows of it that its state does not count, or large values in blobs.</summary>
    public bool MayHaveMore
    {
        get
        {
            lock (gate)
            {
                return mayHaveMore || inbox.Exists(item => item.Key is not null);
            }
        }
        set => mayHaveMore = value;
    }

    /// <returns>True if the caller must see to it that turns run.</returns>
    public bool Put(InboxItem item, Chaos? chaos = null)
    {
        lock (gate)
        {
            // events keep their order; what comes from elsewhere may overtake
            int at = chaos is not null && item.Key is null ? chaos.Below(inbox.Count + 1) : inbox.Count;
            inbox.Insert(at, item);
            return Schedule();
        }
    }

    /// <summary>Before whatever waits already.</summary>
    public void PutFirst(IEnumerable<InboxItem> items)
    {
        lock (gate)
        {
            inbox.InsertRange(0, items);
        }
    }

    /// <returns>True if something waits and nobody runs turns: the caller must.</returns>
    public bool Schedule()
    {
        lock (gate)
        {
            return !scheduled && inbox.Count > 0 && (scheduled = true);
        }
    }

    /// <summary>What the next turn takes; nothing ends the run of turns.</summary>
    public IReadOnlyList<InboxItem> Take(int most, bool mayRun)
    {
        lock (gate)
        {
            if (!mayRun || inbox.Count == 0)
            {
                scheduled = false;
                return [];
            }

            InboxItem[] taken = [.. inbox.Take(most)];
            inbox.RemoveRange(0, taken.Length);
            return taken;
        }
    }

    public void EmptyInbox()
    {
        lock (gate)
        {
            mayHaveMore |= inbox.Exists(item => item.Key is not null);
            inbox.Clear();
        }
    }

    public void Arm(int action, Func<ITimer> alarm)
    {
        lock (gate)
        {
            if (!alarms.ContainsKey(action))
            {
                alarms[action] = alarm();
            }
        }
    }

    public void DisarmAll()
    {
        lock (gate)
        {
            foreach (ITimer alarm in alarms.Values)
            {
                alarm.Dispose();
            }

            alarms.Clear();
        }
    }

    /// <summary>Ends when the state changes next.</summary>
    public Task Changed()
    {
        lock (gate)
        {
            var watcher = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add(watcher);
            return watcher.Task;
        }
    }

    public void TellChanged()
    {
        TaskCompletionSource[] told;
        lock (gate)
        {
            told = [.. watchers];
            watchers.Clear();
        }

        foreach (TaskCompletionSource watcher in told)
        {
            watcher.TrySetResult();
        }
    }
}
