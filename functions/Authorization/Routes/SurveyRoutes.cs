using static ACip.Functions.Authorization.Routes.RoutePolicy;

namespace ACip.Functions.Authorization.Routes;

/// <summary>Perception surveys.</summary>
internal static class SurveyRoutes
{
    public static IReadOnlyList<Route> All { get; } =
    [
        new("ApiQuestionnaire", "GET", "api/questionnaire", Of(Right.ReadProgramme)),
        new("ApiSaveQuestionnaire", "PUT", "api/questionnaire", Of(Right.ManageProgramme)),
        new("ApiSurveys", "GET", "api/surveys", Everybody),
        new("ApiPrepareSurvey", "POST", "api/surveys", Of(Right.ManageProgramme)),
        new("ApiSurvey", "GET", "api/surveys/{wave}", PlanReaders),
        new("ApiCloseSurvey", "POST", "api/surveys/{wave}/closing", Of(Right.ManageProgramme)),
        new("ApiSurveyCodes", "POST", "api/surveys/{wave}/codes", Of(Right.ManageProgramme)),
        new("ApiSurveyImport", "POST", "api/surveys/{wave}/imports", Of(Right.ManageProgramme)),
        new("ApiSurveyScores", "GET", "api/surveys/{wave}/scores", PlanReaders),
        new("QuestionnaireEditEndpoint", "GET", "questionnaire", Of(Right.ManageProgramme)),
        new("QuestionnaireEditEndpoint", "POST", "questionnaire", Of(Right.ManageProgramme)),
        new("QuestionnaireEndpoint", "GET", "survey/{wave}", Anybody),
        new("QuestionnaireEndpoint", "POST", "survey/{wave}", Anybody),
        new("SurveysPageEndpoint", "GET", "surveys", Everybody),
        new("SurveyPageEndpoint", "GET", "surveys/{wave}", PlanReaders),
        new("SurveyPageEndpoint", "POST", "surveys/{wave}", Of(Right.ManageProgramme).Hidden),
    ];
}
