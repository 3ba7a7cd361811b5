using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Routes of the multilateral component, meetings, and of joining and leaving.</summary>
internal static class MultilateralRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiEvents", "GET", "api/events", Of(Right.ReadProgramme)),
        new("ApiPlanEvent", "POST", "api/events", Of(Right.ManageProgramme)),
        new("ApiEvent", "GET", "api/events/{event}", Of(Right.ReadProgramme)),
        new("ApiCancelEvent", "POST", "api/events/{event}/cancellation", Of(Right.ManageProgramme)),
        new("ApiMeetings", "GET", "api/meetings", Of(Right.ReadProgramme)),
        new("ApiCallMeeting", "POST", "api/meetings", Of(Right.ManageProgramme)),
        new("ApiMeeting", "GET", "api/meetings/{year}", Of(Right.ReadProgramme)),
        new("ApiCancelMeeting", "POST", "api/meetings/{year}/cancellation", Of(Right.ManageProgramme)),
        new("ApiWriteMinutes", "POST", "api/meetings/{year}/minutes", Of(Right.ManageProgramme)),
        new("ApiMultilateral", "GET", "api/multilateral", Of(Right.ReadProgramme)),
        new("ApiCandidates", "POST", "api/multilateral/candidates", Of(Right.ReadProgramme)),
        new("ApiSaveExpert", "PUT", "api/multilateral/experts/{id}", Of(Right.ManageProgramme)),
        new("ApiSaveInitiative", "PUT", "api/multilateral/initiatives/{id}", Of(Right.ManageProgramme)),
        new("ApiSaveInstrument", "PUT", "api/multilateral/instruments/{id}", Of(Right.ManageProgramme)),
        new("ApiProposePractice", "POST", "api/multilateral/practices", Of(Right.ManageProgramme)),
        new("ApiOpenTopic", "POST", "api/multilateral/topics", Of(Right.ManageProgramme)),
        new("ApiSaveUptake", "PUT", "api/multilateral/uptakes/{id}", Of(Right.ManageProgramme)),
        new("ApiOnboarding", "GET", "api/onboarding", Of(Right.ReadProgramme)),
        new("ApiNewDonor", "POST", "api/onboarding/donors", Of(Right.ManageProgramme)),
        new("ApiDonorLeaves", "POST", "api/onboarding/donors/{donor}/exit", Of(Right.ManageProgramme)),
        new("ApiNewMember", "POST", "api/onboarding/members", Of(Right.ManageProgramme)),
        new("ApiMemberLeaves", "POST", "api/onboarding/members/{administration}/exit", Of(Right.ManageProgramme)),
        new("EventPageEndpoint", "GET", "events/{event}", Of(Right.ReadProgramme)),
        new("EventPageEndpoint", "POST", "events/{event}", Of(Right.ManageProgramme)),
        new("MeetingsPageEndpoint", "GET", "meetings", Of(Right.ReadProgramme)),
        new("MeetingsPageEndpoint", "POST", "meetings", Of(Right.ManageProgramme)),
        new("MeetingPageEndpoint", "GET", "meetings/{year}", Of(Right.ReadProgramme)),
        new("MeetingPageEndpoint", "POST", "meetings/{year}", Of(Right.ManageProgramme)),
        new("MultilateralPageEndpoint", "GET", "multilateral", Of(Right.ReadProgramme)),
        new("MultilateralPageEndpoint", "POST", "multilateral", Of(Right.ManageProgramme)),
        new("OnboardingPageEndpoint", "GET", "onboarding", Of(Right.ReadProgramme)),
        new("OnboardingPageEndpoint", "POST", "onboarding", Of(Right.ManageProgramme)),
    ];
}
