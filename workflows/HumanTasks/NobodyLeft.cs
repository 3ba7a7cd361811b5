namespace ACip.Workflows.HumanTasks;

/// <summary>When officers are told that nobody is left who may answer a task, or decide it.</summary>
internal static class NobodyLeft
{
    /// <summary>Key of the step that told them.</summary>
    public const string Step = "nobody-decides";

    private static readonly TimeSpan AgainAfter = TimeSpan.FromDays(10);

    /// <summary>Whether they must be told now, or again.</summary>
    public static bool IsToBeTold(HumanTaskRecord task, TaskPeople people, DateTimeOffset now) =>
        people.NobodyAnswers && !task.Steps.Any(step => step.Key == Step && now - step.At < AgainAfter);
}
