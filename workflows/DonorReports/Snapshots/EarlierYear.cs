namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>A value accepted before the programme kept records, as imported: shown with its source and counted nowhere.</summary>
/// <param name="Item">Code of the plan's indicator.</param>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Value">In the unit of the plan.</param>
/// <param name="Source">Where it comes from, in the words of whoever brought it in.</param>
public sealed record EarlierYear(string Item, DateOnly Start, DateOnly End, decimal Value, string Source);
