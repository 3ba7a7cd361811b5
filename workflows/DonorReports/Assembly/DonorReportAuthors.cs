using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Who wrote what is to be signed, for <see cref="HumanTasks.FourEyes"/>. Pure.</summary>
public static class DonorReportAuthors
{
    /// <summary>Everybody who wrote its texts, added an annex, imported a register that it uses, last changed the agreement, or revised
    /// it.</summary>
    public static IReadOnlySet<PersonId> Of(DonorReportVersion version) => new HashSet<PersonId>(version.Authors);
}
