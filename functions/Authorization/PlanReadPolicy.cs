using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Functions.Authorization;

/// <summary>Who may read what of one administration: the Secretariat all of them, an administration's own people theirs.</summary>
internal static class PlanReadPolicy
{
    public static bool MayRead(Person person, AdministrationId administration, DateOnly today) =>
        Rights.For(Right.ReadProgramme).Any(role => person.Holds(role, today))
        || person.Roles.Any(held =>
            held.Role is Role.Coordinator or Role.Alternate or Role.HeadOfCustoms
            && held.Administration == administration
            && held.IsValidOn(today)
        );

    /// <summary>Who says something about a plan's submission without deciding.</summary>
    public static bool Comments(Person person, DateOnly today) =>
        person.Holds(Role.ThematicExpert, today) || person.Holds(Role.ProgrammeOfficer, today) || person.Holds(Role.Approver, today);

    /// <summary>The administration's coordinators: their word is the administration's.</summary>
    public static bool Coordinates(Person person, AdministrationId administration, DateOnly today) =>
        person.Roles.Any(held =>
            held.Role is Role.Coordinator or Role.Alternate && held.Administration == administration && held.IsValidOn(today)
        );
}
