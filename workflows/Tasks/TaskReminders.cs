using ACip.Workflows.Programme;
using ACip.Workflows.Reporting;

namespace ACip.Workflows.Tasks;

/// <summary>What a task owes to whom, by the policy. Pure: the same task, people and calendars at the same instant give the same.</summary>
/// <param name="counting">Calendar in whose working days the policy counts.</param>
/// <param name="home">Calendar of the administration's people; the Secretariat's for a matter of several administrations.</param>
/// <param name="secretariat">Calendar of officers and approvers.</param>
internal sealed class TaskReminders(HumanTaskFile task, ReminderPolicy policy, TaskPeople people, WorkingCalendar home, WorkingCalendar secretariat)
{
    public ReminderPolicy Policy => policy;

    public TaskPeople People => people;

    public WorkingCalendar Home => home;

    private readonly ReminderPlan plan = new(policy, task.AsksCoordinator ? home : secretariat, people.Audiences.ToDictionary(audience => audience, audience => audience is Audience.ProgrammeOfficer or Audience.Approver ? secretariat : home));

    public static TaskReminders Of(HumanTaskFile task, ProgrammeRegister register, CycleSettings rules, DateTimeOffset now)
    {
        WorkingCalendar secretariat = rules.Secretariat;
        WorkingCalendar home = task.Administration is { } own ? rules.CalendarOf(register.Administrations[own]) : secretariat;
        return new TaskReminders(task, rules.Policy(task.Policy), TaskPeople.Of(task, register, home.DayOf(now)), home, secretariat);
    }

    /// <summary>When the task has to be looked at again, if nobody answers before.</summary>
    public DateTimeOffset NextWake(DateTimeOffset now, HumanTaskFile file)
    {
        DateTimeOffset next = Next(now, file)?.At ?? file.Expires;
        bool successorWaits = file.Steps.Count > 0 && people.Asked.Except(file.People).Any();
        next = successorWaits && WorkingMoment(now) is var moment && moment < next ? moment : next;
        return next < file.Expires ? next : file.Expires;
    }

    /// <returns>Null when nothing is left to be sent.</returns>
    public NextReminders? Next(DateTimeOffset now, HumanTaskFile after) => plan.Next(now, Anchors(), Sent(after), after.ExtendedAt);

    /// <summary>Now, or when those who asked next work: for what is outside the policy, such as asking a successor.</summary>
    public DateTimeOffset WorkingMoment(DateTimeOffset now) => (task.AsksCoordinator ? home : secretariat).NextWorkingMoment(now, policy.SendFrom, policy.SendUntil);

    private Dictionary<ReminderAnchor, DateTimeOffset> Anchors() => task switch
    {
        { AsksCoordinator: false } => new() { [ReminderAnchor.Submitted] = task.AskedAt },
        { Round: > 1, Extended: 0 } => new() { [ReminderAnchor.Returned] = task.AskedAt },
        { Round: > 1 } => new() { [ReminderAnchor.Returned] = task.AskedAt, [ReminderAnchor.Due] = task.Due },
        _ => new() { [ReminderAnchor.Opens] = task.AskedAt, [ReminderAnchor.Due] = task.Due },
    };

    private HashSet<string> Sent(HumanTaskFile file)
    {
        HashSet<string> due = [.. policy.Steps.Where(step => step.Anchor == ReminderAnchor.Due).SelectMany(step => step.To.Select(to => Reminder.Key(step, to)))];
        return [.. file.Steps.SelectMany(step => step.Covers.Where(key => step.At > (file.ExtendedAt ?? DateTimeOffset.MinValue) || !due.Contains(key)))];
    }
}

/// <summary>Who is who for a task, as roles stand now. A person is in one audience only, the first, and so gets a mail once.</summary>
internal sealed class TaskPeople
{
    private readonly Dictionary<Audience, IReadOnlyList<PersonId>> people = [];

    private TaskPeople(bool coordinator) => Asks = coordinator ? Audience.Coordinator : Audience.Approver;

    /// <summary>Whose answer is awaited.</summary>
    public Audience Asks { get; }

    public IEnumerable<Audience> Audiences => people.Keys;

    public IReadOnlyList<PersonId> Asked => In(Asks);

    public IReadOnlyList<PersonId> In(Audience audience) => people.GetValueOrDefault(audience) ?? [];

    public static TaskPeople Of(HumanTaskFile task, ProgrammeRegister register, DateOnly today)
    {
        var found = new TaskPeople(task.AsksCoordinator);
        (Audience, Role, bool)[] order = task.AsksCoordinator
            ? [(Audience.Coordinator, Role.Coordinator, true), (Audience.Alternate, Role.Alternate, true), (Audience.HeadOfCustoms, Role.HeadOfCustoms, true), (Audience.ProgrammeOfficer, Role.ProgrammeOfficer, true)]
            : task.Kind == TaskKind.ReviseDonorReport ? [(Audience.Approver, Role.ProgrammeOfficer, false)] // officers, reminded as approvers are of theirs
            : [(Audience.Approver, Role.Approver, false), (Audience.ProgrammeOfficer, Role.ProgrammeOfficer, false)];
        var seen = new HashSet<PersonId>();
        foreach ((Audience audience, Role role, bool own) in order)
        {
            PersonId[] holders = [.. register.Holding(role, today, own ? task.Administration : null).Where(seen.Add)];
            if (holders.Length > 0)
            {
                found.people[audience] = holders;
            }
        }

        return found;
    }
}
