using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Programme;

/// <summary>Who may still hear of an administration: mails are written to whoever had handed something in or asked for something, and that
/// may be long ago.</summary>
public sealed class StillOfTests
{
    private static readonly DateOnly Today = new(2026, 5, 1);
    private static readonly AdministrationId Home = new("GH"),
        Other = new("KE");

    public static TheoryData<string, RoleHeld[], bool> Cases =>
        new()
        {
            { "in office", [Of(Role.Coordinator, Home)], true },
            { "on the last day", [Of(Role.Coordinator, Home) with { Until = Today }], true },
            { "left yesterday", [Of(Role.Coordinator, Home) with { Until = Today.AddDays(-1) }], false },
            { "begins tomorrow", [Of(Role.Coordinator, Home) with { From = Today.AddDays(1) }], false },
            { "a colleague, who was asked for a part", [Of(Role.Contributor, Home)], true },
            { "of another administration", [Of(Role.Coordinator, Other)], false },
            { "moved to another", [Of(Role.Coordinator, Home) with { Until = Today.AddDays(-1) }, Of(Role.Coordinator, Other)], false },
            { "no role at all", [], false },
            { "an officer, who had entered it on behalf", [Of(Role.ProgrammeOfficer, null)], true },
            { "an officer once", [Of(Role.ProgrammeOfficer, null) with { Until = Today.AddDays(-1) }], false },
            { "a donor's reader", [Of(Role.DonorReader, null)], false },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_goes_by_the_roles_of_the_day(string who, RoleHeld[] held, bool hears)
    {
        var person = new Person(new PersonId("somebody"), who, "somebody@customs.example", Language.En, held);
        Assert.Equal(hears ? [person.Id] : [], Register(person).StillOf(Home, [person.Id], Today));
    }

    [Fact]
    public void Whoever_is_registered_no_more_is_left_out_and_the_others_keep_their_order()
    {
        Person here = Coordinator("here"),
            there = Coordinator("there");
        Assert.Equal([there.Id, here.Id], Register(here, there).StillOf(Home, [there.Id, new PersonId("erased"), here.Id], Today));
    }

    private static Person Coordinator(string id) =>
        new(new PersonId(id), id, $"{id}@customs.example", Language.En, [Of(Role.Coordinator, Home)]);

    private static RoleHeld Of(Role role, AdministrationId? home) => new(role, new DateOnly(2026, 1, 1), Administration: home);

    private static ProgrammeRegister Register(params Person[] people) =>
        new(
            true,
            new Dictionary<AdministrationId, Administration>(),
            new Dictionary<DonorId, Donor>(),
            new Dictionary<AgreementId, GrantAgreement>(),
            people.ToDictionary(one => one.Id),
            new Dictionary<PlanId, PlanListing>()
        );
}
