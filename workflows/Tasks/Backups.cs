using ACip.Workflows.Programme;

namespace ACip.Workflows.Tasks;

/// <summary>Who is told when the people asked stay silent.</summary>
internal static class Backups
{
    public static IReadOnlyList<BackupPerson> Of(ProgrammeRegister register, AdministrationId administration, DateTimeOffset now)
    {
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        return [.. new[] { Role.Alternate, Role.HeadOfCustoms, Role.ProgrammeOfficer }.SelectMany(role =>
            register.Holding(role, today, administration).Select(person => new BackupPerson(person, role)))];
    }

    /// <summary>For tasks of the Secretariat's own.</summary>
    public static IReadOnlyList<BackupPerson> Officers(ProgrammeRegister register, DateTimeOffset now) =>
        [.. register.Holding(Role.ProgrammeOfficer, DateOnly.FromDateTime(now.UtcDateTime)).Select(person => new BackupPerson(person, Role.ProgrammeOfficer))];
}
