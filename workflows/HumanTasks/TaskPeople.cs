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

    /// <summary>Asks those named who still belong to the administration. Its coordinators are told if they do not answer.</summary>
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
