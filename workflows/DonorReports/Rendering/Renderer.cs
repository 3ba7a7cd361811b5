namespace ACip.Workflows.DonorReports.Rendering;

/// <summary>The version of the renderer. A manifest names the version that made its files. Another version is not expected to give the
/// same bytes, and verification then says so instead of comparing.</summary>
/// <remarks>Raised by one when a deployed rendering changes, be it by a word; see docs/decisions/snapshots.md.</remarks>
public static class Renderer
{
    public const int Version = 2;

    /// <summary>Of files whose manifest does not say: from before it was written.</summary>
    public const int Unsaid = 1;
}
