using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.ActionPlans;
using ACip.Workflows.Identifiers;
using ACip.Workflows.Storage;

namespace ACip.Workflows.Performance;

/// <summary>One self-assessment of one administration.</summary>
/// <param name="Reference">The edition that it was begun with.</param>
/// <param name="Answers">By code of KPI; some may be there before it is handed in.</param>
public sealed record AssessmentRecord(
    AssessmentRef Ref,
    PmmReference Reference,
    DateTimeOffset AskedAt,
    AssessmentState State,
    IReadOnlyDictionary<string, KpiAnswer> Answers
)
{
    /// <summary>How far KPIs may travel that are not answered yet; null for nothing said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, Disclosure>? Ahead { get; init; }

    /// <summary>When it was last said how far KPIs may travel, as <see cref="Arrival"/>; null for never, and in older rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? TravelsAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? TravelsOrder { get; init; }

    internal bool IsTravelsOvertaken(Arrival arrived) => TravelsAt is { } at && arrived.IsBefore(new Arrival(at, TravelsOrder ?? 0));

    internal bool IsOvertaken(string kpi, Arrival arrived) =>
        Answers.GetValueOrDefault(kpi) is { } stands && arrived.IsBefore(stands.Arrived);

    internal Disclosure TravelsOf(string kpi) =>
        Answers.GetValueOrDefault(kpi)?.Disclosure ?? Ahead?.GetValueOrDefault(kpi) ?? Disclosure.Programme;

    public PersonId? GivenBy { get; init; }

    public DateTimeOffset? GivenAt { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Missing => [.. Reference.Kpis.Where(kpi => !Answers.ContainsKey(kpi.Code)).Select(kpi => kpi.Code)];
}

[JsonConverter(typeof(JsonStringEnumConverter<AssessmentState>))]
public enum AssessmentState
{
    Asked,
    Given,
    Missed,
}

/// <param name="Value">Null where it cannot be measured here.</param>
/// <param name="NotMeasurable">Why not: an answer like any other.</param>
/// <param name="Disclosure">How far it may travel, chosen for each.</param>
public sealed record KpiAnswer(
    decimal? Value,
    string? NotMeasurable,
    Disclosure Disclosure,
    PersonId By,
    DateTimeOffset At,
    EntrySource Source
)
{
    /// <summary>As <see cref="Arrival"/>; null in older rows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Order { get; init; }

    [JsonIgnore]
    internal Arrival Arrived => new(At, Order ?? 0);
}

/// <summary>Identifies an assessment in workflow inputs.</summary>
public sealed record AssessmentRef(AdministrationId Administration, int Year)
{
    [JsonIgnore]
    public StreamId Stream => StreamOf(Administration);

    [JsonIgnore]
    public string RowKey => KeyPrefix + Year.ToString("D4", CultureInfo.InvariantCulture);

    [JsonIgnore]
    public string InstanceId => string.Create(CultureInfo.InvariantCulture, $"pmm:{Administration.Value.ToLowerInvariant()}:{Year}");

    [JsonIgnore]
    public TaskRef Task =>
        new(Stream, new TaskId(string.Create(CultureInfo.InvariantCulture, $"pmm-{Administration.Value.ToLowerInvariant()}-{Year}")));

    public const string KeyPrefix = "assessment|";

    /// <summary>Prefix of the streams of assessments, and of no others.</summary>
    public const string Streams = "pmm-";

    public static StreamId StreamOf(AdministrationId administration) => new($"{Streams}{administration.Value.ToLowerInvariant()}");
}
