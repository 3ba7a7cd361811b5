namespace ACip.Workflows.Storage;

/// <summary>What a capability does before the first request, such as making its container. Each is repeated at every start.</summary>
public interface IStorageStep
{
    /// <summary>Lower ones first; those that are equal run together.</summary>
    int Order => 0;

    Task PrepareAsync(CancellationToken cancellation);
}
