using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>The coordinators' meeting.</summary>
internal static class MeetingRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiMeetings", "GET", "api/meetings", Of(Right.ReadProgramme)),
        new("ApiCallMeeting", "POST", "api/meetings", Of(Right.ManageProgramme)),
        new("ApiMeeting", "GET", "api/meetings/{year}", Of(Right.ReadProgramme)),
        new("ApiCancelMeeting", "POST", "api/meetings/{year}/cancellation", Of(Right.ManageProgramme)),
        new("ApiWriteMinutes", "POST", "api/meetings/{year}/minutes", Of(Right.ManageProgramme)),
        new("MeetingsPageEndpoint", "GET", "meetings", Of(Right.ReadProgramme)),
        new("MeetingsPageEndpoint", "POST", "meetings", Of(Right.ManageProgramme)),
        new("MeetingPageEndpoint", "GET", "meetings/{year}", Of(Right.ReadProgramme)),
        new("MeetingPageEndpoint", "POST", "meetings/{year}", Of(Right.ManageProgramme)),
    ];
}
