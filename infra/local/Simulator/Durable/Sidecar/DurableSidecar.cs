using FunctionsSimulator.Durable.Engine;
using FunctionsSimulator.Durable.Storage;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.DurableTask.Protobuf;

namespace FunctionsSimulator.Durable.Sidecar;

/// <summary>The service that a DurableTaskClient speaks to.</summary>
/// <param name="engine">The engine at hand; tests put another one in its place.</param>
internal sealed class DurableSidecar(Func<DurableEngine> engine) : TaskHubSidecarService.TaskHubSidecarServiceBase
{
    private const int UsualPage = 100;

    private DurableEngine Engine => engine();

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<CreateInstanceResponse> StartInstance(CreateInstanceRequest request, ServerCallContext context)
    {
        string id = request.InstanceId is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
        Check(id);
        var wanted = new NewInstance(
            id,
            request.Name,
            request.Version ?? Engine.Options.DefaultVersion,
            request.Input,
            request.ScheduledStartTimestamp?.ToDateTimeOffset(),
            request.Tags.ToDictionary(),
            request.ParentTraceContext
        );
        if (!await Engine.CreateAsync(wanted, null, context.CancellationToken))
        {
            throw Refused(
                StatusCode.AlreadyExists,
                $"An Orchestration instance with the status {Engine.Find(id)?.State.Status} already exists: {id}"
            );
        }

        return new CreateInstanceResponse { InstanceId = id };
    }

    public override Task<GetInstanceResponse> GetInstance(GetInstanceRequest request, ServerCallContext context) =>
        Task.FromResult(Tell(request));

    public override Task<GetInstanceResponse> WaitForInstanceStart(GetInstanceRequest request, ServerCallContext context) =>
        WaitAsync(request, state => state.Status != OrchestrationStatus.Pending, context.CancellationToken);

    public override Task<GetInstanceResponse> WaitForInstanceCompletion(GetInstanceRequest request, ServerCallContext context) =>
        WaitAsync(request, state => state.IsFinished, context.CancellationToken);

    public override async Task<RaiseEventResponse> RaiseEvent(RaiseEventRequest request, ServerCallContext context)
    {
        await Engine.RaiseAsync(request.InstanceId, request.Name, request.Input, context.CancellationToken);
        return new RaiseEventResponse();
    }

    /// <summary>Silent where there is no such instance, or a finished one. Sub-orchestrations go on, whatever is asked: as in the Durable
    /// extension.</summary>
    public override async Task<TerminateResponse> TerminateInstance(TerminateRequest request, ServerCallContext context)
    {
        if (Engine.Find(request.InstanceId) is { } instance)
        {
            await Engine.TerminateAsync(instance, request.Output);
        }

        return new TerminateResponse();
    }

    /// <inheritdoc cref="TerminateInstance"/>
    public override async Task<SuspendResponse> SuspendInstance(SuspendRequest request, ServerCallContext context)
    {
        if (Engine.Find(request.InstanceId) is { } instance)
        {
            await Engine.SetSuspendedAsync(instance, true);
        }

        return new SuspendResponse();
    }

    /// <inheritdoc cref="TerminateInstance"/>
    public override async Task<ResumeResponse> ResumeInstance(ResumeRequest request, ServerCallContext context)
    {
        if (Engine.Find(request.InstanceId) is { } instance)
        {
            await Engine.SetSuspendedAsync(instance, false);
        }

        return new ResumeResponse();
    }

    public override async Task<RestartInstanceResponse> RestartInstance(RestartInstanceRequest request, ServerCallContext context)
    {
        if (Engine.Find(request.InstanceId) is not { State: var state })
        {
            throw Refused(StatusCode.NotFound, $"No instance has the id '{request.InstanceId}'.");
        }

        string id = request.RestartWithNewInstanceId ? Guid.NewGuid().ToString("N") : request.InstanceId;
        if (
            !await Engine.CreateAsync(
                new NewInstance(id, state.Name, state.Version, state.Input, null, state.Tags, state.Trace),
                null,
                context.CancellationToken
            )
        )
        {
            throw Refused(
                StatusCode.FailedPrecondition,
                $"Instance '{request.InstanceId}' is {state.Status}; only a finished one can be restarted under its id."
            );
        }

        return new RestartInstanceResponse { InstanceId = id };
    }

