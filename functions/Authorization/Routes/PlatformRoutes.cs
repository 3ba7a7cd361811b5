using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>What belongs to no capability: overview, lists, the pages about the API, health, addresses that lead nowhere.</summary>
internal static class PlatformRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("DashboardEndpoint", "GET", "{ignored}", Anybody),
        .. from method in new[] { "GET", "POST", "PUT", "DELETE", "PATCH" }
        select new Route("UnknownAddressEndpoint", method, "{*path}", Anybody),
        new("ShowApi", "GET", "developers", Anybody),
        new("ShowApiCapability", "GET", "developers/{capability}", Anybody),
        new("ShowApiSchema", "GET", "developers/schemas/{schema}", Anybody),
        new("ShowProblem", "GET", "problems/{rule}", Anybody),
        new("GetList", "GET", "api/lists/{list}", Everybody),
        new("HealthCheck", "GET", "api/health", Anybody),
        new("OpenApiDocument", "GET", "api/openapi.json", Anybody),
        new("ShowList", "GET", "lists/{list}", Everybody),
        new("TakeList", "GET", "lists/{list}/{file}", Everybody),
        new("SearchEndpoint", "GET", "search", Everybody),
        new("ScriptFile", "GET", "script/{name}", Anybody),
        new("StyleSheet", "GET", "style/{name}", Anybody),
    ];
}
