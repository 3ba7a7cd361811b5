using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Snapshots;

/// <summary>What one administration contributed to a figure that a donor has, if the donor may not know single values.</summary>
/// <param name="Indicator">Code in the donor's framework.</param>
/// <param name="Values">Its value and those of its groups, in one writing.</param>
public sealed record ToldValue(string Indicator, AdministrationId Administration, string Values);
