using System.Collections.Concurrent;

namespace SampleApp;

/// <summary>What the functions of one worker did, in order, and a gate at which some of them wait.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>What the functions that wait, wait for.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource AtGate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Write(string line) => lines.Enqueue(line);

    public async Task WaitAsync(CancellationToken cancellation = default)
    {
        AtGate.TrySetResult();
        await Gate.Task.WaitAsync(cancellation);
    }
}
