using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Workflows.HumanTasks;

/// <summary>Whose roles let them decide on what a task asks, and who of them is asked. Pure.</summary>
public static class Deciders
{
    /// <summary>The first are asked; the next where nobody of the first may.</summary>
    /// <returns>Empty for tasks that ask for something else than a decision.</returns>
    public static IReadOnlyList<Role> Roles(TaskKind kind) => kind switch
    {
        TaskKind.ReviewReport => [Role.Approver, Role.ProgrammeOfficer],
        TaskKind.ApprovePlan or TaskKind.SignDonorReport or TaskKind.ReviewRestatement => [Role.Approver],
        _ => [],
    };

    /// <param name="authors">Of what is decided (<see cref="Authorship"/>).</param>
    /// <returns>Empty where nobody is left who may decide.</returns>
    public static IReadOnlyList<PersonId> Asked(TaskKind kind, ProgrammeRegister register, DateOnly today, IReadOnlySet<PersonId> authors) =>
        Roles(kind).Select(role => register.Holding(role, today).Where(person => !authors.Contains(person)).ToArray()).FirstOrDefault(people => people.Length > 0) ?? [];
}
