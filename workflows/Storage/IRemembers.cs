namespace ACip.Workflows.Storage;

/// <summary>Remembers what stands in storage, to spare a read. Whoever has changed storage past it asks it to forget.</summary>
public interface IRemembers
{
    void Forget();
}
