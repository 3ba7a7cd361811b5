using System.Collections.Concurrent;
using System.Threading.Channels;
using FunctionsSimulator.Protocol.Messages;

namespace FunctionsSimulator.Protocol;

/// <summary>The host's end of one worker's stream: questions that have one answer each, and invocations.</summary>
/// <remarks>One link is one life of a worker. A worker that is started again gets a link of its own.</remarks>
internal sealed class WorkerLink : IDisposable
{
    /// <summary>What the simulator says that it is. Workers decide by it which features a host has.</summary>
    private const string HostVersion = "4.1037.0";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, TaskCompletionSource<StreamingMessage>> questions = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<InvocationResponse>> invocations = new();
    private readonly Channel<StreamingMessage> outgoing = Channel.CreateUnbounded<StreamingMessage>(
        new UnboundedChannelOptions { SingleReader = true }
    );
    private readonly TaskCompletionSource connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource closing = new();
    private int over;

    /// <param name="applicationFolder">Where the application's assembly and host.json are.</param>
    public WorkerLink(string applicationFolder)
    {
        ApplicationFolder = applicationFolder;
        Closing = closing.Token;
    }

    public string WorkerId { get; } = Guid.NewGuid().ToString();

    public string ApplicationFolder { get; }

    /// <summary>Ends when the worker has opened its stream; fails when it could not.</summary>
    public Task Connected => connected.Task;

    /// <summary>Ends when the stream has.</summary>
    public Task Gone => gone.Task;

    /// <summary>Cancelled when the link is disposed: the stream ends from our side, for a server that stops would otherwise wait for it
    /// half a minute.</summary>
    public CancellationToken Closing { get; }

    public ChannelReader<StreamingMessage> Outgoing => outgoing.Reader;

    public IDictionary<string, string> Capabilities { get; private set; } = new Dictionary<string, string>();

    /// <summary>Where the worker itself takes requests; null where they go inside the invocations.</summary>
    public string? HttpUri => Capabilities.TryGetValue("HttpUri", out string? address) && address.Length > 0 ? address : null;

    /// <summary>What the worker announced, by name.</summary>
    public IReadOnlyDictionary<string, FunctionEntry> Functions { get; private set; } = new Dictionary<string, FunctionEntry>();

    /// <summary>Gets what the application logs for the host to keep.</summary>
    public Action<RpcLog>? Log { get; set; }

    /// <summary>Initialisation, metadata, then one load for each function: the order in which the genuine host asks.</summary>
    /// <exception cref="WorkerFailedException">The worker refused one of them; the message names it.</exception>
    public async Task InitAsync(CancellationToken cancellation)
    {
        StreamingMessage init = await AskAsync(
            new StreamingMessage
            {
                WorkerInitRequest = new WorkerInitRequest
                {
                    HostVersion = HostVersion,
                    WorkerDirectory = ApplicationFolder,
                    FunctionAppDirectory = ApplicationFolder,
                },
            },
            cancellation
        );
        Require("Initialisation", init.WorkerInitResponse.Result);
        Capabilities = init.WorkerInitResponse.Capabilities;

        StreamingMessage metadata = await AskAsync(
            new StreamingMessage { FunctionsMetadataRequest = new FunctionsMetadataRequest { FunctionAppDirectory = ApplicationFolder } },
            cancellation
        );
        Require("Metadata", metadata.FunctionMetadataResponse.Result);
        FunctionEntry[] announced = [.. metadata.FunctionMetadataResponse.FunctionMetadataResults.Select(one => new FunctionEntry(one))];

        // all at once: the worker answers in its own order
        await Task.WhenAll(announced.Select(function => LoadAsync(function, cancellation)));
        Functions = announced.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Has the worker load one function; afterwards it can be invoked.</summary>
    public async Task LoadAsync(FunctionEntry function, CancellationToken cancellation)
    {
        function.Metadata.Directory = ApplicationFolder;
        StreamingMessage answer = await AskAsync(
            new StreamingMessage
            {
                FunctionLoadRequest = new FunctionLoadRequest { FunctionId = function.Id, Metadata = function.Metadata },
            },
            cancellation
        );
        Require(function.Name, answer.FunctionLoadResponse.Result);
    }

    /// <summary>Runs a function and gives its answer, a failure being one of them.</summary>
    /// <exception cref="WorkerGoneException">The worker ended before it answered. Whether the function ran is not known.</exception>
    public Task<InvocationResponse> InvokeAsync(Invocation invocation)
    {
        var answer = new TaskCompletionSource<InvocationResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        invocations[invocation.Id] = answer;
        if (
            gone.Task.IsCompleted
            || !outgoing.Writer.TryWrite(new StreamingMessage { RequestId = invocation.Id, InvocationRequest = invocation.ToRequest() })
        )
        {
            invocations.TryRemove(invocation.Id, out _);
            throw new WorkerGoneException();
        }

        return answer.Task;
    }

    /// <summary>Asks a running invocation to end; it answers when it has.</summary>
    public void Cancel(string invocation) =>
        outgoing.Writer.TryWrite(new StreamingMessage { InvocationCancel = new InvocationCancel { InvocationId = invocation } });

    public void Terminate() => outgoing.Writer.TryWrite(new StreamingMessage { WorkerTerminate = new WorkerTerminate() });

    public void Open() => connected.TrySetResult();

    /// <summary>The worker could not be started at all.</summary>
    public void Fail(Exception why) => connected.TrySetException(why);

    public void Received(StreamingMessage message)
    {
        switch (message.ContentCase)
        {
            case StreamingMessage.ContentOneofCase.InvocationResponse:
                if (
                    invocations.TryRemove(message.InvocationResponse.InvocationId, out TaskCompletionSource<InvocationResponse>? invocation)
                )
                {
                    invocation.TrySetResult(message.InvocationResponse);
                }

                break;
            case StreamingMessage.ContentOneofCase.RpcLog:
                Log?.Invoke(message.RpcLog);
                break;
            default:
                if (questions.TryRemove(message.RequestId, out TaskCompletionSource<StreamingMessage>? question))
                {
                    question.TrySetResult(message);
                }

                break;
        }
    }

    /// <summary>Ends the stream; once is enough.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref over, 1) == 0)
        {
            closing.Cancel();
            closing.Dispose();
        }
    }

    /// <summary>The stream has ended: whatever the worker still owed is lost.</summary>
    public void Lost()
    {
        connected.TrySetException(new WorkerGoneException());
        gone.TrySetResult();
        outgoing.Writer.TryComplete();
        foreach (string owed in invocations.Keys)
        {
            if (invocations.TryRemove(owed, out TaskCompletionSource<InvocationResponse>? invocation))
            {
                invocation.TrySetException(new WorkerGoneException());
            }
        }

        foreach (TaskCompletionSource<StreamingMessage> question in questions.Values)
        {
            question.TrySetException(new WorkerGoneException());
        }
    }

    private static void Require(string what, StatusResult result)
    {
        if (result.Status != StatusResult.Types.Status.Success)
        {
            throw new WorkerFailedException($"{what}: {result.Exception?.Message}");
        }
    }

    private async Task<StreamingMessage> AskAsync(StreamingMessage message, CancellationToken cancellation)
    {
        message.RequestId = Guid.NewGuid().ToString();
        var answer = new TaskCompletionSource<StreamingMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        questions[message.RequestId] = answer;
        if (!outgoing.Writer.TryWrite(message))
        {
            throw new WorkerGoneException();
        }

        return await answer.Task.WaitAsync(Timeout, cancellation);
    }
}
