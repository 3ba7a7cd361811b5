using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>Who has which part in a task, by the roles held now. A person belongs to the first matching audience only and so gets each
/// mail once.</summary>
internal sealed class TaskPeople
{
    private readonly Dictionary<Audience, IReadOnlyList<PersonId>> people = [];

    private readonly bool decides;

    private TaskPeople(HumanTaskRecord task) =>
        (Asks, decides) = (task.AsksCoordinator ? Audience.Coordinator : Audience.Approver, task.DecidedBy.Count > 0);

    /// <summary>The audience whose answer is awaited.</summary>
    public Audience Asks { get; }

    public IEnumerable<Audience> Audiences => people.Keys;

    public IReadOnlyList<PersonId> Asked => In(Asks);

    /// <summary>True if a decision is needed and nobody can make it, because there is nobody in the role or everybody in it wrote part of
    /// the submission.</summary>
    public bool NobodyDecides => decides && Asked.Count == 0;

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

    /// <summary>Whether the person is one of those whom the task asks, by the roles held now. Absences are left aside.</summary>
    public static bool IsAsked(HumanTaskRecord task, Person person, DateOnly today) =>
        task.Named is { } named ? named.Contains(person.Id) && IsWithin(task, person, today)
        : task.AsksCoordinator ? person.Holds(task.AsksHead == true ? Role.HeadOfCustoms : Role.Coordinator, today, task.Administration)
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
