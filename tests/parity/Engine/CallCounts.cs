using System.Collections.Concurrent;
using Azure.Core;
using Azure.Core.Pipeline;

namespace ACip.Tests.Parity.Engine;

/// <summary>Counts what goes over the wire, tries that failed included. Asking empty queues for messages is counted by itself: it goes on whether or not anything happens.</summary>
internal sealed class CallCounts : HttpPipelinePolicy
{
    private readonly ConcurrentDictionary<string, int> calls = new();

    public IReadOnlyDictionary<string, int> ByOperation => calls;

    public void Reset() => calls.Clear();

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ProcessNext(message, pipeline);
        Count(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        Count(message);
    }

    private void Count(HttpMessage message)
    {
        Uri address = message.Request.Uri.ToUri();
        string service = message.Request.Headers.TryGetValue("x-ms-blob-type", out _) || address.Query.Contains("comp=block", StringComparison.Ordinal) ? "Blob" : address.AbsolutePath.Contains("/messages", StringComparison.Ordinal) ? "Queue" : "Table or blob";
        calls.AddOrUpdate($"{service} {message.Request.Method} {address.AbsolutePath}", 1, (_, before) => before + 1);
    }
}
