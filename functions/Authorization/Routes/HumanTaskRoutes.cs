using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Pages behind the links in mails.</summary>
internal static class HumanTaskRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("TaskPageEndpoint", "GET", "tasks/{token}", Link),
        new("TaskPageEndpoint", "POST", "tasks/{token}", Link),
        new("ConfirmPageEndpoint", "GET", "tasks/{token}/confirm/{key}/{secret}", Link),
        new("ConfirmPageEndpoint", "POST", "tasks/{token}/confirm/{key}/{secret}", Link),
        new("TaskDraftOverview", "GET", "tasks/{token}/draft", Link),
        new("TaskDraftSection", "GET", "tasks/{token}/draft/{section}", Link),
        new("TaskDraftSection", "POST", "tasks/{token}/draft/{section}", Link),
        new("TaskDraftItem", "GET", "tasks/{token}/draft/{section}/{code}", Link),
        new("TaskDraftItem", "POST", "tasks/{token}/draft/{section}/{code}", Link),
    ];
}
