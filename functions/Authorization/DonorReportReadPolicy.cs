using ACip.Workflows.DonorReports.Assembly;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;

namespace ACip.Functions.Authorization;

/// <summary>Who can read which donor report: the Secretariat every version of all reports, a donor's reader what was issued to that
/// donor. Which figures are in it was decided when its snapshot was taken.</summary>
internal static class DonorReportReadPolicy
{
    public static bool MayReadAll(Person? person, DateOnly today) =>
        person is not null && Rights.For(Right.ReadProgramme).Any(role => person.Holds(role, today));

    public static bool ReadsFor(Person? person, DonorId donor, DateOnly today) =>
        person is not null
        && person.Roles.Any(held => held.Role == Role.DonorReader && held.IsValidOn(today) && (held.Donor is null || held.Donor == donor));

    /// <summary>The newest version that the person may read; null if there is none, or none for this person.</summary>
    public static DonorReportVersion? VersionFor(Person? person, GrantAgreement agreement, DonorReportRecord report, DateOnly today) =>
        MayReadAll(person, today) ? report.Latest
        : ReadsFor(person, agreement.Donor, today) ? report.Versions.LastOrDefault(version => version.IssuedAt is not null)
        : null;
}
