using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Audit;

/// <summary>A capability names the streams that it keeps besides plans and agreements, for auditors to read and verify.</summary>
public interface IAuditedStreams
{
    Task<IReadOnlyList<NamedStream>> FindAsync(CancellationToken cancellation);
}

public sealed record NamedStream(StreamId Id, string Name);
