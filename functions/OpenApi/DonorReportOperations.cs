using ACip.Functions.Api;
using ACip.Functions.Api.DonorReports;
using ACip.Functions.Pages.Dashboard;
using ACip.Functions.Pages.Lists;
using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.DonorReports.Publication;
using ACip.Workflows.DonorReports.Verification;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Programme.ReportTemplates;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on donor reports, their templates and publication.</summary>
internal static class DonorReportOperations
{
    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "get",
            "/api/donor-reports",
            "getDonorReports",
            "Donor reports that have begun.",
            ApiCaller.SignedIn,
            typeof(PageOf<DonorReportRow>),
            Paged: true
        )
        {
            Columns = new DonorReportList().Columns,
        },
        new(
            "get",
            "/api/donor-reports/{agreement}/{period}",
            "getDonorReport",
            "A donor report with its versions.",
            ApiCaller.SignedIn,
            typeof(DonorReportRecord)
        ),
        new(
            "get",
            "/api/donor-reports/{agreement}/{period}/verify",
            "verifyDonorReport",
            "Makes the report again from its snapshot and compares; for auditors, walks every figure back to what is stored.",
            ApiCaller.SignedIn,
            typeof(ReportVerified)
        ),
        new(
            "post",
            "/api/donor-reports/{agreement}/{period}/decision",
            "decideDonorReport",
            "Signs a donor report off, or sends it back with a reason.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Decision)
        ),
        new(
            "get",
            "/api/donor-reports/{agreement}/{period}/lineage",
            "getDonorReportLineage",
            "The observations behind the figures, each with message, person, evidence and audit event.",
            ApiCaller.SignedIn,
            typeof(PageOf<LineageEntry>),
            Paged: true
        ),
        new(
            "get",
            "/api/donor-reports/{agreement}/{period}/texts",
            "getDonorReportTexts",
            "What the Secretariat says about the programme as a whole; its tag is that of all that officers write.",
            ApiCaller.SignedIn,
            typeof(DonorReportTexts)
        ),
        new(
            "put",
            "/api/donor-reports/{agreement}/{period}/texts",
            "writeDonorReportTexts",
            "What the Secretariat says about the programme as a whole; replaces what was there.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(DonorReportTexts)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "get",
            "/api/report-templates",
            "getReportTemplates",
            "What reports to donors consist of, each by its name.",
            ApiCaller.SignedIn,
            typeof(PageOf<ReportTemplate>),
            Paged: true
        ),
        new(
            "get",
            "/api/report-templates/{template}",
            "getReportTemplate",
            "One of them: sections and their order, levels, languages, formats, disclosure, scores.",
            ApiCaller.SignedIn,
            typeof(ReportTemplate),
            Tagged: false
        ),
        new(
            "put",
            "/api/report-templates/{template}",
            "saveReportTemplate",
            "Gives the programme a template, or changes one that was given. If-Match is needed, or If-None-Match: * for a new one.",
            ApiCaller.SignedIn,
            typeof(ReportTemplate),
            typeof(ReportTemplate)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/publications/{agreement}",
            "getPublication",
            "What of an agreement is open to everybody, since when and by whom.",
            ApiCaller.SignedIn,
            typeof(DonorPublication),
            Tagged: false
        ),
        new(
            "put",
            "/api/publications/{agreement}",
            "decidePublication",
            "Publishes what the donor was issued, withholds it, or takes it back; the address stays the same.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PublicationOrder)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "put",
            "/api/donor-reports/{agreement}/{period}/translations",
            "translateDonorReportTexts",
            "What an officer says in a report's language for words that somebody wrote in another.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "put",
            "/api/donor-reports/{agreement}/{period}/choice",
            "chooseDonorReportTexts",
            "Which texts come first where a report has not room for all.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "put",
            "/api/donor-reports/{agreement}/{period}/ratings/{result}",
            "rateDonorReportResult",
            "How the Secretariat rates one result of the framework, and why; replaces its rating before.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(OutcomeRatingEndpoint.GivenRating)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "put",
            "/api/donor-reports/{agreement}/{period}/annexes/{fileName}",
            "addDonorReportAnnex",
            "A file that travels with the report.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        ),
        new(
            "post",
            "/api/donor-reports/{agreement}/{period}/revision",
            "reviseDonorReport",
            "A report that was sent back is assembled anew, with a note of what changes.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        )
        {
            Seen = ApiSeen.MaySay,
        },
    ];
}
