using ACip.Workflows.ActionPlans;
using ACip.Workflows.DonorReports;
using ACip.Workflows.Dossiers;
using ACip.Workflows.EarlierYears;
using ACip.Workflows.Finance;
using ACip.Workflows.HumanTasks;
using ACip.Workflows.Meetings;
using ACip.Workflows.Messaging;
using ACip.Workflows.Multilateral;
using ACip.Workflows.Obligations;
using ACip.Workflows.Onboarding;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Overviews;
using ACip.Workflows.Performance;
using ACip.Workflows.Portability;
using ACip.Workflows.Programme;
using ACip.Workflows.QuarterlyReports;
using ACip.Workflows.Recommendations;
using ACip.Workflows.Reconciliation;
using ACip.Workflows.Sample;
using ACip.Workflows.Storage;
using ACip.Workflows.Surveys;
using ACip.Workflows.Telemetry;
using ACip.Workflows.Verification;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ACip.Workflows;

/// <summary>The whole programme: every room brings what is its own. Lower rooms stand first, as in
/// <c>tests/architecture/Rooms.cs</c>.</summary>
public static class ProgrammeServices
{
    public static IServiceCollection AddWorkflows(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddMeasurements()
            .AddOrchestration()
            .AddStorage()
            .AddVerification()
            .AddProgramme()
            .AddMessaging()
            .AddHumanTasks()
            .AddOnboarding()
            .AddActionPlans()
            .AddQuarterlyReports()
            .AddSurveys()
            .AddPerformance()
            .AddMultilateral()
            .AddMeetings()
            .AddFinance()
            .AddObligations()
            .AddRecommendations()
            .AddEarlierYears()
            .AddDonorReports()
            .AddOverviews()
            .AddDossiers()
            .AddReconciliation()
            .AddPortability()
            .AddSample();
    }
}
