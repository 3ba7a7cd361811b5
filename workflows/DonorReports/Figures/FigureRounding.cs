using ACip.Workflows.DonorReports.Snapshots;

namespace ACip.Workflows.DonorReports.Figures;

/// <summary>How many decimals a figure has. How far a target was reached is in per cent, and rounded in
/// <see cref="Achievement"/>.</summary>
internal static class FigureRounding
{
    /// <summary>Rounded once, here, so that all formats agree: two decimals, or four for values below one.</summary>
    public static decimal Presented(decimal value) =>
        SnapshotJson.Canonical(Math.Round(value, Math.Abs(value) < 1 ? 4 : 2, MidpointRounding.AwayFromZero));
}
