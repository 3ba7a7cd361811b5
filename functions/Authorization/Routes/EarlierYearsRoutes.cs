using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Figures from before the programme.</summary>
internal static class EarlierYearsRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiHistory", "GET", "api/plans/{planId}/history", Of(Right.ReadProgramme)),
        new("ApiImportHistory", "POST", "api/plans/{planId}/history", Of(Right.ManageProgramme)),
        new("EarlierYearsForm", "POST", "plans/{planId}/history", Of(Right.ManageProgramme)),
    ];
}
