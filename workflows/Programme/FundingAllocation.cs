using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>The share of a grant for an administration, and when it is available.</summary>
/// <param name="Id">A slug, unique within the agreement.</param>
/// <param name="Administration">Null: the multilateral component.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="From">First day, within the agreement.</param>
/// <param name="Until">Last day, inclusive, within the agreement.</param>
public sealed record FundingAllocation(
    string Id,
    AgreementId Agreement,
    AdministrationId? Administration,
    decimal Amount,
    string Currency,
    DateOnly From,
    DateOnly Until,
    string Purpose
);
