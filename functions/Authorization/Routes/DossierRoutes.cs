using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Dossiers for auditors.</summary>
internal static class DossierRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GrantDossier", "GET", "api/agreements/{id}/dossier", Of(Right.VerifyAudit)),
        new("PlanDossier", "GET", "api/plans/{planId}/dossier", Of(Right.VerifyAudit)),
        new("ReportDossier", "GET", "api/plans/{planId}/reports/{period}/dossier", Of(Right.VerifyAudit)),
    ];
}
