using ACip.Local.Durable.History;
using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>External events by case-insensitive name: the newest waiter is served first, what nobody waits for is kept in order.</summary>
/// <remarks>A cancelled waiter stays in its place and swallows the next event, as on the genuine host: that is why there must be one waiter a name.</remarks>
internal sealed class EventWaiters(DataConverter converter)
{
    private readonly Dictionary<string, Stack<IWaiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<HistoryEvent> buffered = [];

    private interface IWaiter
    {
        Type EventType { get; }

        void Serve(string? payload, DataConverter converter);
    }

    public bool AnyWaiting => waiters.Values.Any(stack => stack.Count > 0);

    /// <summary>What nobody has waited for, in order of arrival.</summary>
    public IReadOnlyList<HistoryEvent> Unprocessed => buffered;

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (!waiters.TryGetValue(name, out Stack<IWaiter>? stack))
        {
            waiters[name] = stack = new Stack<IWaiter>();
        }
        else if (stack.TryPeek(out IWaiter? other) && other.EventType != typeof(T))
        {
            throw new ArgumentException($"Events with the same name must have the same type. Waiting for {other.EventType}, asked for {typeof(T)}.", nameof(name));
        }

        var waiter = new Waiter<T>();
        stack.Push(waiter);
        int early = buffered.FindIndex(e => string.Equals(e.Name, name, StringComparison.OrdinalIgnoreCase));
        if (early >= 0)
        {
            HistoryEvent raised = buffered[early];
            buffered.RemoveAt(early);
            Raise(raised);
        }

        cancellation.Register(() => waiter.TrySetCanceled(cancellation));
        return waiter.Task;
    }

    public void Raise(HistoryEvent raised)
    {
        if (waiters.TryGetValue(raised.Name!, out Stack<IWaiter>? stack) && stack.TryPop(out IWaiter? waiter))
        {
            waiter.Serve(raised.Data, converter);
        }
        else
        {
            buffered.Add(raised);
        }
    }

    private sealed class Waiter<T> : TaskCompletionSource<T>, IWaiter
    {
        public Type EventType => typeof(T);

        public void Serve(string? payload, DataConverter converter)
        {
            T? value;
            try
            {
                value = converter.Deserialize<T>(payload);
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                TrySetException(error);
                return;
            }

            TrySetResult(value!);
        }
    }
}
