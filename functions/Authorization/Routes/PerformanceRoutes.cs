using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>The Performance Measurement Mechanism.</summary>
internal static class PerformanceRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiPmmReference", "GET", "api/pmm/reference", Of(Right.ReadProgramme)),
        new("ApiSavePmmReference", "PUT", "api/pmm/reference", Of(Right.ManageProgramme)),
        new("ApiAssessments", "GET", "api/pmm/{administration}", PlanReaders),
        new("ApiBeginAssessment", "POST", "api/pmm/{administration}", Of(Right.ManageProgramme)),
        new("PmmPageEndpoint", "GET", "pmm", Everybody),
        new("PmmPageEndpoint", "POST", "pmm", Of(Right.ManageProgramme)),
        new("PmmReferenceEndpoint", "GET", "pmm/reference", Of(Right.ManageProgramme)),
        new("PmmReferenceEndpoint", "POST", "pmm/reference", Of(Right.ManageProgramme)),
    ];
}
