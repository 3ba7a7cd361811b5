using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>People, administrations and donors that join and leave.</summary>
internal static class OnboardingRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiOnboarding", "GET", "api/onboarding", Of(Right.ReadProgramme)),
        new("ApiNewDonor", "POST", "api/onboarding/donors", Of(Right.ManageProgramme)),
        new("ApiDonorLeaves", "POST", "api/onboarding/donors/{donor}/exit", Of(Right.ManageProgramme)),
        new("ApiNewMember", "POST", "api/onboarding/members", Of(Right.ManageProgramme)),
        new("ApiMemberLeaves", "POST", "api/onboarding/members/{administration}/exit", Of(Right.ManageProgramme)),
        new("OnboardingPageEndpoint", "GET", "onboarding", Of(Right.ReadProgramme)),
        new("OnboardingPageEndpoint", "POST", "onboarding", Of(Right.ManageProgramme)),
    ];
}
