using ACip.Workflows.HumanTasks;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Surveys.Waves;

public static class SurveyTaskKinds
{
    /// <summary>The administration reviews its scores and says how far they may be published.</summary>
    public static TaskDefinition ReviewSurvey { get; } = TaskDefinition.OfCoordinator("ReviewSurvey");

    public static TaskRef ReviewOf(WaveId wave) => new(wave.Stream, new TaskId($"survey-{wave}-review"));
}
