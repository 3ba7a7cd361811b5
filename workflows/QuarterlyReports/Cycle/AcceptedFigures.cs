using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.QuarterlyReports.Cycle;

/// <summary>Figures accepted together. Rows of this kind are only ever added.</summary>
public sealed record AcceptedFigures(PersonId By, DateTimeOffset At, IReadOnlyList<Observation> Observations)
{
    /// <summary>Sequence number of the audit event for the acceptance; null for figures older than this field.</summary>
    [JsonIgnore]
    public int? Event { get; init; }
}
