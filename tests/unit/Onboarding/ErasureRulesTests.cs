using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;
using ACip.Workflows.Onboarding.Erasure;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Onboarding;

public sealed class ErasureRulesTests
{
    private static readonly DateOnly Today = new(2031, 6, 1);

    private static readonly DateOnly Yesterday = Today.AddDays(-1);

    public static TheoryData<string, DateOnly?[], bool> Parts =>
        new()
        {
            { "never had a role", [], false },
            { "had the last one until yesterday", [new DateOnly(2020, 1, 1), Yesterday], false },
            { "has one until today", [Today], true },
            { "has one that goes on", [null], true },
            { "had one, and has another", [Yesterday, null], true },
        };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Who_has_a_part_cannot_be_erased(string who, DateOnly?[] until, bool refused)
    {
        Person person = Of("coordinator-bj@customs.example", until);
        Assert.True(refused == (ErasureRules.Refuse(person, Today) is { Rule: "person-has-a-part" }), who);
        Assert.True(refused != ErasureRules.MayGo(person, Today), who);
    }

    [Fact]
    public void A_role_that_is_to_come_or_waits_for_its_confirmation_is_a_part()
    {
        Person person = Of("somebody@customs.example", Today.AddYears(2));
        Assert.NotNull(ErasureRules.Refuse(person with { Roles = [person.Roles[0] with { From = Today.AddYears(1) }] }, Today));
        RoleHeld waits = person.Roles[0] with { Grant = new RoleGrant(new PersonId("officer"), DateTimeOffset.UnixEpoch) };
        Assert.True(waits.IsPending);
        Assert.NotNull(ErasureRules.Refuse(person with { Roles = [waits] }, Today));
    }

    [Fact]
    public void Who_was_erased_is_offered_no_more_and_can_be_erased_again()
    {
        Person erased = Of(ErasureRules.AddressAfter(new PersonId("left")), Yesterday);
        Assert.Equal("left@erased.invalid", erased.Email);
        Assert.True(ErasureRules.IsErased(erased));
        Assert.False(ErasureRules.MayGo(erased, Today));
        Assert.Null(ErasureRules.Refuse(erased, Today));
    }

    [Theory]
    [InlineData("left@erased.invalid.example")]
    [InlineData("erased.invalid@customs.example")]
    [InlineData("left@not-erased.invalid")]
    public void An_address_that_only_looks_like_it_is_somebodys(string address) => Assert.False(ErasureRules.IsErased(Of(address)));

    private static Person Of(string address, params DateOnly?[] until) =>
        new(
            new PersonId("left"),
            "Somebody",
            address,
            Language.En,
            [.. until.Select(last => new RoleHeld(Role.Approver, new DateOnly(2018, 1, 1), last))]
        );
}
