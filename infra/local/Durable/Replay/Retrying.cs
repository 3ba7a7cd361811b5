using Microsoft.DurableTask;

namespace ACip.Local.Durable.Replay;

/// <summary>Tries a failed call again, as its policy or handler says; the waits are durable timers.</summary>
internal static class Retrying
{
    public static async Task<T> CallAsync<T>(TaskOrchestrationContext context, TaskName name, TaskRetryOptions? retry, Func<Task<T>> call)
    {
        DateTime began = context.CurrentUtcDateTime;
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed) when (retry is not null)
            {
                if (!await AgainAsync(context, retry, attempt, failed.FailureDetails, began))
                {
                    throw;
                }
            }
        }
    }

    private static async Task<bool> AgainAsync(TaskOrchestrationContext context, TaskRetryOptions retry, int attempt, TaskFailureDetails failure, DateTime began)
    {
        TimeSpan spent = context.CurrentUtcDateTime - began;
        if (retry.Handler is { } handler)
        {
            return await handler(new RetryContext(context, attempt, failure, spent, CancellationToken.None));
        }

        RetryPolicy policy = retry.Policy!;
        bool outOfTime = policy.RetryTimeout != Timeout.InfiniteTimeSpan && spent >= policy.RetryTimeout;
        if (attempt >= policy.MaxNumberOfAttempts || outOfTime || !policy.HandleFailure(failure))
        {
            return false;
        }

        double wait = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        await context.CreateTimer(TimeSpan.FromMilliseconds(Math.Min(wait, policy.MaxRetryInterval.TotalMilliseconds)), CancellationToken.None);
        return true;
    }
}
