using ACip.Functions.Authorization.Routes;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Functions;

public sealed class ReachableTests
{
    private static readonly DateOnly Today = new(2026, 8, 1);

    private static readonly ProgrammeRegister Register = new(
        true,
        new Dictionary<AdministrationId, Administration>(),
        new Dictionary<DonorId, Donor>(),
        new Dictionary<AgreementId, GrantAgreement>(),
        new Dictionary<PersonId, Person>(),
        new[] { "af", "et" }
            .Select(home => new PlanListing(
                new PlanId($"{home}-2026"),
                new AdministrationId(home.ToUpperInvariant()),
                new DateOnly(2026, 1, 1),
                new DateOnly(2028, 12, 31)
            ))
            .ToDictionary(plan => plan.Id)
    );

    [Theory]
    [InlineData("/", null, true)]
    [InlineData("/plans/af-2026", null, false)]
    [InlineData("/plans/af-2026", Role.Coordinator, true)]
    [InlineData("/plans/af-2026?done=1", Role.Coordinator, true)]
    [InlineData("/plans/et-2026", Role.Coordinator, false)]
    [InlineData("/audit/plan-af-2026", Role.Coordinator, false)]
    [InlineData("/audit/plan-af-2026", Role.ProgrammeOfficer, true)]
    [InlineData("/people/new", Role.ThematicExpert, false)]
    [InlineData("/plans/et-2026", Role.ProgrammeOfficer, true)]
    [InlineData("/nowhere/at/all", Role.ProgrammeOfficer, false)]
    public void A_link_is_offered_where_the_table_lets_the_reader_in(string path, Role? role, bool may)
    {
        Person? person = role is { } held
            ? new Person(
                new PersonId("somebody"),
                "Somebody",
                "somebody@customs.example",
                Language.En,
                [new RoleHeld(held, new DateOnly(2026, 1, 1), null, held == Role.Coordinator ? new AdministrationId("AF") : null, null)]
            )
            : null;
        Assert.Equal(may, Reachable.May(path, person, Register, Today));
    }
}
