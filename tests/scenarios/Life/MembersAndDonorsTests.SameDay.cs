using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;
using Microsoft.DurableTask.Client;

namespace ACip.Tests.Scenarios.Life;

public sealed partial class MembersAndDonorsTests
{
    private static readonly AdministrationId Benin = new("BJ");

    [Fact]
    public async Task Who_left_by_mistake_and_comes_back_that_day_keeps_its_people()
    {
        await using LifeWorld world = await LifeWorld.StartAsync(1);
        await EnterAsync(world, "2026-07-01");
        MemberService members = world.Inner.Platform.Get<MemberService>();
        Administration benin = (await RegisterAsync(world)).Administrations[Benin];
        (CommandResult twice, _) = await members.BeginAsync(
            new NewMember(benin, "Aïcha Exemple", "aicha@customs-bj.example", new DateOnly(2026, 7, 1)),
            new PersonId(LifeWorld.Officer),
            CancellationToken.None
        );
        Assert.Equal("member-twice", Assert.IsType<CommandResult.Refused>(twice).Rule);
        Assert.Null((await RegisterAsync(world)).ByAddress("aicha@customs-bj.example")); // nor does she speak for it

        await ConfirmAsync(world, "Koffi Exemple");
        await world.AnswerByPageAsync(world.Mail("member-bj", "officer"), new KeyValuePair<string, string>("v-N1", "yes"));
        Assert.Equal(MemberState.Joined, (await MemberAsync(world)).State);
        await KeepWhereAPlanGoesOnAsync(world);
        await world.SubmitAsync(
            "/onboarding",
            new("act", "member-leaves"),
            new("administration", "BJ"),
            new("reason", "The wrong one was chosen.")
        );
        await world.ToAsync(2026, 3, 2); // hours later
        await EnterAsync(world, "2027-01-01");
        await ConfirmAsync(world, "Koffi Exemple");
        await world.AnswerByPageAsync(world.Mail("member-bj", "officer"), new KeyValuePair<string, string>("v-N1", "yes"));
        Assert.Equal(MemberState.Joined, (await MemberAsync(world)).State);
        var later = new DateOnly(2026, 6, 1);
        ProgrammeRegister register = await RegisterAsync(world);
        Assert.Equal([new PersonId("head-bj")], register.Holding(Role.HeadOfCustoms, later, Benin));
        Assert.Equal([new PersonId("coordinator-bj")], register.Holding(Role.Coordinator, later, Benin));
        await SoundAsync(world);
    }

    /// <summary>A plan that cannot be ended leaves everybody their roles.</summary>
    private static async Task KeepWhereAPlanGoesOnAsync(LifeWorld world)
    {
        var members = new MemberService(
            world.Inner.Platform.Get<ProgrammeTable>(),
            world.Inner.Platform.Get<ProgrammeDirectory>(),
            world.Inner.Platform.Get<RegisterService>(),
            world.Inner.Platform.Get<PeopleService>(),
            new PlansThatGoOn(),
            world.Inner.Platform.Clock
        );
        CommandResult left = await members.LeaveAsync(
            new MemberRef(Benin),
            "It goes.",
            new PersonId(LifeWorld.Officer),
            CancellationToken.None
        );
        Assert.Equal("plan-goes-on", Assert.IsType<CommandResult.Refused>(left).Rule);
        Assert.NotEmpty((await RegisterAsync(world)).Holding(Role.Coordinator, new DateOnly(2026, 6, 1), Benin));
    }

    private sealed class PlansThatGoOn : IMemberPlans
    {
        public Task<PlanId?> BeginFirstAsync(
            AdministrationId administration,
            DateOnly start,
            PersonId by,
            DurableTaskClient workflows,
            CancellationToken cancellation
        ) => throw new NotSupportedException();

        public Task<CommandResult> EndAllAsync(
            AdministrationId administration,
            string reason,
            PersonId by,
            CancellationToken cancellation
        ) => Task.FromResult<CommandResult>(new CommandResult.Refused("plan-goes-on", "It cannot be ended."));
    }
}
