using ACip.Functions.Api;
using ACip.Functions.Api.ManyAtOnce;
using ACip.Functions.Api.Programme;
using ACip.Functions.Api.QuarterlyReports;
using ACip.Functions.Pages.HoldUps;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Onboarding.StandingIn;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports.Comments;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Restatements;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on quarterly reports.</summary>
internal static class ReportOperations
{
    private const string Report = "/api/plans/{planId}/reports/{period}";

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "post",
            $"{Report}/extension",
            "extendReport",
            "More time, with a reason; for officers. The lock moves as far as the due date.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportOfficerEndpoints.MoreTime)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/time-requests",
            "askForTime",
            "More time is asked for, with a reason; an officer is asked to give it. A later request takes the place of one that waits.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(MoreTimeEndpoints.NewTimeRequest)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/time-requests/refusal",
            "refuseTime",
            "More time that was asked for is not given, with a reason; for officers. Giving it is extendReport.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportOfficerEndpoints.WithReason)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/contributions",
            "askForPart",
            "A colleague of the administration is asked for items. An address that is not registered there becomes a request to the officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ContributionEndpoints.NewContribution)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/contributions/{{number}}/withdrawal",
            "takePartBack",
            "A part is no longer asked of its person; what they have answered stays.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/contributors/{{number}}/decision",
            "decideContributor",
            "Who is to be asked for a part is registered, or refused with a reason; for officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ContributionEndpoints.ContributorRequestDecision)
        ),
        new(
            "get",
            "/api/plans/{planId}/waiting",
            "getPlanWaiting",
            "Who has decided on the plan, and who still holds it up, since when.",
            ApiCaller.SignedIn,
            typeof(HoldUp)
        ),
        new(
            "get",
            $"{Report}/waiting",
            "getReportWaiting",
            "Who has decided on the report, and who still holds it up, since when.",
            ApiCaller.SignedIn,
            typeof(HoldUp)
        ),
        new(
            "get",
            "/api/donor-reports/{agreement}/{period}/waiting",
            "getDonorReportWaiting",
            "Who has signed or sent back the donor report, and who still holds it up, since when.",
            ApiCaller.SignedIn,
            typeof(HoldUp)
        ),
        new(
            "get",
            "/api/absences",
            "getAbsences",
            "When the signed-in approver is away, and who decides in their place.",
            ApiCaller.SignedIn,
            typeof(PageOf<Absence>),
            Paged: true
        ),
        new(
            "post",
            "/api/absences",
            "nameSubstitute",
            "The signed-in approver is away from day to day; another approver decides in their place. Ends by itself.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(NewAbsence)
        ),
        new(
            "post",
            "/api/absences/end",
            "endAbsence",
            "The signed-in approver is back from today on; an absence to come is not any more.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(AbsenceEndpoints.AbsenceEnd)
        ),
        new(
            "post",
            "/api/many-at-once/preview",
            "previewManyAtOnce",
            "What would become of each of the tasks, if time were given, they were waived, reminded or reassigned; changes nothing. For officers.",
            ApiCaller.SignedIn,
            typeof(IReadOnlyList<ManyEndpoints.ManyLine>),
            typeof(ManyEndpoints.WantedForMany)
        ),
        new(
            "post",
            "/api/many-at-once",
            "doManyAtOnce",
            "Gives time to, waives, reminds or reassigns each of the tasks, with one reason and an audit event each; nothing is done twice.",
            ApiCaller.SignedIn,
            typeof(IReadOnlyList<ManyEndpoints.ManyLine>),
            typeof(ManyEndpoints.WantedForMany)
        ),
        new(
            "post",
            $"{Report}/waiver",
            "waiveReport",
            "The report is not wanted; for officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportOfficerEndpoints.WithReason)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/nil",
            "declareReportNil",
            "Nothing to report, by an officer on behalf of the administration.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportOfficerEndpoints.WithReason)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/recall",
            "recallReport",
            "Takes back what was handed in while nobody has decided on it; for the administration's coordinators and officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(TakingBackEndpoints.Recall)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/reopening",
            "reopenReport",
            "Opens an accepted report again until it is locked, with a reason; for who may review.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportOfficerEndpoints.WithReason)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/entries",
            "enterFigures",
            "Figures by a coordinator's program, or by an officer on behalf of the administration, marked so.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportEntryEndpoints.NewEntries)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "put",
            $"{Report}/notes",
            "saveReportNotes",
            "Risks, deviations and delivery events; replaces what was noted. If-Match is needed.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportNotes)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            $"{Report}/comments",
            "getReportComments",
            "The talk about a report, oldest first.",
            ApiCaller.SignedIn,
            typeof(PageOf<ReportComment>),
            Paged: true
        ),
        new(
            "post",
            $"{Report}/comments",
            "commentReport",
            "Adds a comment; the other side is told by mail.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(ReportCommentEndpoints.NewReportComment)
        ),
        new(
            "get",
            $"{Report}/changes",
            "getReportChanges",
            "What has become of a report since it was sent back, item by item: why, before and now.",
            ApiCaller.SignedIn,
            typeof(PageOf<RoundChange>),
            Paged: true
        ),
        new("get", $"{Report}/changes.csv", "getReportChangesFile", "The same as CSV.", ApiCaller.SignedIn, Tagged: false),
        new(
            "get",
            $"{Report}/restatements",
            "getRestatements",
            "Figures changed after the lock, decided or not, with both values.",
            ApiCaller.SignedIn,
            typeof(PageOf<ReportRestatement>),
            Paged: true
        ),
        new(
            "post",
            $"{Report}/restatements",
            "proposeRestatement",
            "Proposes a change of figures after the lock, with a reason; an approver is asked.",
            ApiCaller.SignedIn,
            typeof(RestatementEndpoints.Proposed),
            typeof(RestatementEndpoints.NewRestatement)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Report}/restatements/{{number}}/decision",
            "decideRestatement",
            "Puts a restatement in force, or refuses it with a reason.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Decision)
        ),
    ];
}
