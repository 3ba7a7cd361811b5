using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Operators' commands and page.</summary>
internal static class OperationsRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("OperationsPageEndpoint", "GET", "operations", Of(Right.ManageProgramme)),
        new("OperationsPageEndpoint", "POST", "operations", Of(Right.ManageProgramme)),
        new("GetExport", "GET", "api/operations/export", MasterKey),
        new("ExportBlobs", "GET", "api/operations/export/containers/{container}", MasterKey),
        new("ExportBlob", "GET", "api/operations/export/containers/{container}/blob", MasterKey),
        new("ExportRows", "GET", "api/operations/export/tables/{table}", MasterKey),
        new("BeginProgrammeImport", "POST", "api/operations/import", MasterKey),
        new("ImportBlob", "PUT", "api/operations/import/{manifest}/containers/{container}", MasterKey),
        new("EndProgrammeImport", "POST", "api/operations/import/{manifest}/end", MasterKey),
        new("ImportRows", "PUT", "api/operations/import/{manifest}/tables/{table}", MasterKey),
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
