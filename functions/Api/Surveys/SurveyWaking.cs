using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Surveys.Waves;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Surveys;

internal static class SurveyWaking
{
    /// <summary>What was committed need not wait for the survey's next alarm.</summary>
    public static Task WakeSurveyAsync(this DurableTaskClient workflows, CommandResult result, CancellationToken cancellation) =>
        result is CommandResult.Recorded { Instance: { } instance }
            ? workflows.WakeAsync(instance, SurveyWave.Changed, cancellation)
            : Task.CompletedTask;
}
