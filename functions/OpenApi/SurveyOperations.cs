using ACip.Functions.Api;
using ACip.Functions.Api.Performance;
using ACip.Functions.Api.Surveys;
using ACip.Workflows.Performance;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Waves;

namespace ACip.Functions.OpenApi;

/// <summary>Operations on surveys and self-assessments.</summary>
internal static class SurveyOperations
{
    private const string Survey = "/api/surveys/{wave}";

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new(
            "get",
            "/api/surveys",
            "getSurveys",
            "Surveys of administrations that the caller may read.",
            ApiCaller.SignedIn,
            typeof(PageOf<WaveListing>),
            Paged: true
        ),
        new(
            "post",
            "/api/surveys",
            "prepareSurvey",
            "Prepares a survey: sampling frame, questionnaire, days; for officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(SurveyEndpoints.NewSurvey)
        ),
        new(
            "get",
            "/api/questionnaire",
            "getQuestionnaire",
            "The questionnaire that surveys are prepared with: what ships is a placeholder.",
            ApiCaller.SignedIn,
            typeof(Questionnaire)
        ),
        new(
            "put",
            "/api/questionnaire",
            "saveQuestionnaire",
            "Replaces it for surveys that are prepared from then on; If-Match is needed, or If-None-Match: * for the first edit.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(Questionnaire)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            Survey,
            "getSurvey",
            "How far a survey is, and its scores as far as they are for the caller.",
            ApiCaller.SignedIn,
            typeof(SurveyAnswer)
        ),
        new("get", $"{Survey}/scores", "getSurveyScores", "The same scores as CSV.", ApiCaller.SignedIn, Tagged: false),
        new(
            "post",
            $"{Survey}/closing",
            "closeSurvey",
            "Closes a survey before its day; for officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        )
        {
            Seen = ApiSeen.MaySay,
        },
        new(
            "post",
            $"{Survey}/codes",
            "takeSurveyCodes",
            "All one-time codes by stratum, as CSV; recorded in the audit trail.",
            ApiCaller.SignedIn
        ),
        new(
            "post",
            $"{Survey}/imports",
            "importSurveyAnswers",
            "A file of answers, CSV or XLSX; a large one in parts, ?upload, ?part and at the end ?last=1.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer)
        ),
        new(
            "get",
            "/api/pmm/reference",
            "getPmmReference",
            "Dimensions, expected outcomes and KPIs: what ships is a placeholder.",
            ApiCaller.SignedIn,
            typeof(PmmReference)
        ),
        new(
            "put",
            "/api/pmm/reference",
            "savePmmReference",
            "Replaces the reference data; If-Match is needed, or If-None-Match: * for the first edit.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(PmmReference)
        )
        {
            Seen = ApiSeen.MustSay,
        },
        new(
            "get",
            "/api/pmm/{administration}",
            "getAssessments",
            "Self-assessments of an administration.",
            ApiCaller.SignedIn,
            typeof(PageOf<AssessmentRecord>),
            Paged: true
        ),
        new(
            "post",
            "/api/pmm/{administration}",
            "beginAssessment",
            "Asks an administration for a self-assessment; for officers.",
            ApiCaller.SignedIn,
            typeof(RecordedAnswer),
            typeof(AssessmentEndpoints.NewAssessment)
        ),
    ];
}
