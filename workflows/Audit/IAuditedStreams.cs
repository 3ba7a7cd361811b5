using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Audit;

/// <summary>Names the streams that a capability keeps besides plans and agreements, for auditors to read and verify.</summary>
public interface IAuditedStreams
{
    Task<IReadOnlyList<NamedStream>> FindAsync(CancellationToken cancellation);

    /// <summary>Decides by name alone. The row that lists the stream may be missing, which is what an auditor looks for.</summary>
    bool Keeps(StreamId stream);
}

public sealed record NamedStream(StreamId Id, string Name);
