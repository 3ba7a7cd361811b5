using System.Security.Cryptography;
using System.Text;
using ACip.Local.Durable.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Durable.Replay;

/// <summary>What the orchestrator sees in one run over its history: it collects what is asked for and hands in what has happened.</summary>
internal sealed class TurnContext(InstanceFacts facts, DataConverter converter, ILoggerFactory loggers, TurnThread thread) : TaskOrchestrationContext
{
    private readonly Dictionary<int, IPending> pending = [];
    private readonly EventWaiters events = new(converter);
    private int lastAction = -1;
    private int guids;
    private string? customStatus;

    public override TaskName Name => facts.Name;

    public override string InstanceId => facts.InstanceId;

    public override ParentOrchestrationInstance? Parent => facts.Parent;

    public override DateTime CurrentUtcDateTime => Now;

    public override bool IsReplaying => Replaying;

    public override string Version => facts.Version ?? "";

    public DateTime Now { get; set; }

    public bool Replaying { get; set; } = true;

    /// <summary>What was asked for since it was last emptied.</summary>
    public List<HistoryEvent> Actions { get; } = [];

    public NextGeneration? Next { get; private set; }

    public bool CustomStatusWasSet { get; private set; }

    public string? SerializedCustomStatus => customStatus;

    public EventWaiters Events => events;

    /// <summary>Numbers of activities, timers and sub-orchestrations that are still awaited; a cancelled timer is not.</summary>
    public IReadOnlyCollection<int> Outstanding => pending.Keys;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => converter.Deserialize<T>(facts.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("TaskOptions were given as the activity's input: name the argument options.", nameof(input));
        }

        return await Retrying.CallAsync(this, name, options?.Retry, () =>
            Ask<TResult>(new HistoryEvent(HistoryKind.TaskScheduled, Name: name.Name, Data: converter.Serialize(input))));
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        string instance = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceIds.Check(instance);
        string? version = options?.Version?.Version ?? facts.DefaultVersion;
        return await Retrying.CallAsync(this, orchestratorName, options?.Retry, () =>
            Ask<TResult>(new HistoryEvent(HistoryKind.SubOrchestrationCreated, Name: orchestratorName.Name, Data: converter.Serialize(input), InstanceId: instance, Version: version)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var due = new DateTimeOffset(fireAt.ToUniversalTime());
        Task<object?> timer = Ask<object?>(new HistoryEvent(HistoryKind.TimerCreated, At: due));
        int id = lastAction;
        cancellationToken.Register(() =>
        {
            if (!thread.IsHere)
            {
                // cancelled from elsewhere: by CancelAsync, or by a source that counts real time
                thread.Leave();
            }
            else if (pending.Remove(id, out IPending? waiting))
            {
                waiting.Cancel(cancellationToken);
            }
        });
        return timer;
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        EnsureHere();
        return events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        EnsureHere();
        Actions.Add(new HistoryEvent(HistoryKind.EventSent, ++lastAction, eventName, converter.Serialize(payload), instanceId));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        EnsureHere();
        this.customStatus = converter.Serialize(customStatus);
        CustomStatusWasSet = true;
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        EnsureHere();
        Next = new NextGeneration(converter.Serialize(options.NewInput), string.IsNullOrWhiteSpace(options.NewVersion) ? null : options.NewVersion, options.PreserveUnprocessedEvents);
    }

    /// <summary>A hash of instance, generation and a counter, marked as a name-based UUID (RFC 9562, version 8).</summary>
    /// <remarks>No time in it: a turn that is run again after a crash must name its sub-orchestrations as before.</remarks>
    public override Guid NewGuid()
    {
        EnsureHere();
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{InstanceId}|{facts.Execution}|{guids++}"));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <summary>Hands in something from outside. What nobody waits for any more (a fired timer that lost, a second completion) is passed over.</summary>
    public void Apply(HistoryEvent happened)
    {
        if (happened.Kind == HistoryKind.EventRaised)
        {
            events.Raise(happened);
        }
        else if (pending.Remove(happened.Id, out IPending? waiting))
        {
            if (happened.Failure is { } failure)
            {
                waiting.Fail(new TaskFailedException(waiting.Name, happened.Id, failure));
            }
            else
            {
                waiting.Complete(happened.Data, converter);
            }
        }
    }

    private Task<T> Ask<T>(HistoryEvent action)
    {
        EnsureHere();
        HistoryEvent numbered = action with { Id = ++lastAction };
        Actions.Add(numbered);
        var waiting = new Pending<T>(numbered.Name ?? "timer");
        pending[numbered.Id] = waiting;
        return waiting.Task;
    }

    private void EnsureHere()
    {
        if (!thread.IsHere)
        {
            thread.Leave();
            throw new LeftOrchestratorThreadException(facts.Name);
        }
    }
}
