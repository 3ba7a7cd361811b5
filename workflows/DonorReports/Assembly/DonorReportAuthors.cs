using ACip.Workflows.Identifiers;

namespace ACip.Workflows.DonorReports.Assembly;

/// <summary>Who wrote what is signed, as <see cref="HumanTasks.Authorship"/> asks. Pure.</summary>
public static class DonorReportAuthors
{
    /// <summary>Whoever wrote its texts, added an annex, imported a register that it draws on, changed the agreement last, or revised
    /// it.</summary>
    public static IReadOnlySet<PersonId> Of(DonorReportVersion version) => new HashSet<PersonId>(version.Authors);
}
