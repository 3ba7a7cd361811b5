using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Programme;

/// <summary>The contact for questions: a programme officer, otherwise an approver, but never the person asking.</summary>
public static class ProgrammeContact
{
    private static readonly Role[] InOrder = [Role.ProgrammeOfficer, Role.Approver];

    /// <returns>Null where the programme has nobody else.</returns>
    public static Person? For(ProgrammeRegister register, PersonId reader, DateOnly today) =>
        InOrder
            .SelectMany(role => register.Holding(role, today))
            .Where(person => person != reader)
            .Select(person => register.People[person])
            .FirstOrDefault();
}
