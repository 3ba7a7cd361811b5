namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>What the donor calls a period.</summary>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Label">As the donor calls it, such as 2025/26.</param>
public sealed record DonorPeriod(DateOnly Start, DateOnly End, string Label)
{
    /// <summary>A reporting period belongs to the donor period that holds its last day, whole: nothing is prorated.</summary>
    public bool Holds(DateOnly end) => Start <= end && end <= End;

    public bool Holds(DateOnly? day) => day is { } known && Holds(known);
}