    public override Task<QueryInstancesResponse> QueryInstances(QueryInstancesRequest request, ServerCallContext context)
    {
        InstanceQuery query = request.Query;
        int page = query.MaxInstanceCount > 0 ? query.MaxInstanceCount : UsualPage;
        InstanceState[] found =
        [
            .. Engine
                .All.Select(one => one.State)
                .Where(state =>
                    query.Matches(state) && (query.ContinuationToken is not { } after || string.CompareOrdinal(state.InstanceId, after) > 0)
                )
                .OrderBy(state => state.InstanceId, StringComparer.Ordinal)
                .Take(page + 1),
        ];
        var answer = new QueryInstancesResponse { ContinuationToken = found.Length > page ? found[page - 1].InstanceId : null };
        answer.OrchestrationState.AddRange(found.Take(page).Select(state => state.Tell(query.FetchInputsAndOutputs)));
        return Task.FromResult(answer);
    }

    public override async Task<PurgeInstancesResponse> PurgeInstances(PurgeInstancesRequest request, ServerCallContext context)
    {
        Instance[] meant = request.RequestCase switch
        {
            PurgeInstancesRequest.RequestOneofCase.InstanceId => Engine.Find(request.InstanceId) is { } one ? [one] : [],
            PurgeInstancesRequest.RequestOneofCase.PurgeInstanceFilter =>
            [
                .. Engine.All.Where(one => request.PurgeInstanceFilter.Matches(one.State)),
            ],
            PurgeInstancesRequest.RequestOneofCase.InstanceBatch =>
            [
                .. request.InstanceBatch.InstanceIds.Select(Engine.Find).OfType<Instance>(),
            ],
            _ => [],
        };
        int purged = 0;
        foreach (Instance instance in meant)
        {
            purged += await Engine.PurgeAsync(instance, context.CancellationToken) ? 1 : 0;
        }

        return new PurgeInstancesResponse { DeletedInstanceCount = purged, IsComplete = true };
    }

    public override async Task StreamInstanceHistory(
        StreamInstanceHistoryRequest request,
        IServerStreamWriter<HistoryChunk> responseStream,
        ServerCallContext context
    )
    {
        StoredInstance stored =
            await Engine.ReadAsync(request.InstanceId, context.CancellationToken)
            ?? throw Refused(StatusCode.NotFound, $"No instance has the id '{request.InstanceId}'.");
        foreach (IReadOnlyList<HistoryEvent> turn in stored.Turns)
        {
            await responseStream.WriteAsync(new HistoryChunk { Events = { turn } });
        }
    }

    private static void Check(string instanceId)
    {
        try
        {
            InstanceIds.Check(instanceId);
        }
        catch (ArgumentException refused)
        {
            throw Refused(StatusCode.InvalidArgument, refused.Message);
        }
    }

    private static RpcException Refused(StatusCode code, string message) => new(new Status(code, message));

    private GetInstanceResponse Tell(GetInstanceRequest request) =>
        Engine.Find(request.InstanceId) is { } instance ? Tell(instance, request) : new GetInstanceResponse { Exists = false };

    private static GetInstanceResponse Tell(Instance instance, GetInstanceRequest request) =>
        new() { Exists = true, OrchestrationState = instance.State.Tell(request.GetInputsAndOutputs) };

    private async Task<GetInstanceResponse> WaitAsync(
        GetInstanceRequest request,
        Func<InstanceState, bool> reached,
        CancellationToken cancellation
    )
    {
        if (Engine.Find(request.InstanceId) is not { } instance)
        {
            return new GetInstanceResponse { Exists = false };
        }

        while (!instance.IsGone)
        {
            Task changed = instance.Changed();
            if (reached(instance.State))
            {
                return Tell(instance, request);
            }

            await changed.WaitAsync(cancellation);
        }

        return new GetInstanceResponse { Exists = false };
    }
}
