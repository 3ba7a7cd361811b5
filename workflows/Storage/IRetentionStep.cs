namespace ACip.Workflows.Storage;

/// <summary>Something that is kept for a stated time only. The daily reconciliation asks each to take away what is over.</summary>
public interface IRetentionStep
{
    /// <returns>How many rows went.</returns>
    Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellation);
}
