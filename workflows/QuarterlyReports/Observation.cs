using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;
using ACip.Workflows.Time;

namespace ACip.Workflows.QuarterlyReports;

/// <summary>What was reported for one indicator or benchmark in one period. Observations are only ever added; a correction is a new one
/// that names the old.</summary>
/// <param name="Id">Derived from what it is, so that a repeat finds the same row.</param>
/// <param name="Item">Code of the indicator or benchmark.</param>
/// <param name="Period">Key of the reporting period, yyyyMMdd-yyyyMMdd.</param>
/// <param name="Value">Number, in the indicator's unit; null for a benchmark, a narrative or a missing value.</param>
/// <param name="Reached">For a benchmark.</param>
/// <param name="MissingReason">Why there is no value. A gap is a gap, never 0.</param>
/// <param name="Groups">Values by group of a dimension, keyed "sex:women".</param>
/// <param name="Date">The day that was given; of a benchmark, the day on which it was reached.</param>
/// <param name="Source">Where it came from: "mail:{key}", "page:{key}" or "api:{key}".</param>
public sealed record Observation(
    string Id,
    PlanId Plan,
    int PlanVersion,
    string Item,
    PeriodKey Period,
    decimal? Value,
    bool? Reached,
    string? Narrative,
    string? MissingReason,
    IReadOnlyDictionary<string, decimal> Groups,
    IReadOnlyList<string> EvidenceSha256,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source,
    string? Restates = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateOnly? Date = null
)
{
    /// <summary>The counts behind a share; null if it was given without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenCounts? Counts { get; init; }

    /// <summary>The status of a result or an activity. The accompanying sentence is the narrative.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemStatus? Status { get; init; }
}
