using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>The chain of decisions.</summary>
internal static class AuditRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("GetAudit", "GET", "api/audit/{stream}", Of(Right.VerifyAudit)),
        new("VerifyAudit", "GET", "api/audit/{stream}/verify", Of(Right.VerifyAudit)),
        new("VerifyProgramme", "GET", "api/verification", Of(Right.VerifyAudit)),
        new("AuditPageEndpoint", "GET", "audit/{stream}", Of(Right.VerifyAudit)),
    ];
}
