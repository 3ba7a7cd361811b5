using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>External events by case-insensitive name: the newest waiter is served first, what nobody waits for is kept in order.</summary>
/// <remarks>A cancelled waiter stays in its place and swallows the next event, as on the genuine host: that is why there must be one waiter a name.</remarks>
internal sealed class EventWaiters(DataConverter converter)
{
    private readonly Dictionary<string, Stack<IWaiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string? Payload)> buffered = [];

    private interface IWaiter
    {
        Type EventType { get; }

        void Serve(object? value);
    }

    public bool AnyWaiting => waiters.Values.Any(stack => stack.Count > 0);

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
            string? payload = buffered[early].Payload;
            buffered.RemoveAt(early);
            Raise(name, payload);
        }

        cancellation.Register(() => waiter.TrySetCanceled(cancellation));
        return waiter.Task;
    }

    public void Raise(string name, string? payload)
    {
        if (waiters.TryGetValue(name, out Stack<IWaiter>? stack) && stack.TryPop(out IWaiter? waiter))
        {
            waiter.Serve(converter.Deserialize(payload, waiter.EventType));
        }
        else
        {
            buffered.Add((name, payload));
        }
    }

    public IReadOnlyList<(string Name, string? Payload)> TakeUnprocessed()
    {
        (string, string?)[] rest = [.. buffered];
        buffered.Clear();
        return rest;
    }

    private sealed class Waiter<T> : TaskCompletionSource<T>, IWaiter
    {
        public Type EventType => typeof(T);

        public void Serve(object? value) => TrySetResult((T)value!);
    }
}
