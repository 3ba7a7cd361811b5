using ACip.Workflows.ActionPlans;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using Microsoft.Extensions.DependencyInjection;

namespace ACip.Workflows.Performance;

internal static class PerformanceRegistration
{
    public static IServiceCollection AddPerformance(this IServiceCollection services) =>
        services
            .AddSingleton<AssessmentService>()
            .AddSingleton<AssessmentLinkAnswers>()
            .AddSingleton<IMeasuredFigures, MeasuredKpis>()
            .AddSingleton<ITaskKind, AssessPerformanceTask>()
            .AddSingleton<ITaskPlaces, AssessmentTaskPlaces>()
            .AddSingleton<IExpectedWork, ExpectedAssessments>();
}
