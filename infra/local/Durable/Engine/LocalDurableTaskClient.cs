using ACip.Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace ACip.Local.Durable.Engine;

internal sealed class LocalDurableTaskClient(DurableEngine engine, string name) : DurableTaskClient(name)
{
    private static readonly HashSet<OrchestrationRuntimeStatus> Finished = [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        string id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceIds.Check(id);
        string? version = options?.Version?.Version ?? engine.Options.DefaultVersion;
        var wanted = new NewInstance(id, orchestratorName.Name, version, engine.Options.DataConverter.Serialize(input), options?.StartAt, options?.Tags ?? new Dictionary<string, string>());
        return await engine.CreateAsync(wanted, null, cancellation) ? id : throw new InvalidOperationException($"An Orchestration instance with the status {engine.Find(id)?.State.Status} already exists.");
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return engine.RaiseAsync(instanceId, eventName, engine.Options.DataConverter.Serialize(eventPayload), cancellation);
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, s => s.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, s => s.IsFinished, getInputsAndOutputs, cancellation);

    /// <exception cref="ArgumentException">No instance has this id.</exception>
    /// <exception cref="InvalidOperationException">It has finished.</exception>
    public override async Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        Instance instance = Existing(instanceId);
        Require(await engine.TerminateAsync(instance, engine.Options.DataConverter.Serialize(options?.Output), options?.Recursive ?? false), "terminate", instance);
    }

    /// <inheritdoc cref="TerminateInstanceAsync"/>
    public override async Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        Instance instance = Existing(instanceId);
        Require(await engine.SetSuspendedAsync(instance, true), "suspend", instance);
    }

    /// <inheritdoc cref="TerminateInstanceAsync"/>
    public override async Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default)
    {
        Instance instance = Existing(instanceId);
        Require(await engine.SetSuspendedAsync(instance, false), "resume", instance);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(engine.Find(instanceId) is { } instance ? Describe(instance.State, getInputsAndOutputs) : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        OrchestrationQuery query = filter ?? new OrchestrationQuery();
        return Pageable.Create((continuation, pageSize, _) =>
        {
            string? after = continuation ?? query.ContinuationToken;
            int size = pageSize ?? query.PageSize;
            InstanceState[] page = [.. engine.All.Select(i => i.State)
                .Where(s => Matches(s, query) && (after is null || string.CompareOrdinal(s.InstanceId, after) > 0))
                .OrderBy(s => s.InstanceId, StringComparer.Ordinal).Take(size + 1)];
            OrchestrationMetadata[] values = [.. page.Take(size).Select(s => Describe(s, query.FetchInputsAndOutputs))];
            return Task.FromResult(new Page<OrchestrationMetadata>(values, page.Length > size ? values[^1].InstanceId : null));
        });
    }

    public override async Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(engine.Find(instanceId) is { } instance ? await engine.PurgeAsync(instance, options?.Recursive ?? false, cancellation) : 0);

    public override async Task<PurgeResult> PurgeAllInstancesAsync(PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses ?? Finished);
        int purged = 0;
        foreach (Instance instance in engine.All.Where(i => Matches(i.State, query)).ToArray())
        {
            purged += await engine.PurgeAsync(instance, options?.Recursive ?? false, cancellation);
        }

        return new PurgeResult(purged);
    }

    public override async Task<string> RestartAsync(string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellation = default)
    {
        InstanceState state = Existing(instanceId).State;
        string id = restartWithNewInstanceId ? Guid.NewGuid().ToString("N") : instanceId;
        return await engine.CreateAsync(new NewInstance(id, state.Name, state.Version, state.Input, null, state.Tags), null, cancellation)
            ? id
            : throw new InvalidOperationException($"Instance '{instanceId}' is {state.Status}; only a finished one can be restarted under its id.");
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Matches(InstanceState state, OrchestrationQuery query) =>
        (query.CreatedFrom is null || state.Created >= query.CreatedFrom)
        && (query.CreatedTo is null || state.Created <= query.CreatedTo)
        && (query.Statuses is null || !query.Statuses.Any() || query.Statuses.Contains(state.Status))
        && (query.InstanceIdPrefix is null || state.InstanceId.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal));

    private static void Require(bool done, string what, Instance instance)
    {
        if (!done)
        {
            throw new InvalidOperationException($"Cannot {what} the orchestration instance {instance.Id} because it is in the {instance.State.Status} state.");
        }
    }

    private Instance Existing(string instanceId) =>
        engine.Find(instanceId) ?? throw new ArgumentException($"No instance with ID '{instanceId}' was found.", nameof(instanceId));

    private async Task<OrchestrationMetadata> WaitAsync(string instanceId, Func<InstanceState, bool> reached, bool withData, CancellationToken cancellation)
    {
        Instance instance = engine.Find(instanceId) ?? throw new InvalidOperationException($"No instance has the id '{instanceId}'.");
        while (!instance.IsGone)
        {
            Task changed = instance.Changed();
            if (reached(instance.State))
            {
                return Describe(instance.State, withData);
            }

            await changed.WaitAsync(cancellation);
        }

        throw new InvalidOperationException($"Instance '{instanceId}' was purged.");
    }

    private OrchestrationMetadata Describe(InstanceState state, bool withData) => new(state.Name, state.InstanceId)
    {
        DataConverter = withData ? engine.Options.DataConverter : null,
        RuntimeStatus = state.Status,
        CreatedAt = state.Created,
        LastUpdatedAt = state.Updated,
        SerializedInput = withData ? state.Input : null,
        SerializedOutput = withData ? state.Output : null,
        SerializedCustomStatus = withData ? state.CustomStatus : null,
        Tags = state.Tags,
    };
}
