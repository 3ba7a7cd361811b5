using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Recommendations of visits and audits.</summary>
internal static class RecommendationRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiRecommendations", "GET", "api/plans/{planId}/recommendations", Of(Right.ReadProgramme)),
        new("ApiEnterRecommendation", "POST", "api/plans/{planId}/recommendations", Of(Right.ManageProgramme)),
        new("ApiCloseRecommendation", "POST", "api/plans/{planId}/recommendations/{id}/closing", Of(Right.ManageProgramme)),
        new("RecommendationForm", "POST", "plans/{planId}/recommendations", Of(Right.ManageProgramme)),
        new("RecommendationOwnersFile", "GET", "plans/{planId}/recommendations/{id}/files/{sha256}", Of(Right.ReadEvidence)),
        new("RecommendationEvidence", "GET", "plans/{planId}/recommendations/{id}/evidence", Of(Right.ReadEvidence)),
    ];
}
