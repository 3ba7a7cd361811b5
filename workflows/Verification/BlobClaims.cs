namespace ACip.Workflows.Verification;

/// <summary>What rows and events of a stream say about blobs. Each capability implements it for its own containers.</summary>
public interface IBlobClaims
{
    string Container { get; }

    Task<IReadOnlyList<BlobClaim>> OfAsync(StreamRows stream, CancellationToken cancellation);

    /// <summary>What a blob that no row names is reported as: itself, or what it is part of.</summary>
    string PartOf(string blob) => blob;
}

/// <summary>That a blob has been written, and what its bytes are.</summary>
/// <param name="Sha256">Lower-case hex; the beginning of it, where the blob is named so.</param>
/// <param name="Since">When it was written; null for what has no retention time.</param>
/// <param name="Needed">False: it may stand there or not, such as a part of something that was never finished.</param>
public sealed record BlobClaim(string Name, string? Sha256, DateTimeOffset? Since = null, bool Needed = true);
