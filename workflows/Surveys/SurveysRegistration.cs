using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys.Imports;
using ACip.Workflows.Surveys.Questionnaires;
using ACip.Workflows.Surveys.Responses;
using ACip.Workflows.Surveys.Results;
using ACip.Workflows.Surveys.Waves;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Surveys;

internal static class SurveysRegistration
{
    public static IServiceCollection AddSurveys(this IServiceCollection services) =>
        services
            .AddSingleton<ResponseStore>()
            .AddSingleton<IStorageStep>(all => all.GetRequiredService<ResponseStore>())
            .Keeps(
                PlaceKind.Container,
                ResponseStore.Container,
                "Answers to surveys in batches without names or order, slips that wait to be mixed, and which codes were used, apart from both."
            )
            .AddSingleton<QuestionnaireService>()
            .AddSingleton<SlipMixing>()
            .AddSingleton<WebResponses>()
            .AddSingleton<ImportService>()
            .AddSingleton<WaveService>()
            .AddSingleton<SurveyQuery>()
            .AddSingleton<SurveyLinkAnswers>()
            .AddSingleton<PublishedScoresQuery>()
            .AddSingleton<IMeasuredFigures>(all => all.GetRequiredService<PublishedScoresQuery>())
            .AddSingleton<ITaskKind, ReviewSurveyTask>()
            .AddSingleton<ITaskPlaces, SurveyTaskPlaces>()
            .AddSingleton<IExpectedWork, ExpectedSurveys>();
}
