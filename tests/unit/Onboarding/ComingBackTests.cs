using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;

namespace ACip.Tests.Unit.Onboarding;

/// <summary>A Member that left and comes back: whose roles go on, and whose answer counts.</summary>
public sealed class ComingBackTests
{
    private static readonly DateOnly Today = new(2026, 4, 30);

    private static readonly AdministrationId Benin = new("BJ");

    private static readonly RoleHeld Wanted = new(Role.HeadOfCustoms, Today, Administration: Benin);

    [Fact]
    public void A_role_that_ended_today_goes_on()
    {
        RoleHeld held = Wanted with { From = new DateOnly(2020, 1, 1) };
        RoleHeld other = held with { Role = Role.Alternate, Until = Today };
        Assert.Equal([other, held], MemberActivities.GoingOn([other, held with { Until = Today }], Wanted));
    }

    [Fact]
    public void A_role_that_ended_before_is_given_again()
    {
        RoleHeld before = Wanted with { From = new DateOnly(2020, 1, 1), Until = Today.AddDays(-1) };
        Assert.Equal([before, Wanted], MemberActivities.GoingOn([before], Wanted));
    }

    [Fact]
    public void A_role_that_goes_on_stays_as_it_is()
    {
        RoleHeld held = Wanted with { From = new DateOnly(2020, 1, 1), Until = Today.AddDays(90) };
        Assert.Equal([held], MemberActivities.GoingOn([held], Wanted));
    }

    [Theory]
    [InlineData(null, 1, "member-bj-coordinator-1", true)]
    [InlineData(null, 1, "member-bj-coordinator-1-again1", true)]
    [InlineData(null, 1, "member-bj-coordinator-10", false)]
    [InlineData(2, 1, "member-bj-coordinator-1", false)] // of the time before it left
    [InlineData(2, 1, "member-bj-r2-coordinator-1", true)]
    public void An_earlier_yes_was_to_somebody_else(int? returns, int tries, string task, bool asks)
    {
        var member = new MemberRecord(Benin, MemberState.Confirmed, Today, Today) { Returns = returns, Tries = tries };
        Assert.Equal(asks, member.AsksToRegister(new TaskId(task)));
    }
}
