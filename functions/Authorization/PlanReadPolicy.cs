using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Functions.Authorization;

/// <summary>Who can read the data of an administration: the Secretariat those of all, an administration's people their own.</summary>
internal static class PlanReadPolicy
{
    public static bool MayRead(Person person, AdministrationId administration, DateOnly today) =>
        Rights.For(Right.ReadProgramme).Any(role => person.Holds(role, today))
        || person.Roles.Any(held =>
            held.Role is Role.Coordinator or Role.Alternate or Role.HeadOfCustoms
            && held.Administration == administration
            && held.IsValidOn(today)
        );

    /// <summary>Whether the person can comment on a plan's submission without deciding.</summary>
    public static bool Comments(Person person, DateOnly today) =>
        person.Holds(Role.ThematicExpert, today) || person.Holds(Role.ProgrammeOfficer, today) || person.Holds(Role.Approver, today);

    /// <summary>Whether the person is one of the administration's coordinators, who speak for it.</summary>
    public static bool Coordinates(Person person, AdministrationId administration, DateOnly today) =>
        person.Roles.Any(held =>
            held.Role is Role.Coordinator or Role.Alternate && held.Administration == administration && held.IsValidOn(today)
        );
}
