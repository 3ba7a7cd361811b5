using ACip.Workflows.Onboarding.Erasure;
using ACip.Workflows.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Onboarding;

/// <summary>People come, change roles and leave; the first approver is named.</summary>
internal static class OnboardingRegistration
{
    public static IServiceCollection AddOnboarding(this IServiceCollection services) => services
        .AddSingleton<RegisterService>().AddSingleton<PeopleService>().AddSingleton<RoleMails>()
        .AddSingleton<AllocationService>().AddSingleton<DepartureService>().AddSingleton<ErasureService>().AddSingleton<ErasedMail>()
        .AddSingleton<FirstApprover>().AddSingleton<IStorageStep>(all => all.GetRequiredService<FirstApprover>());
}
