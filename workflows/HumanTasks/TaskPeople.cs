using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Storage;

namespace ACip.Workflows.HumanTasks;

/// <summary>Who has which part in a task, by the roles held now. A person belongs to the first matching audience only and so gets each
/// mail once.</summary>
internal sealed class TaskPeople
{
    private readonly Dictionary<Audience, IReadOnlyList<PersonId>> people = [];

    private readonly bool decides;
    private readonly bool needed;

    private TaskPeople(HumanTaskRecord task)
    {
        (Asks, decides) = (task.AsksCoordinator ? Audience.Coordinator : Audience.Approver, task.DecidedBy.Count > 0);
        needed = decides || (task.AsksCoordinator && task.Named is null);
    }

    /// <summary>The audience whose answer is awaited.</summary>
    public Audience Asks { get; }

    public IEnumerable<Audience> Audiences => people.Keys;

    public IReadOnlyList<PersonId> Asked => In(Asks);

    /// <summary>True if nobody can answer: nobody is in the role, or in any that stands in for it, or everybody in it wrote part of what
    /// is to be decided.</summary>
    public bool NobodyAnswers => needed && Asked.Count == 0;

    /// <summary>Whether somebody has taken up the role since the task was first asked.</summary>
    public bool IsForSuccessors(HumanTaskRecord file) => file.Steps.Any(step => step.To == Asks) && Asked.Except(file.People).Any();

    public IReadOnlyList<PersonId> In(Audience audience) => people.GetValueOrDefault(audience) ?? [];

    public static TaskPeople Of(HumanTaskRecord task, ProgrammeRegister register, DateOnly today, IReadOnlySet<PersonId> authors)
    {
        var found = new TaskPeople(task);
        if (task.Named is { } named)
        {
            return found.Only(named, task, register, today);
        }

        var seen = new HashSet<PersonId>();
        foreach ((Audience audience, Role role) in Order(task))
        {
            IReadOnlyList<PersonId> all =
                audience != found.Asks ? register.Holding(role, today, task.AsksCoordinator ? task.Administration : null)
                : found.decides ? Deciders.Asked(task.DecidedBy, register, today, authors)
                : Holders(task, register, today);
            PersonId[] holders = [.. all.Where(seen.Add)];
            if (holders.Length > 0)
            {
                found.people[audience] = [.. found.In(audience), .. holders];
            }
        }

        return found;
    }

    /// <summary>Whom the policy tells, in order. Where another role is asked, the coordinator is told with the alternate.</summary>
    private static (Audience, Role)[] Order(HumanTaskRecord task) =>
        task switch
        {
            { AsksHead: true } => [(Audience.Coordinator, Role.HeadOfCustoms), (Audience.ProgrammeOfficer, Role.ProgrammeOfficer)],
            { AsksCoordinator: true } =>
            [
                (Audience.Coordinator, Role.Coordinator),
                (Audience.Alternate, Role.Coordinator),
                (Audience.Alternate, Role.Alternate),
                (Audience.HeadOfCustoms, Role.HeadOfCustoms),
                (Audience.ProgrammeOfficer, Role.ProgrammeOfficer),
            ],
            // officers, reminded as approvers are of theirs
            { DecidedBy.Count: 0 } => [(Audience.Approver, Role.ProgrammeOfficer)],
            _ => [(Audience.Approver, Role.Approver), (Audience.ProgrammeOfficer, Role.ProgrammeOfficer)],
        };

    /// <summary>Those who are asked, where nothing is to be decided.</summary>
    private static IReadOnlyList<PersonId> Holders(HumanTaskRecord task, ProgrammeRegister register, DateOnly today) =>
        !task.AsksCoordinator ? register.Holding(Role.ProgrammeOfficer, today)
        : task.AsksHead != true ? register.Answering(task.Administration, today, task.MovedTo)
        : task.MovedTo is { } role && register.Holding(role, today, task.Administration) is { Count: > 0 } moved ? moved
        : register.Holding(Role.HeadOfCustoms, today, task.Administration);

    /// <summary>Who has to hear that an administration's task ends, or is due on another day: whom it asks now, and whom it has asked and
    /// who still speak for it. An officer may have passed it to others than those who are asked first.</summary>
    public static IEnumerable<PersonId> Concerned(HumanTaskRecord task, ProgrammeRegister register, DateOnly today) =>
        !task.AsksCoordinator ? [] : Of(task, register, today, TaskKinds.Nobody).Asked.Union(AskedBefore(task, register, today));

    /// <summary>Whom the task has asked or told, and who still speak about it.</summary>
    public static IEnumerable<PersonId> AskedBefore(HumanTaskRecord task, ProgrammeRegister register, DateOnly today) =>
        task.People.Where(one => register.People.TryGetValue(one, out Person? person) && StillSpeaks(task, person, today));

    /// <summary>As <see cref="Concerned(HumanTaskRecord, ProgrammeRegister, DateOnly)"/>, of all tasks of a stream, ended or not.</summary>
    public static async Task<IReadOnlyList<PersonId>> ConcernedAsync(
        ProgrammeTable table,
        StreamId stream,
        ProgrammeRegister register,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        [
            .. (await table.ListAsync<HumanTaskRecord>(stream, TaskRows.Prefix, cancellation))
                .SelectMany(task => Concerned(task.Value, register, today))
                .Distinct(),
        ];

    /// <summary>Whether the person is one of those whom the task asks, by the roles held now. Absences are left aside.</summary>
    public static bool IsAsked(HumanTaskRecord task, Person person, ProgrammeRegister register, DateOnly today) =>
        task.Named is { } named ? named.Contains(person.Id) && IsWithin(task, person, today)
        : task.AsksCoordinator ? Holders(task, register, today).Contains(person.Id)
        : Decides(task, person, today);

    /// <summary>Whether what the person says about the task still counts: anybody of the administration may have been asked or told, and
    /// whoever has left speaks for nobody.</summary>
    public static bool StillSpeaks(HumanTaskRecord task, Person person, DateOnly today) =>
        task.AsksCoordinator ? IsWithin(task, person, today) : Decides(task, person, today);

    /// <summary>Where no decision is asked for: officers, and of a report that was issued its donor's readers.</summary>
    private static bool Decides(HumanTaskRecord task, Person person, DateOnly today) =>
        task.IsForReaders
            ? person.Holds(Role.DonorReader, today, donor: task.Readers)
            : (task.DecidedBy.Count > 0 ? task.DecidedBy : [Role.ProgrammeOfficer]).Any(role => person.Holds(role, today));

    private static bool IsWithin(HumanTaskRecord task, Person person, DateOnly today) =>
        task.Administration is { } home ? person.IsOf(home, today) : person.Roles.Any(held => held.IsValidOn(today));

    /// <summary>Asks those named who still belong to the administration. Its coordinators are told if they do not answer.</summary>
    private TaskPeople Only(IReadOnlyList<PersonId> named, HumanTaskRecord task, ProgrammeRegister register, DateOnly today)
    {
        PersonId[] asked = [.. named.Where(one => register.People.TryGetValue(one, out Person? person) && IsWithin(task, person, today))];
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
