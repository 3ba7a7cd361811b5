namespace ACip.Workflows.Storage;

/// <summary>What a capability prepares before the first function that may need it, such as its container. Repeated at every
/// start.</summary>
public interface IStorageStep
{
    /// <summary>Lower numbers run first; equal ones run in parallel.</summary>
    int Order => 0;

    Task PrepareAsync(CancellationToken cancellation);
}
