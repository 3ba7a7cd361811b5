using ACip.Workflows.HumanTasks;
using ACip.Workflows.Orchestration;
using ACip.Workflows.Surveys.Waves;
using Microsoft.DurableTask.Client;

namespace ACip.Functions.Api.Surveys;

internal static class SurveyWaking
{
    /// <summary>Wakes the survey's workflow, so that what was committed need not wait for its next timer.</summary>
    public static Task WakeSurveyAsync(this DurableTaskClient workflows, CommandResult result, CancellationToken cancellation) =>
        result is CommandResult.Recorded { Instance: { } instance }
            ? workflows.WakeAsync(instance, SurveyWave.Changed, cancellation)
            : Task.CompletedTask;
}
