using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Books of grants, and what agreements want by a day.</summary>
internal static class GrantRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiFinance", "GET", "api/agreements/{id}/finance", Of(Right.ManageProgramme)),
        new("ApiImportFinance", "POST", "api/agreements/{id}/finance", Of(Right.ManageProgramme)),
        new("ApiFinancePeriod", "GET", "api/agreements/{id}/finance/{period}", Of(Right.ManageProgramme)),
        new("ApiSaveFinance", "PUT", "api/agreements/{id}/finance/{period}", Of(Right.ManageProgramme)),
        new("FinancePageEndpoint", "GET", "agreements/{id}/finance", Of(Right.ReadProgramme)),
        new("FinancePageEndpoint", "POST", "agreements/{id}/finance", Of(Right.ManageProgramme)),
        new("ApiObligations", "GET", "api/agreements/{id}/obligations", Of(Right.ManageProgramme)),
        new("ApiEnterObligation", "POST", "api/agreements/{id}/obligations", Of(Right.ManageProgramme)),
        new("ApiMeetObligation", "POST", "api/agreements/{id}/obligations/{obligation}/receipt", Of(Right.ManageProgramme)),
        new("ObligationForm", "POST", "agreements/{id}/obligations", Of(Right.ManageProgramme)),
        new("ObligationSentFile", "GET", "agreements/{id}/obligations/{obligation}/file", Of(Right.ManageProgramme)),
    ];
}
