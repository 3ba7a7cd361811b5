namespace ACip.Workflows.Storage;

/// <summary>Data that is kept for a limited time. The daily reconciliation has each step delete what has expired.</summary>
public interface IRetentionStep
{
    /// <returns>How many rows went.</returns>
    Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation);
}
