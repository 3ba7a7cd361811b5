namespace ACip.Workflows.Storage;

/// <summary>A cache of stored data. Whoever changes storage behind its back asks it to forget.</summary>
public interface IStorageCache
{
    void Forget();
}
