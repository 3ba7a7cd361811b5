using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>The multilateral component.</summary>
internal static class MultilateralRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiEvents", "GET", "api/events", Of(Right.ReadProgramme)),
        new("ApiPlanEvent", "POST", "api/events", Of(Right.ManageProgramme)),
        new("ApiEvent", "GET", "api/events/{event}", Of(Right.ReadProgramme)),
        new("ApiCancelEvent", "POST", "api/events/{event}/cancellation", Of(Right.ManageProgramme)),
        new("ApiMultilateral", "GET", "api/multilateral", Of(Right.ReadProgramme)),
        new("ApiCandidates", "POST", "api/multilateral/candidates", Of(Right.ReadProgramme)),
        new("ApiSaveExpert", "PUT", "api/multilateral/experts/{id}", Of(Right.ManageProgramme)),
        new("ApiSaveInitiative", "PUT", "api/multilateral/initiatives/{id}", Of(Right.ManageProgramme)),
        new("ApiSaveInstrument", "PUT", "api/multilateral/instruments/{id}", Of(Right.ManageProgramme)),
        new("ApiProposePractice", "POST", "api/multilateral/practices", Of(Right.ManageProgramme)),
        new("ApiOpenTopic", "POST", "api/multilateral/topics", Of(Right.ManageProgramme)),
        new("ApiSaveUptake", "PUT", "api/multilateral/uptakes/{id}", Of(Right.ManageProgramme)),
        new("EventPageEndpoint", "GET", "events/{event}", Of(Right.ReadProgramme)),
        new("EventPageEndpoint", "POST", "events/{event}", Of(Right.ManageProgramme)),
        new("MultilateralPageEndpoint", "GET", "multilateral", Of(Right.ReadProgramme)),
        new("MultilateralPageEndpoint", "POST", "multilateral", Of(Right.ManageProgramme)),
    ];
}
