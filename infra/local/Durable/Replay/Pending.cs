using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>A step that the orchestrator awaits.</summary>
internal interface IPending
{
    string Name { get; }

    void Complete(string? data, DataConverter converter);

    void Fail(Exception error);

    void Cancel(CancellationToken token);
}

internal sealed class Pending<T>(string name) : TaskCompletionSource<T>, IPending
{
    public string Name => name;

    /// <summary>An answer of another shape than awaited fails the step, not the engine.</summary>
    public void Complete(string? data, DataConverter converter)
    {
        T? result;
        try
        {
            result = converter.Deserialize<T>(data);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            TrySetException(error);
            return;
        }

        TrySetResult(result!);
    }

    public void Fail(Exception error) => TrySetException(error);

    public void Cancel(CancellationToken token) => TrySetCanceled(token);
}
