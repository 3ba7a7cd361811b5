using ACip.Tests.Unit.DonorReports;
using ACip.Workflows.Finance;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Finance;

/// <summary>The books of a grant, small enough to be added up by hand.</summary>
internal static class Books
{
    public static GrantAgreement Agreement { get; } = SampleSnapshots.Head(DonorTemplate.Norad, 2, 1).Agreement;

    public static string Home { get; } = Agreement.Administrations[0].Value;

    public static FinancialPeriod First { get; } =
        new(
            Agreement.Id,
            new DateOnly(2024, 1, 1),
            new DateOnly(2024, 12, 31),
            "NOK",
            [new(Home, 100, null, 120, 95), new(Components.Multilateral, 200, 150, 180, 145)],
            new FinancialTotals(250, 300, 240, 60)
        );

    public static FinancialPeriod Second { get; } =
        new(
            Agreement.Id,
            new DateOnly(2025, 1, 1),
            new DateOnly(2025, 12, 31),
            "NOK",
            [new(Home, 100, null, 100, 130, "A workshop of 2024 was held in 2025."), new(Components.Multilateral, 100, null, 100, 90.5m)],
            new FinancialTotals(200, 200, 220.5m, 39.5m)
        );

    public static ProgrammeRegister Register { get; } =
        new(
            true,
            new Dictionary<ACip.Workflows.Identifiers.AdministrationId, Administration>(),
            new Dictionary<ACip.Workflows.Identifiers.DonorId, Donor>(),
            new Dictionary<ACip.Workflows.Identifiers.AgreementId, GrantAgreement> { [Agreement.Id] = Agreement },
            new Dictionary<ACip.Workflows.Identifiers.PersonId, Person>(),
            new Dictionary<ACip.Workflows.Identifiers.PlanId, PlanListing>()
        );

    public static FinancialPeriod With(this FinancialPeriod period, params FinancialLine[] lines) => period with { Lines = lines };
}
