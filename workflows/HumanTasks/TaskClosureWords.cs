using ACip.Workflows.Identifiers;
using ACip.Workflows.Languages;

namespace ACip.Workflows.HumanTasks;

/// <summary>Explains why a task takes no more answers. Pure.</summary>
public static class TaskClosureWords
{
    /// <param name="name">Of a person, for readers.</param>
    /// <param name="zone">Where its days are read.</param>
    /// <returns>Null where it is open.</returns>
    public static Text? Cause(HumanTaskRecord task, Func<PersonId, string> name, string zone, DateTimeOffset now)
    {
        Text Day(DateTimeOffset at) => Text.For(language => new DateWords(language, zone).Moment(at));
        return task switch
        {
            { State: TaskState.Answered, AnsweredBy: { } by, EndedAt: { } at } => Texts.ClosedAnswered(name: name(by), day: Day(at)),
            { State: TaskState.Cancelled, AnsweredBy: { } by, EndedAt: { } at } => Texts.ClosedCancelled(name: name(by), day: Day(at)),
            { State: TaskState.Expired } => Texts.ClosedExpired(day: Day(task.Expires)),
            _ when now >= task.Expires => Texts.ClosedExpired(day: Day(task.Expires)),
            _ => null,
        };
    }
}
