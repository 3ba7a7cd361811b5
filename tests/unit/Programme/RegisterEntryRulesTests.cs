using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Programme;
using ACip.Workflows.Sample;

namespace ACip.Tests.Unit.Programme;

public sealed class RegisterEntryRulesTests
{
    private static readonly ProgrammeSeed Seed = ProgrammeSeed.Load();

    private static readonly ProgrammeRegister Register = new(
        true,
        Seed.Administrations.ToDictionary(one => one.Id),
        Seed.Donors.ToDictionary(one => one.Id),
        Seed.Agreements.ToDictionary(one => one.Id),
        Seed.People.ToDictionary(one => one.Id),
        new Dictionary<PlanId, PlanListing>()
    );

    [Fact]
    public void The_seed_is_free_of_problems()
    {
        Assert.All(Seed.People, person => Assert.Empty(RegisterEntryRules.In(person, Register)));
        Assert.All(Seed.Administrations, administration => Assert.Empty(RegisterEntryRules.In(administration, Register)));
        Assert.All(Seed.Agreements, agreement => Assert.Empty(RegisterEntryRules.In(agreement, Register)));
    }

    [Theory]
    [InlineData("Not A Slug", "a@b.example", "not-a-slug")]
    [InlineData("new", "no address", "not-an-address")]
    [InlineData("new", "coordinator.gh@customs-gh.example", "address-taken")]
    public void A_person_needs_a_slug_and_an_address_of_their_own(string id, string email, string rule) =>
        Assert.Contains(
            RegisterEntryRules.In(new Person(new PersonId(id), "Name", email, Language.En, []), Register),
            problem => problem.Rule == rule
        );

    [Fact]
    public void A_role_ends_after_it_begins_and_belongs_where_it_belongs()
    {
        var person = new Person(
            new PersonId("new"),
            "Name",
            "new@b.example",
            Language.En,
            [
                new RoleHeld(Role.Coordinator, new(2027, 1, 1), new(2026, 1, 1), new AdministrationId("GH")),
                new RoleHeld(Role.Coordinator, new(2027, 1, 1)),
                new RoleHeld(Role.Approver, new(2027, 1, 1), null, new AdministrationId("GH")),
                new RoleHeld(Role.DonorReader, new(2027, 1, 1), null, null, new DonorId("NOBODY")),
            ]
        );
        Assert.Equal(
            ["roles/0/until", "roles/1/administration", "roles/2/administration", "roles/3/donor"],
            RegisterEntryRules.In(person, Register).Select(problem => problem.Path)
        );
    }

    [Fact]
    public void An_administration_needs_a_zone_a_working_day_and_a_fiscal_year()
    {
        Administration odd = Seed.Administrations[0] with
        {
            TimeZone = "Nowhere",
            Weekend = Enum.GetValues<DayOfWeek>(),
            FiscalYearStart = "13-01",
        };
        Assert.Equal(["timeZone", "weekend", "fiscalYearStart"], RegisterEntryRules.In(odd, Register).Select(problem => problem.Path));
    }
}
