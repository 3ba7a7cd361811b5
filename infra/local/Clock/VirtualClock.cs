namespace ACip.Local.Clock;

/// <summary>The platform's time. It runs with the wall clock or stands still, and can be moved forward; moving it fires every timer on the
/// way, in order.</summary>
/// <remarks>
/// Programme time only: what waits for a machine (a retry against storage, say) waits in real time, or it would hang while the clock
/// stands.
/// The clock never moves backward.
/// </remarks>
public sealed class VirtualClock : TimeProvider, IDisposable
{
    private readonly Lock gate = new();
    private readonly PriorityQueue<Alarm, (DateTimeOffset Due, long Order)> alarms = new();
    private readonly SemaphoreSlim moving = new(1, 1);
    private readonly Busy busy;
    private readonly bool standsStill;
    private readonly Timer wallAlarm;
    private TimeSpan offset;
    private DateTimeOffset still;
    private long order;
    private bool disposed;

    /// <param name="busy">What the clock waits for after each alarm it fires while being moved.</param>
    /// <param name="start">The time to begin with; now, if not given.</param>
    /// <param name="standsStill">True: time passes only by <see cref="AdvanceToAsync"/>.</param>
    public VirtualClock(Busy busy, DateTimeOffset? start = null, bool standsStill = false)
    {
        this.busy = busy;
        this.standsStill = standsStill;
        DateTimeOffset now = System.GetUtcNow();
        still = start ?? now;
        offset = still - now;
        wallAlarm = new Timer(_ => FireDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>After each step of a move: whoever shows the time elsewhere shows the new one.</summary>
    public event Action? Moved;

    /// <summary>When a move has ended.</summary>
    public event Action? Arrived;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>When the next alarm is due, or null.</summary>
    public DateTimeOffset? NextAlarm
    {
        get
        {
            lock (gate)
            {
                DropStale();
                return alarms.TryPeek(out _, out var at) ? at.Due : null;
            }
        }
    }

    /// <summary>Whether time passes only when the clock is moved.</summary>
    public bool StandsStill => standsStill;

    /// <summary>By how much a clock that runs is ahead of the wall clock.</summary>
    public TimeSpan Lead
    {
        get
        {
            lock (gate)
            {
                return offset;
            }
        }
    }

    /// <summary>Read under the gate.</summary>
    private DateTimeOffset Present => standsStill ? still : System.GetUtcNow() + offset;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return Present;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, callback, state);
        alarm.Change(dueTime, period);
        return alarm;
    }

    /// <summary>Moves to <paramref name="target"/>, alarm by alarm; returns when everything that was set off on the way has
    /// ended.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The target lies in the past.</exception>
    public async Task AdvanceToAsync(DateTimeOffset target, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(target, GetUtcNow());
        await MoveAsync(() => target, cancellation);
    }

    /// <inheritdoc cref="AdvanceToAsync"/>
    /// <param name="by">Counted from when the clock begins to move: a move under way ends first.</param>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        await MoveAsync(() => GetUtcNow() + by, cancellation);
    }

    /// <summary>No alarm goes off after this.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            wallAlarm.Dispose();
        }

        moving.Dispose();
    }

    private async Task MoveAsync(Func<DateTimeOffset> where, CancellationToken cancellation)
    {
        await moving.WaitAsync(cancellation);
        try
        {
            DateTimeOffset target = where();
            await busy.QuietAsync(cancellation);
            while (NextAlarm is { } due && due <= target)
            {
                MoveTo(due);
                FireDue();
                await busy.QuietAsync(cancellation);
            }

            MoveTo(target);
        }
        finally
        {
            moving.Release();
            Arrived?.Invoke();
        }
    }

    private void MoveTo(DateTimeOffset target)
    {
        lock (gate)
        {
            DateTimeOffset now = Present;
            if (target > now)
            {
                still = target;
                offset += target - now;
            }

            SetWallAlarm();
        }

        Moved?.Invoke();
    }

    private void FireDue()
    {
        while (true)
        {
            Alarm alarm;
            lock (gate)
            {
                DropStale();
                if (!alarms.TryPeek(out alarm!, out var at) || at.Due > Present)
                {
                    SetWallAlarm();
                    return;
                }

                alarms.Dequeue();
                alarm.Rearm();
            }

            alarm.Fire();
        }
    }

    private void DropStale()
    {
        while (alarms.TryPeek(out Alarm? alarm, out var at) && !alarm.IsSetFor(at))
        {
            alarms.Dequeue();
        }
    }

    private void SetWallAlarm()
    {
        if (disposed)
        {
            return;
        }

        DropStale();
        TimeSpan? wait = alarms.TryPeek(out _, out var at) ? at.Due - Present : null;
        if (wait is null || (standsStill && wait > TimeSpan.Zero))
        {
            wallAlarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        // a Timer takes at most 49 days; it is set anew whenever it goes off early
        double milliseconds = Math.Clamp(Math.Ceiling(wait.Value.TotalMilliseconds), 0, 1e9);
        wallAlarm.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    private sealed class Alarm(VirtualClock clock, TimerCallback callback, object? state) : ITimer
    {
        private (DateTimeOffset Due, long Order)? setFor;
        private TimeSpan period = Timeout.InfiniteTimeSpan;

        public bool IsSetFor((DateTimeOffset, long) key) => setFor == key;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                Set(dueTime == Timeout.InfiniteTimeSpan ? null : dueTime);
                clock.SetWallAlarm();
            }

            return true;
        }

        public void Rearm() => Set(period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : period);

        public void Fire() => callback(state);

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Set(TimeSpan? wait)
        {
            setFor = null;
            if (wait is { } w)
            {
                DateTimeOffset now = clock.Present;
                DateTimeOffset due = w > DateTimeOffset.MaxValue - now ? DateTimeOffset.MaxValue : now + w;
                var key = (due, clock.order++);
                setFor = key;
                clock.alarms.Enqueue(this, key);
            }
        }
    }
}
