using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Programme;

public sealed class RoleGrantingTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 5, 4);
    private static readonly PersonId Officer = new("officer"),
        Approver = new("approver"),
        Expert = new("expert");
    private static readonly RoleGrant Confirmed = new(Officer, Now.AddYears(-1), Approver, Now.AddYears(-1));

    [Theory]
    [InlineData(Role.Approver, true)]
    [InlineData(Role.IntegrityOfficer, true)]
    [InlineData(Role.Auditor, true)]
    [InlineData(Role.ProgrammeOfficer, false)]
    [InlineData(Role.Coordinator, false)]
    public void Roles_that_decide_or_open_everything_wait_for_a_second_person(Role role, bool waits)
    {
        Person after = RoleGranting.Apply(Person(), Person(new RoleHeld(role, Today)), Officer, Now);
        Assert.Equal(waits, Assert.Single(after.Roles).IsPending);
        Assert.Equal(!waits, after.Holds(role, Today));
    }

    [Fact]
    public void A_role_of_those_that_does_not_say_how_it_was_given_has_no_effect() =>
        Assert.False(Person(new RoleHeld(Role.Approver, Today)).Holds(Role.Approver, Today));

    [Fact]
    public void Who_writes_the_entry_cannot_say_that_it_was_confirmed()
    {
        var forged = new RoleHeld(Role.Approver, Today) { Grant = Confirmed };
        RoleHeld held = Assert.Single(RoleGranting.Apply(Person(), Person(forged), Officer, Now).Roles);
        Assert.Equal(new RoleGrant(Officer, Now), held.Grant);
    }

    [Theory]
    [InlineData(0, 10, false)] // as it was
    [InlineData(0, 5, false)] // shorter
    [InlineData(2, 5, false)] // within
    [InlineData(-1, 10, true)] // from an earlier day
    [InlineData(0, 11, true)] // until a later day
    [InlineData(0, null, true)] // without an end
    public void A_confirmed_role_stays_so_within_its_days_and_waits_beyond_them(int from, int? until, bool waits)
    {
        Person stands = Person(new RoleHeld(Role.Approver, Today, Today.AddDays(10)) { Grant = Confirmed });
        Person wanted = Person(new RoleHeld(Role.Approver, Today.AddDays(from), until is { } days ? Today.AddDays(days) : null));
        Assert.Equal(waits, RoleGranting.Apply(stands, wanted, Officer, Now).Roles[0].IsPending);
    }

    [Fact]
    public void With_another_address_a_confirmed_role_waits_again_for_it_would_be_somebody_elses()
    {
        Person stands = Person(new RoleHeld(Role.Approver, Today) { Grant = Confirmed });
        Assert.False(
            RoleGranting
                .Apply(stands, stands with { Name = "Another Name", Email = stands.Email.ToUpperInvariant() }, Officer, Now)
                .Roles[0]
                .IsPending
        );
        Assert.True(RoleGranting.Apply(stands, stands with { Email = "mine@elsewhere.example" }, Officer, Now).Roles[0].IsPending);
    }

    [Fact]
    public void Nobody_changes_their_own_roles_and_everybody_may_change_their_own_name()
    {
        Person own = Person(new RoleHeld(Role.ProgrammeOfficer, Today));
        Assert.False(RoleGranting.IsOwn(own, own with { Name = "Another Name" }, Expert));
        Assert.True(RoleGranting.IsOwn(own, own with { Roles = [] }, Expert));
        Assert.True(RoleGranting.IsOwn(own, own with { Roles = [.. own.Roles, new RoleHeld(Role.Auditor, Today)] }, Expert));
        Assert.False(RoleGranting.IsOwn(own, own with { Roles = [] }, Officer));
    }

    [Fact]
    public void Neither_who_proposed_a_role_nor_who_gets_it_confirms_it()
    {
        Person waiting = RoleGranting.Apply(Person(), Person(new RoleHeld(Role.IntegrityOfficer, Today)), Officer, Now);
        Assert.Equal(FourEyes.Rule, RoleGranting.Decide(waiting, true, Officer, Now).Rule);
        Assert.Equal(RoleGranting.OwnRoles, RoleGranting.Decide(waiting, true, Expert, Now).Rule);
        Assert.Equal("no-role-waits", RoleGranting.Decide(Person(), true, Approver, Now).Rule);
        Assert.True(RoleGranting.Decide(waiting, true, Approver, Now).After!.Holds(Role.IntegrityOfficer, Today));
        Assert.Empty(RoleGranting.Decide(waiting, false, Approver, Now).After!.Roles);
    }

    [Fact]
    public void What_changed_is_told_role_by_role()
    {
        Person before = Person(
            new RoleHeld(Role.Coordinator, Today, null, new AdministrationId("GH")),
            new RoleHeld(Role.ThematicExpert, Today)
        );
        Person after = RoleGranting.Apply(
            before,
            Person(new RoleHeld(Role.ThematicExpert, Today, Today.AddDays(5)), new RoleHeld(Role.Auditor, Today)),
            Officer,
            Now
        );
        Assert.Equal(
            "Taken Coordinator of GH 2026-05-04–; Given ThematicExpert 2026-05-04–2026-05-09; Waits Auditor 2026-05-04–; another address",
            RoleGranting.Describe(RoleGranting.Changes(before, after), true)
        );
        Person confirmed = RoleGranting.Decide(after, true, Approver, Now).After!;
        Assert.Equal(
            (RoleChangeKind.Confirmed, Role.Auditor),
            Assert.Single(RoleGranting.Changes(after, confirmed)) is var one ? (one.Kind, one.Held.Role) : default
        );
        Assert.Empty(RoleGranting.Changes(after, after));
    }

    private static Person Person(params RoleHeld[] roles) => new(Expert, "Ex Pert", "expert@acip.example", Language.En, roles);
}
