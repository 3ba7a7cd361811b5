using ACip.Functions.Api;
using ACip.Functions.Api.Meetings;
using ACip.Functions.Api.Multilateral;
using ACip.Functions.Api.Onboarding;
using ACip.Workflows.Meetings;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Multilateral.Entries;
using ACip.Workflows.Multilateral.Experts;
using ACip.Workflows.Multilateral.Practices;
using ACip.Workflows.Onboarding.Donors;
using ACip.Workflows.Onboarding.Members;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on the multilateral component, meetings, and on joining and leaving.</summary>
internal static class MultilateralOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        Get(
            "/api/multilateral",
            "getMultilateral",
            "Initiatives, instruments, uptake, events, experts, practices.",
            typeof(MultilateralReadModel)
        ),
        Save("/api/multilateral/initiatives/{id}", "saveInitiative", typeof(Initiative)),
        Save("/api/multilateral/instruments/{id}", "saveInstrument", typeof(Instrument)),
        Save("/api/multilateral/uptakes/{id}", "saveUptake", typeof(Uptake)),
        Save("/api/multilateral/experts/{id}", "saveExpert", typeof(Expert)),
        new(
            "post",
            "/api/multilateral/candidates",
            "getCandidates",
            "Who of the pool of experts fits a request, the best first, with the reasons.",
            ApiCaller.SignedIn,
            typeof(IReadOnlyList<Candidate>),
            typeof(ExpertRequest)
        ),
        Post(
            "/api/multilateral/practices",
            "proposePractice",
            "Asks an administration whether others may read what it reported; for officers.",
            typeof(NewPractice)
        ),
        Post(
            "/api/multilateral/topics",
            "openTopic",
            "Opens a topic of a community of practice; for officers.",
            typeof(MultilateralEndpoints.NewTopic)
        ),
        new(
            "get",
            "/api/events",
            "getEvents",
            "Events with who comes and came.",
            ApiCaller.SignedIn,
            typeof(PageOf<EventEndpoints.EventAnswer>),
            Paged: true
        ),
        Post(
            "/api/events",
            "planEvent",
            "Plans an event or an expert mission, and invites to it; for officers.",
            typeof(EventEndpoints.NewEvent)
        ),
        Get("/api/events/{event}", "getEvent", "An event with who comes and came.", typeof(EventEndpoints.EventAnswer)),
        Decide("/api/events/{event}/cancellation", "cancelEvent", "Takes an event back; for officers.", typeof(GivenReasonBody)),
        new(
            "get",
            "/api/meetings",
            "getMeetings",
            "Annual coordinators' meetings.",
            ApiCaller.SignedIn,
            typeof(PageOf<MeetingRecord>),
            Paged: true
        ),
        Post("/api/meetings", "callMeeting", "Calls the meeting of a year; for officers.", typeof(MeetingEndpoints.NewMeeting)),
        Get("/api/meetings/{year}", "getMeeting", "A meeting, who comes and what they bring.", typeof(MeetingEndpoints.MeetingAnswer)),
        Decide(
            "/api/meetings/{year}/minutes",
            "writeMinutes",
            "Who came, what was said, what was agreed; for officers.",
            typeof(NewMinutes)
        ),
        Decide("/api/meetings/{year}/cancellation", "cancelMeeting", "Takes a meeting back; for officers.", typeof(GivenReasonBody)),
        Get("/api/onboarding", "getOnboarding", "Who came, comes and left.", typeof(OnboardingEndpoints.OnboardingAnswer)),
        Post("/api/onboarding/members", "beginMember", "Enters an administration that is interested; for officers.", typeof(NewMember)),
        Post(
            "/api/onboarding/members/{administration}/exit",
            "endMember",
            "A Member leaves: its plans and roles end; for officers.",
            typeof(GivenReasonBody)
        ),
        Post("/api/onboarding/donors", "beginDonor", "Enters a donor; for officers.", typeof(NewDonor)),
        Post(
            "/api/onboarding/donors/{donor}/exit",
            "endDonor",
            "A donor leaves: its agreements end on that day; for officers.",
            typeof(OnboardingEndpoints.DonorExit)
        ),
    ];

    private static ApiOperation Get(string path, string id, string what, Type answer) =>
        new("get", path, id, what, ApiCaller.SignedIn, answer);

    private static ApiOperation Post(string path, string id, string what, Type body) =>
        new("post", path, id, what, ApiCaller.SignedIn, typeof(RecordedAnswer), body);

    private static ApiOperation Decide(string path, string id, string what, Type body) =>
        Post(path, id, what, body) with
        {
            Seen = ApiSeen.MaySay,
        };

    private static ApiOperation Save(string path, string id, Type entry) =>
        new("put", path, id, "If-Match is needed, or If-None-Match: * for a new one.", ApiCaller.SignedIn, entry, entry)
        {
            Seen = ApiSeen.MustSay,
        };
}
