using ACip.Workflows.Programme;

namespace ACip.Workflows.Tasks;

/// <summary>When people are reminded, and who else is told. Data, not code: a version of it is a row that can be replaced.</summary>
/// <param name="Version">Written into the audit trail with every step taken.</param>
public sealed record TaskPolicy(int Version, IReadOnlyList<PolicyStep> Steps)
{
    /// <summary>Reminders a week and two days before the due date, on the day after it, and escalation a week and two weeks later.</summary>
    public static TaskPolicy Standard { get; } = new(1,
    [
        new("ask", null, 0, []),
        new("reminder-1", PolicyAnchor.Due, -7, []),
        new("reminder-2", PolicyAnchor.Due, -2, []),
        new("overdue", PolicyAnchor.Due, 1, [Role.Alternate]),
        new("escalation-1", PolicyAnchor.Due, 7, [Role.Alternate, Role.HeadOfCustoms]),
        new("escalation-2", PolicyAnchor.Due, 14, [Role.HeadOfCustoms, Role.ProgrammeOfficer]),
    ]);

    public static DateTimeOffset At(PolicyStep step, HumanTaskFile task) =>
        step.Anchor is null ? task.AskedAt : task.Due.AddDays(step.Days);

    /// <summary>What is to be done now: the latest step that is due, which makes earlier untaken ones superfluous; several reminders missed in an outage become one.</summary>
    /// <returns>Null where nothing is due. Steps that lie before the task was asked are never due: a task that is asked late begins with "ask".</returns>
    public PolicyStep? DueStep(HumanTaskFile task, DateTimeOffset now)
    {
        bool asked = task.Steps.Count > 0;
        PolicyStep[] due = [.. Steps.Where(step => At(step, task) <= now && At(step, task) <= task.Expires && !IsPast(step, task))];
        return asked ? due.LastOrDefault(step => step.Anchor is not null) : due.FirstOrDefault(step => step.Anchor is null);
    }

    /// <summary>The next instant at which something has to be done: a step, or the end.</summary>
    public DateTimeOffset NextWake(HumanTaskFile task, DateTimeOffset now) =>
        Steps.Select(step => At(step, task)).Where(at => at > now).Append(task.Expires).Min();

    private bool IsPast(PolicyStep step, HumanTaskFile task)
    {
        int lastTaken = task.Steps.Select(taken => IndexOf(taken.Key)).DefaultIfEmpty(-1).Max();
        return IndexOf(step.Key) <= lastTaken || (step.Anchor is not null && At(step, task) <= task.AskedAt);
    }

    private int IndexOf(string key) => Steps.TakeWhile(step => step.Key != key).Count();
}

/// <param name="Anchor">Null: when the task is asked.</param>
/// <param name="Days">Calendar days from the anchor, negative before it.</param>
/// <param name="Also">Who gets it besides the people asked.</param>
public sealed record PolicyStep(string Key, PolicyAnchor? Anchor, int Days, IReadOnlyList<Role> Also);

public enum PolicyAnchor { Due }
