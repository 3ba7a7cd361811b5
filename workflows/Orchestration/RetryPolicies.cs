using Microsoft.DurableTask;

namespace ACip.Workflows.Orchestration;

/// <summary>How workflows bear with storage that does not answer: from ten seconds to an hour apart, for about a day. An instance that
/// fails waits for the daily reconciliation.</summary>
internal static class RetryPolicies
{
    public static TaskOptions WithStorage { get; } =
        TaskOptions.FromRetryPolicy(new RetryPolicy(30, TimeSpan.FromSeconds(10), 2, TimeSpan.FromHours(1)));
}
