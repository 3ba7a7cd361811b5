using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Audit;

/// <summary>A capability names the streams that it keeps besides plans and agreements, for auditors to read and verify.</summary>
public interface IAuditedStreams
{
    Task<IReadOnlyList<NamedStream>> FindAsync(CancellationToken cancellation);

    /// <summary>By its name alone: the row that would list it may be gone, and that is what an auditor looks for.</summary>
    bool Keeps(StreamId stream);
}

public sealed record NamedStream(StreamId Id, string Name);
