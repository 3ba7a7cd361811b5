using ACip.Workflows.Identifiers;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Programme;
using Microsoft.DurableTask.Client;

namespace ACip.Workflows.Reconciliation;

/// <summary>Every instance that has not completed, from one query.</summary>
internal sealed class RunningWork(IReadOnlyDictionary<string, OrchestrationMetadata> instances)
{
    private static readonly OrchestrationRuntimeStatus[] NotCompleted =
    [
        OrchestrationRuntimeStatus.Running,
        OrchestrationRuntimeStatus.Pending,
        OrchestrationRuntimeStatus.Suspended,
        OrchestrationRuntimeStatus.Failed,
        OrchestrationRuntimeStatus.Terminated,
    ];

    private static readonly TimeSpan TerminationTime = TimeSpan.FromSeconds(30);

    private readonly string[] sorted = [.. instances.Keys.Order(StringComparer.Ordinal)];

    public IReadOnlyDictionary<string, OrchestrationRuntimeStatus> States { get; } =
        instances.ToDictionary(one => one.Key, one => one.Value.RuntimeStatus);

    public static async Task<RunningWork> ReadAsync(DurableTaskClient workflows, CancellationToken cancellation)
    {
        var found = new Dictionary<string, OrchestrationMetadata>(StringComparer.Ordinal);
        await foreach (
            OrchestrationMetadata one in workflows
                .GetAllInstancesAsync(new OrchestrationQuery(Statuses: NotCompleted, PageSize: 1000, FetchInputsAndOutputs: true))
                .WithCancellation(cancellation)
        )
        {
            found[one.InstanceId] = one;
        }

        return new RunningWork(found);
    }

    public bool Runs(string instance) =>
        States.TryGetValue(instance, out OrchestrationRuntimeStatus status)
        && status is OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Pending;

    /// <summary>Failed instances, and when they failed.</summary>
    public IEnumerable<OrchestrationMetadata> Failed =>
        instances.Values.Where(one => one.RuntimeStatus == OrchestrationRuntimeStatus.Failed);

    /// <summary>Instances that sleep without a timer and are due soon.</summary>
    public IEnumerable<string> ToBeWoken(DateTimeOffset now) =>
        from one in instances.Values
        where
            Runs(one.InstanceId)
            && one.SerializedCustomStatus is not null
            && one.ReadCustomStatusAs<InstanceStatus>() is { SleepsUntil: { } until }
            && LongWait.IsNear(until, now)
        orderby one.InstanceId
        select one.InstanceId;

    /// <summary>Instances of a plan, its reports and its tasks.</summary>
    public IEnumerable<OrchestrationMetadata> Of(PlanListing plan) =>
        new[]
        {
            $"report:{plan.Id}:",
            TaskRef.InstancesOf(StreamId.Of(plan.Id)),
            $"revision:{plan.Id}:",
            $"plan-review:{plan.Id}:",
            $"restatement:{plan.Id}:",
        }
            .SelectMany(BeginningWith)
            .Concat(instances.GetValueOrDefault($"plan:{plan.Administration.Value.ToLowerInvariant()}:{plan.Id}") is { } own ? [own] : []);

    /// <summary>The instance, or one that it waits for, if an operator suspended it; otherwise null.</summary>
    public string? Suspended(ExpectedWork work) =>
        (
            from one in States
            where
                one.Value == OrchestrationRuntimeStatus.Suspended
                && (one.Key == work.InstanceId || work.Orphans.Any(begin => one.Key.StartsWith(begin, StringComparison.Ordinal)))
            orderby one.Key
            select one.Key
        ).FirstOrDefault();

    /// <summary>Restarts an instance. What its former run left running is terminated first, because nobody waits for it any
    /// more.</summary>
    /// <returns>False where it runs after all: it was started since the query.</returns>
    public async Task<bool> StartAgainAsync(Restart restart, DurableTaskClient workflows, CancellationToken cancellation)
    {
        if (await workflows.GetInstanceAsync(restart.InstanceId, cancellation) is { IsCompleted: false })
        {
            return false;
        }

        foreach (
            string orphan in instances.Keys.Where(id =>
                restart.Orphans.Any(begin => id.StartsWith(begin, StringComparison.Ordinal)) && Runs(id)
            )
        )
        {
            await workflows.TerminateInstanceAsync(orphan, (object?)null, cancellation);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(TerminationTime);
            await workflows.WaitForInstanceCompletionAsync(orphan, patience.Token);
        }

        return await workflows.StartAgainAsync(restart.Orchestrator, restart.Input, restart.InstanceId, cancellation);
    }

    /// <summary>Binary search, because a thousand plans have some thousands of instances.</summary>
    private IEnumerable<OrchestrationMetadata> BeginningWith(string begin)
    {
        int at = Array.BinarySearch(sorted, begin, StringComparer.Ordinal);
        for (at = at < 0 ? ~at : at; at < sorted.Length && sorted[at].StartsWith(begin, StringComparison.Ordinal); at++)
        {
            yield return instances[sorted[at]];
        }
    }
}
