using System.Globalization;
using System.Text.Json.Serialization;
using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Time;

/// <summary>Identifies a reporting period by its first and last day, such as 20260101-20260331. Sortable, and independent of local names
/// and of the machine's culture.</summary>
[JsonConverter(typeof(IdJson<PeriodKey>))]
public readonly record struct PeriodKey(string Value) : IId<PeriodKey>, IComparable<PeriodKey>
{
    private const string Day = "yyyyMMdd";

    public static PeriodKey From(string value) => new(value);

    /// <param name="start">First day covered, Gregorian, inclusive.</param>
    /// <param name="end">Last day covered, inclusive.</param>
    public static PeriodKey Of(DateOnly start, DateOnly end) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMdd}-{end:yyyyMMdd}"));

    /// <summary>First and last day; null if the key is not a valid one.</summary>
    [JsonIgnore]
    public (DateOnly Start, DateOnly End)? Days =>
        Value.Split('-') is [var start, var end]
        && DateOnly.TryParseExact(start, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly first)
        && DateOnly.TryParseExact(end, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly last)
            ? (first, last)
            : null;

    public static bool operator <(PeriodKey left, PeriodKey right) => left.CompareTo(right) < 0;

    public static bool operator >(PeriodKey left, PeriodKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(PeriodKey left, PeriodKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(PeriodKey left, PeriodKey right) => left.CompareTo(right) >= 0;

    public int CompareTo(PeriodKey other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
