using ACip.Workflows.HumanTasks.Settings;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks;

/// <summary>What a task owes to whom, by the policy. Pure: the same task, people and calendars at the same instant give the same.</summary>
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
    /// <summary>Key of the step by which officers were told that nobody is left who may decide.</summary>
    public const string NobodyStep = "nobody-decides";

    private static readonly TimeSpan AgainAfter = TimeSpan.FromDays(10);

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

    /// <summary>When the task has to be looked at again, if nobody answers before.</summary>
    public DateTimeOffset NextWake(DateTimeOffset now, HumanTaskRecord file)
    {
        DateTimeOffset next = Next(now, file)?.At ?? file.Expires;
        if (people.IsForSuccessors(file))
        {
            next = Sooner(next, WorkingMoment(now));
        }

        if (people.NobodyDecides)
        {
            // a substitute may be named any day
            next = Sooner(next, WorkingMoment(IsNobodyToBeTold(now, file) ? now : now.AddDays(1)));
        }

        return next < file.Expires ? next : file.Expires;
    }

    /// <returns>Null when nothing is left to be sent.</returns>
    public NextReminders? Next(DateTimeOffset now, HumanTaskRecord after) => plan.Next(now, Anchors(), Sent(after), after.ExtendedAt);

    /// <summary>Whether officers have to hear, at once or once more, that nobody is left who may decide.</summary>
    public bool IsNobodyToBeTold(DateTimeOffset now, HumanTaskRecord file) =>
        people.NobodyDecides && !file.Steps.Any(step => step.Key == NobodyStep && now - step.At < AgainAfter);

    /// <summary>Now, or when those who asked next work: for what is outside the policy, such as asking a successor.</summary>
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
                .SelectMany(step => step.To.Select(to => Reminder.Key(step, to))),
        ];
        return
        [
            .. file.Steps.SelectMany(step =>
                step.Covers.Where(key => step.At > (file.ExtendedAt ?? DateTimeOffset.MinValue) || !due.Contains(key))
            ),
        ];
    }
}

/// <summary>Who is who for a task, as roles stand now. A person is in one audience only, the first, and so gets a mail once.</summary>
internal sealed class TaskPeople
{
    private readonly Dictionary<Audience, IReadOnlyList<PersonId>> people = [];

    private readonly bool decides;

    private TaskPeople(HumanTaskRecord task) =>
        (Asks, decides) = (task.AsksCoordinator ? Audience.Coordinator : Audience.Approver, task.DecidedBy.Count > 0);

    /// <summary>Whose answer is awaited.</summary>
    public Audience Asks { get; }

    public IEnumerable<Audience> Audiences => people.Keys;

    public IReadOnlyList<PersonId> Asked => In(Asks);

    /// <summary>True: a decision is wanted, and everybody who might make it wrote a part of it, or there is nobody.</summary>
    public bool NobodyDecides => decides && Asked.Count == 0;

    /// <summary>Whether somebody has to be asked who came after the first asking.</summary>
    public bool IsForSuccessors(HumanTaskRecord file) => file.Steps.Any(step => step.To == Asks) && Asked.Except(file.People).Any();

    public IReadOnlyList<PersonId> In(Audience audience) => people.GetValueOrDefault(audience) ?? [];

    public static TaskPeople Of(HumanTaskRecord task, ProgrammeRegister register, DateOnly today, IReadOnlySet<PersonId> authors)
    {
        var found = new TaskPeople(task);
        if (task.Named is { } named)
        {
            return found.Only(named, task, register, today);
        }

        (Audience, Role, bool)[] order =
            task.AsksHead == true
                ? [(Audience.Coordinator, Role.HeadOfCustoms, true), (Audience.ProgrammeOfficer, Role.ProgrammeOfficer, true)]
            : task.AsksCoordinator
                ?
                [
                    (Audience.Coordinator, Role.Coordinator, true),
                    (Audience.Alternate, Role.Alternate, true),
                    (Audience.HeadOfCustoms, Role.HeadOfCustoms, true),
                    (Audience.ProgrammeOfficer, Role.ProgrammeOfficer, true),
                ]
            // officers, reminded as approvers are of theirs
            : task.DecidedBy.Count == 0 ? [(Audience.Approver, Role.ProgrammeOfficer, false)]
            : [(Audience.Approver, Role.Approver, false), (Audience.ProgrammeOfficer, Role.ProgrammeOfficer, false)];
        var seen = new HashSet<PersonId>();
        foreach ((Audience audience, Role role, bool own) in order)
        {
            IReadOnlyList<PersonId> all =
                found.decides && audience == found.Asks
                    ? Deciders.Asked(task.DecidedBy, register, today, authors)
                    : register.Holding(role, today, own ? task.Administration : null);
            PersonId[] holders = [.. all.Where(seen.Add)];
            if (holders.Length > 0)
            {
                found.people[audience] = holders;
            }
        }

        return found;
    }

    /// <summary>Those who are named and still of the administration; its coordinators are told where they stay silent.</summary>
    private TaskPeople Only(IReadOnlyList<PersonId> named, HumanTaskRecord task, ProgrammeRegister register, DateOnly today)
    {
        PersonId[] asked =
        [
            .. named.Where(one =>
                register.People.TryGetValue(one, out Person? person)
                && person.Roles.Any(held => held.Administration == task.Administration && held.IsValidOn(today))
            ),
        ];
        PersonId[] told = [.. register.Holding(Role.Coordinator, today, task.Administration).Except(asked)];
        foreach ((Audience audience, PersonId[] holders) in new[] { (Asks, asked), (Audience.Alternate, told) })
        {
            if (holders.Length > 0)
            {
                people[audience] = holders;
            }
        }

        return this;
    }
}
