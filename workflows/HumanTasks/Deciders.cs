using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>Selects who is asked among those whose roles allow them to decide. Pure.</summary>
public static class Deciders
{
    /// <param name="roles">As in <see cref="TaskDefinition.DecidedBy"/>.</param>
    /// <param name="authors">Of what is decided (<see cref="FourEyes"/>).</param>
    /// <returns>Empty where nobody is left who may decide.</returns>
    public static IReadOnlyList<PersonId> Asked(
        IReadOnlyList<Role> roles,
        ProgrammeRegister register,
        DateOnly today,
        IReadOnlySet<PersonId> authors
    ) =>
        roles
            .Select(role => register.Holding(role, today).Where(person => !authors.Contains(person)).ToArray())
            .FirstOrDefault(people => people.Length > 0)
            is { } eligible
            ? Absences.Applied(eligible, register, today)
            : [];
}
