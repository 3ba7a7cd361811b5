using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.Finance;

/// <summary>What a grant had, received and spent in one financial period, by component.</summary>
/// <param name="End">Last day, inclusive.</param>
/// <param name="Currency">ISO 4217; one for all periods of an agreement.</param>
/// <param name="Totals">As the ledger states them, never added up by us: the lines are held against them.</param>
public sealed record FinancialPeriod(
    AgreementId Agreement,
    DateOnly Start,
    DateOnly End,
    string Currency,
    IReadOnlyList<FinancialLine> Lines,
    FinancialTotals Totals
)
{
    internal const string Prefix = "finance|";

    [JsonIgnore]
    public PeriodKey Period => PeriodKey.Of(Start, End);

    internal static string Key(AgreementId agreement, PeriodKey period) => $"{Prefix}{agreement}|{period}";
}

/// <param name="Component">Code of an administration, or <see cref="Components.Multilateral"/> or
/// <see cref="Components.Management"/>.</param>
/// <param name="Budget">As first agreed.</param>
/// <param name="Revised">As agreed since; null where it was not revised.</param>
/// <param name="Explanation">Why spending strays from the budget.</param>
public sealed record FinancialLine(
    string Component,
    decimal Budget,
    decimal? Revised,
    decimal Received,
    decimal Spent,
    string? Explanation = null
)
{
    /// <summary>The budget in force.</summary>
    [JsonIgnore]
    public decimal InForce => Revised ?? Budget;

    /// <summary>Spending above the budget in force, as a percentage of it; null if there was no budget and something was spent.</summary>
    [JsonIgnore]
    public decimal? Variance =>
        InForce == 0 ? (Spent == 0 ? 0 : null) : Math.Round((Spent - InForce) / InForce * 100, 1, MidpointRounding.AwayFromZero);
}

/// <param name="Budget">In force.</param>
/// <param name="Balance">In hand at the end of the period.</param>
public sealed record FinancialTotals(decimal Budget, decimal Received, decimal Spent, decimal Balance);

/// <summary>The components of a grant besides single administrations.</summary>
public static class Components
{
    public const string Multilateral = "multilateral",
        Management = "management";

    public static IReadOnlyList<string> Of(GrantAgreement agreement) =>
        [.. agreement.Administrations.Select(one => one.Value).Order(StringComparer.Ordinal), Multilateral, Management];

    /// <summary>The same with those that the books of a period have besides: of administrations that have left the agreement.</summary>
    public static IReadOnlyList<string> Of(GrantAgreement agreement, FinancialPeriod? stands) =>
        [.. Of(agreement).Union(stands?.Lines.Select(line => line.Component) ?? [])];
}
