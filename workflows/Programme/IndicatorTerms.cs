using System.Text.Json.Serialization;

namespace ACip.Workflows.Programme;

/// <summary>Global Affairs Canada's results chain, from the top.</summary>
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

/// <summary>What a figure counts: its period only, or everything since the plan began. With a baseline other than 0 the total goes on from
/// it, as from the last figure of the plan before; without one it begins anew.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureSpan>))]
public enum FigureSpan
{
    Period,
    SinceStart,
}

/// <summary>The indicator's value at the start, or the reason why there is none. Frozen on approval.</summary>
public sealed record Baseline(decimal? Value, string? Narrative, DateOnly? On, string? Source, string? MissingReason)
{
    /// <summary>The counts behind a share; null if it is a number only.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Ratio? Counts { get; init; }
}
