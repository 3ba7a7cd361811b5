using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>When one task must be looked at next and what is due then: the schedule's reminders for this task and its people, and what no
/// policy plans (successors, grace, nobody left). What the mails say is in <see cref="TaskMails"/>.</summary>
/// <remarks>Pure: the same task, people, calendars and instant give the same result.</remarks>
/// <param name="home">Calendar of the administration's people; the Secretariat's for a matter of several administrations.</param>
/// <param name="secretariat">Calendar of officers and approvers.</param>
internal sealed class TaskReminders(
    HumanTaskRecord task,
    ReminderPolicy policy,
    TaskPeople people,
    WorkingCalendar home,
    WorkingCalendar secretariat
)
{
    /// <summary>Key of the step that told those asked that they have more time, because the platform was away when it was up.</summary>
    public const string GraceStep = "grace";

    public ReminderPolicy Policy => policy;

    public TaskPeople People => people;

    public WorkingCalendar Home => home;

    private readonly ReminderSchedule plan = new(
        policy,
        task.AsksCoordinator ? home : secretariat,
        people.Audiences.ToDictionary(
            audience => audience,
            audience => audience is Audience.ProgrammeOfficer or Audience.Approver ? secretariat : home
        )
    );

    /// <param name="authors">Of what is to be decided: they are not asked.</param>
    public static TaskReminders Of(
        HumanTaskRecord task,
        ProgrammeRegister register,
        CycleSettings rules,
        DateTimeOffset now,
        IReadOnlySet<PersonId> authors
    )
    {
        WorkingCalendar secretariat = rules.Secretariat;
        WorkingCalendar home = task.Administration is { } own ? rules.CalendarOf(register.Administrations[own]) : secretariat;
        return new TaskReminders(
            task,
            rules.Policy(task.Policy),
            TaskPeople.Of(task, register, home.DayOf(now), authors),
            home,
            secretariat
        );
    }

    /// <summary>When the task must be looked at next if nobody answers.</summary>
    public DateTimeOffset NextWake(DateTimeOffset now, HumanTaskRecord file)
    {
        DateTimeOffset next = Next(now, file)?.At ?? file.Expires;
        if (people.IsForSuccessors(file))
        {
            next = Sooner(next, WorkingMoment(now));
        }

        if (IsGraceToBeTold(file))
        {
            next = Sooner(next, WorkingMoment(now));
        }

        if (people.NobodyAnswers)
        {
            // a substitute may be named any day
            next = Sooner(next, WorkingMoment(NobodyLeft.IsToBeTold(file, people, now) ? now : now.AddDays(1)));
        }

        return next < file.Expires ? next : file.Expires;
    }

    /// <returns>Null when nothing is left to be sent.</returns>
    public NextReminders? Next(DateTimeOffset now, HumanTaskRecord after) => plan.Next(now, Anchors(), Sent(after), after.ExtendedAt);

    /// <returns>Keys of what this audience would be told at the next working moment, because its day has come.</returns>
    public IReadOnlyList<string> Pending(DateTimeOffset now, HumanTaskRecord after, Audience to) =>
        Next(now, after) is { } next && next.At <= WorkingMoment(now)
            ? [.. next.Reminders.Where(reminder => reminder.To == to).SelectMany(reminder => reminder.Covers)]
            : [];

    /// <summary>Whether those asked still have to hear that there is time again: all reminders may have been sent long ago.</summary>
    public bool IsGraceToBeTold(HumanTaskRecord file) =>
        file.GivenGrace && people.Asked.Count > 0 && !file.Steps.Any(step => step.Key == GraceStep);

    /// <summary>Now, or the next working hour of those who were asked. For mails outside the policy, such as asking a successor.</summary>
    public DateTimeOffset WorkingMoment(DateTimeOffset now) =>
        (task.AsksCoordinator ? home : secretariat).NextWorkingMoment(now, policy.SendFrom, policy.SendUntil);

    private static DateTimeOffset Sooner(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private Dictionary<ReminderAnchor, DateTimeOffset> Anchors() =>
        task switch
        {
            { AsksCoordinator: false } => new() { [ReminderAnchor.Submitted] = task.AskedAt },
            { Round: > 1, Extended: 0 } => new() { [ReminderAnchor.Returned] = task.AskedAt },
            { Round: > 1 } => new() { [ReminderAnchor.Returned] = task.AskedAt, [ReminderAnchor.Due] = task.Due },
            _ => new() { [ReminderAnchor.Opens] = task.AskedAt, [ReminderAnchor.Due] = task.Due },
        };

    private HashSet<string> Sent(HumanTaskRecord file)
    {
        HashSet<string> due =
        [
            .. policy
                .Steps.Where(step => step.Anchor == ReminderAnchor.Due)
                .SelectMany(step => step.To.Select(to => PlannedReminder.Key(step, to))),
        ];
        return
        [
            .. file.Steps.SelectMany(step =>
                step.Covers.Where(key => step.At > (file.ExtendedAt ?? DateTimeOffset.MinValue) || !due.Contains(key))
            ),
        ];
    }
}
