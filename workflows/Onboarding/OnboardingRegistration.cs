using ACip.Workflows.HumanTasks;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Erasure;
using ACip.Workflows.Onboarding.Members;
using ACip.Workflows.Onboarding.StandingIn;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Onboarding;

/// <summary>Registers how people join, change roles and leave, and how the first approver is named.</summary>
internal static class OnboardingRegistration
{
    public static IServiceCollection AddOnboarding(this IServiceCollection services) =>
        services
            .AddSingleton<RegisterService>()
            .AddSingleton<PeopleService>()
            .AddSingleton<RoleMails>()
            .AddSingleton<AllocationService>()
            .AddSingleton<DepartureService>()
            .AddSingleton<AbsenceService>()
            .AddSingleton<MemberService>()
            .AddSingleton<IExpectedWork>(all => all.GetRequiredService<MemberService>())
            .AddSingleton<ITaskKind, ConfirmMembershipTask>()
            .AddSingleton<ITaskKind, RegisterCoordinatorTask>()
            .AddSingleton<DonorService>()
            .AddSingleton<IExpectedWork>(all => all.GetRequiredService<DonorService>())
            .AddSingleton<ITaskKind, DonorStepTask>()
            .AddSingleton<ErasureService>()
            .AddSingleton<MailErasure>()
            .AddSingleton<FirstApprover>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<FirstApprover>());
}
