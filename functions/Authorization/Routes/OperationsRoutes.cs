using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>What operators ask of a deployment from the command line.</summary>
internal static class OperationsRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ResendWaiting", "POST", "api/operations/mails", FunctionKey),
        new("ResendMail", "POST", "api/operations/mails/{stream}/{key}", FunctionKey),
        new("ErasePerson", "POST", "api/operations/people/{id}/erasure", FunctionKey),
        new("Reconcile", "POST", "api/operations/reconciliation", FunctionKey),
        new("GetStatus", "GET", "api/operations/status", FunctionKey),
        new("GetVerifiable", "GET", "api/operations/verification", FunctionKey),
        new("VerifyIssuedReport", "GET", "api/operations/verification/donor-reports/{agreement}/{period}", FunctionKey),
        new("VerifyStream", "GET", "api/operations/verification/streams/{stream}", FunctionKey),
    ];
}
