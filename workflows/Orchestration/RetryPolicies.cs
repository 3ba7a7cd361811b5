using Microsoft.DurableTask;

namespace ACip.Workflows.Orchestration;

/// <summary>How workflows retry while storage is unavailable: every ten seconds to an hour, for about a day. An instance that fails after
/// that waits for the daily reconciliation.</summary>
internal static class RetryPolicies
{
    public static TaskOptions WithStorage { get; } =
        TaskOptions.FromRetryPolicy(new RetryPolicy(30, TimeSpan.FromSeconds(10), 2, TimeSpan.FromHours(1)));
}
