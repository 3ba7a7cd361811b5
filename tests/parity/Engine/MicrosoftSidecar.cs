using ACip.Local.Clock;
using DurableTask.AzureStorage;
using DurableTask.Core;
using DurableTask.Core.Exceptions;
using DurableTask.Core.History;
using DurableTask.Core.Query;
using FunctionsSimulator.Durable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using P = Microsoft.DurableTask.Protobuf;

namespace ACip.Tests.Parity.Engine;

/// <summary>The service that a DurableTaskClient speaks to, before Microsoft's engine: the part that the Durable extension has in the
/// Functions host.</summary>
internal sealed class MicrosoftSidecar(Func<AzureStorageOrchestrationService> engine, DurableOptions options, Calendar calendar, Busy busy)
    : P.TaskHubSidecarService.TaskHubSidecarServiceBase
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(30);

    /// <summary>As the extension's default: an instance that has not ended is not replaced.</summary>
    private static readonly OrchestrationStatus[] NotReplaced =
    [
        OrchestrationStatus.Running,
        OrchestrationStatus.ContinuedAsNew,
        OrchestrationStatus.Pending,
        OrchestrationStatus.Suspended,
    ];

    private AzureStorageOrchestrationService Engine => engine();

    private TaskHubClient Hub => new(Engine);

    public override Task<Empty> Hello(Empty request, ServerCallContext context) => Task.FromResult(new Empty());

    public override async Task<P.CreateInstanceResponse> StartInstance(P.CreateInstanceRequest request, ServerCallContext context)
    {
        string id = string.IsNullOrEmpty(request.InstanceId) ? Guid.NewGuid().ToString("N") : request.InstanceId;
        return new P.CreateInstanceResponse
        {
            InstanceId = await CreateAsync(
                new ExecutionStartedEvent(-1, request.Input)
                {
                    Name = request.Name,
                    Version = request.Version ?? options.DefaultVersion,
                    OrchestrationInstance = new OrchestrationInstance { InstanceId = id, ExecutionId = Guid.NewGuid().ToString("N") },
                    ScheduledStartTime = request.ScheduledStartTimestamp is { } at ? calendar.Due(at.ToDateTime()) : null,
                    Tags = request.Tags.Count > 0 ? new Dictionary<string, string>(request.Tags) : null,
                }
            ),
        };
    }

    public override async Task<P.GetInstanceResponse> GetInstance(P.GetInstanceRequest request, ServerCallContext context) =>
        Tell(await StateAsync(request.InstanceId), request.GetInputsAndOutputs);

    public override Task<P.GetInstanceResponse> WaitForInstanceStart(P.GetInstanceRequest request, ServerCallContext context) =>
        WaitAsync(request, state => state.OrchestrationStatus != OrchestrationStatus.Pending, context.CancellationToken);

    public override Task<P.GetInstanceResponse> WaitForInstanceCompletion(P.GetInstanceRequest request, ServerCallContext context) =>
        WaitAsync(request, state => HasEnded(state), context.CancellationToken);

    public override async Task<P.RaiseEventResponse> RaiseEvent(P.RaiseEventRequest request, ServerCallContext context)
    {
        // the extension hands the JSON on as it is; TaskHubClient would write it as JSON once more
        await Engine.SendTaskOrchestrationMessageAsync(
            new TaskMessage
            {
                OrchestrationInstance = new OrchestrationInstance { InstanceId = request.InstanceId },
                Event = new EventRaisedEvent(-1, request.Input) { Name = request.Name },
            }
        );
        return new P.RaiseEventResponse();
    }

    public override async Task<P.TerminateResponse> TerminateInstance(P.TerminateRequest request, ServerCallContext context)
    {
        if (await StateAsync(request.InstanceId) is { } state && !HasEnded(state))
        {
            await Hub.TerminateInstanceAsync(new OrchestrationInstance { InstanceId = request.InstanceId }, request.Output);
        }

        return new P.TerminateResponse();
    }

    public override async Task<P.SuspendResponse> SuspendInstance(P.SuspendRequest request, ServerCallContext context)
    {
        if (await StateAsync(request.InstanceId) is { } state && !HasEnded(state))
        {
            await Hub.SuspendInstanceAsync(new OrchestrationInstance { InstanceId = request.InstanceId }, request.Reason);
        }

        return new P.SuspendResponse();
    }

    public override async Task<P.ResumeResponse> ResumeInstance(P.ResumeRequest request, ServerCallContext context)
    {
        if (await StateAsync(request.InstanceId) is { OrchestrationStatus: OrchestrationStatus.Suspended })
        {
            await Hub.ResumeInstanceAsync(new OrchestrationInstance { InstanceId = request.InstanceId }, request.Reason);
        }

        return new P.ResumeResponse();
    }

    public override async Task<P.RestartInstanceResponse> RestartInstance(P.RestartInstanceRequest request, ServerCallContext context)
    {
        OrchestrationState state =
            await StateAsync(request.InstanceId)
            ?? throw new RpcException(new Status(StatusCode.NotFound, $"No instance has the id '{request.InstanceId}'."));
        string id = request.RestartWithNewInstanceId ? Guid.NewGuid().ToString("N") : request.InstanceId;
        return new P.RestartInstanceResponse
        {
            InstanceId = await CreateAsync(
                new ExecutionStartedEvent(-1, state.Input)
                {
                    Name = state.Name,
                    Version = state.Version,
                    OrchestrationInstance = new OrchestrationInstance { InstanceId = id, ExecutionId = Guid.NewGuid().ToString("N") },
                    Tags = state.Tags,
                }
            ),
        };
    }

    public override async Task<P.QueryInstancesResponse> QueryInstances(P.QueryInstancesRequest request, ServerCallContext context)
    {
        P.InstanceQuery asked = request.Query;
        OrchestrationQueryResult found = await Engine.GetOrchestrationWithQueryAsync(
            new OrchestrationQuery
            {
                RuntimeStatus =
                    asked.RuntimeStatus.Count > 0 ? [.. asked.RuntimeStatus.Select(status => (OrchestrationStatus)status)] : null,
                CreatedTimeFrom = asked.CreatedTimeFrom is { } from ? calendar.From(from.ToDateTime()) : null,
                CreatedTimeTo = asked.CreatedTimeTo is { } to ? calendar.To(to.ToDateTime()) : null,
                PageSize = asked.MaxInstanceCount > 0 ? asked.MaxInstanceCount : 100,
                ContinuationToken = asked.ContinuationToken,
                InstanceIdPrefix = asked.InstanceIdPrefix,
                FetchInputsAndOutputs = asked.FetchInputsAndOutputs,
            },
            context.CancellationToken
        );
        var answer = new P.QueryInstancesResponse { ContinuationToken = found.ContinuationToken };
        answer.OrchestrationState.AddRange(
            found.OrchestrationState.Select(state => Tell(state, asked.FetchInputsAndOutputs).OrchestrationState)
        );
        return answer;
    }

    public override async Task<P.PurgeInstancesResponse> PurgeInstances(P.PurgeInstancesRequest request, ServerCallContext context)
    {
        var purging = (IOrchestrationServicePurgeClient)Engine;
        PurgeResult purged = request.PurgeInstanceFilter is { } filter
            ? await purging.PurgeInstanceStateAsync(
                new PurgeInstanceFilter(
                    filter.CreatedTimeFrom is { } from ? calendar.From(from.ToDateTime()) : DateTime.UnixEpoch,
                    filter.CreatedTimeTo is { } to ? calendar.To(to.ToDateTime()) : null,
                    filter.RuntimeStatus.Count > 0 ? filter.RuntimeStatus.Select(status => (OrchestrationStatus)status) : null
                )
            )
            : await purging.PurgeInstanceStateAsync(request.InstanceId);
        return new P.PurgeInstancesResponse { DeletedInstanceCount = purged.DeletedInstanceCount };
    }

    private static bool HasEnded(OrchestrationState state) =>
        state.OrchestrationStatus
            is OrchestrationStatus.Completed
                or OrchestrationStatus.Failed
                or OrchestrationStatus.Terminated
                or OrchestrationStatus.Canceled;

    private async Task<string> CreateAsync(ExecutionStartedEvent start)
    {
        using IDisposable work = busy.Begin();
        try
        {
            await Engine.CreateTaskOrchestrationAsync(
                new TaskMessage { Event = start, OrchestrationInstance = start.OrchestrationInstance },
                NotReplaced
            );
            return start.OrchestrationInstance.InstanceId;
        }
        catch (OrchestrationAlreadyExistsException exists)
        {
            throw new RpcException(new Status(StatusCode.AlreadyExists, exists.Message));
        }
    }

    private async Task<OrchestrationState?> StateAsync(string id) =>
        (await Engine.GetOrchestrationStateAsync(id, allExecutions: false)).FirstOrDefault();

    private async Task<P.GetInstanceResponse> WaitAsync(
        P.GetInstanceRequest request,
        Func<OrchestrationState, bool> reached,
        CancellationToken cancellation
    )
    {
        OrchestrationState? state = await StateAsync(request.InstanceId);
        while (state is not null && !reached(state))
        {
            await Task.Delay(Poll, cancellation);
            state = await StateAsync(request.InstanceId);
        }

        return Tell(state, request.GetInputsAndOutputs);
    }

    private P.GetInstanceResponse Tell(OrchestrationState? state, bool withData)
    {
        if (state?.OrchestrationInstance is null)
        {
            return new P.GetInstanceResponse { Exists = false };
        }

        Timestamp Told(DateTime wall) =>
            Timestamp.FromDateTime(DateTime.SpecifyKind(calendar.Told(wall.ToUniversalTime()), DateTimeKind.Utc));
        var told = new P.OrchestrationState
        {
            InstanceId = state.OrchestrationInstance.InstanceId,
            Name = state.Name,
            Version = state.Version,
            OrchestrationStatus = (P.OrchestrationStatus)state.OrchestrationStatus,
            CreatedTimestamp = Told(state.CreatedTime),
            LastUpdatedTimestamp = Told(state.LastUpdatedTime),
            ScheduledStartTimestamp = state.ScheduledStartTime is { } at ? Told(at) : null,
            Input = withData ? state.Input : null,
            Output = withData ? state.Output : null,
            CustomStatus = withData ? state.Status : null,
            FailureDetails = withData ? WireFailures.Of(state.FailureDetails) : null,
        };
        told.Tags.Add(state.Tags ?? new Dictionary<string, string>());
        return new P.GetInstanceResponse { Exists = true, OrchestrationState = told };
    }
}
