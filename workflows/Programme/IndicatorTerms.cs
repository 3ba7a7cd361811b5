using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme;

/// <summary>Global Affairs Canada's chain, from the top.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ResultLevel>))]
public enum ResultLevel
{
    Ultimate,
    Intermediate,
    Immediate,
    Output,
}

/// <summary>IATI 2.03 codelist IndicatorMeasure.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Measure>))]
public enum Measure
{
    Unit = 1,
    Percentage = 2,
    Nominal = 3,
    Ordinal = 4,
    Qualitative = 5,
}

[JsonConverter(typeof(JsonStringEnumConverter<Aggregation>))]
public enum Aggregation
{
    None,
    Sum,
    Mean,
    Latest,
}

/// <summary>Where the indicator stood at the start: a value, or the reason why there is none. Frozen on approval.</summary>
public sealed record Baseline(decimal? Value, string? Narrative, DateOnly? On, string? Source, string? MissingReason);
