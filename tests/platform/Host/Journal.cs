using System.Collections.Concurrent;

namespace ACip.Tests.Platform.Host;

/// <summary>What the test functions of one host did, in order.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines];

    /// <summary>What the functions that wait, wait for.</summary>
    public TaskCompletionSource Gate { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource AtGate { get; set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Write(string line) => lines.Enqueue(line);
}
