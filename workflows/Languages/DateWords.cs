using System.Globalization;

namespace ACip.Workflows.Languages;

/// <summary>Dates and times written out in a language and a zone, without the machine's culture data, so that every machine gives the same
/// result.</summary>
public sealed class DateWords(Language language, string timeZone)
{
    private readonly Culture _culture = language.Culture;
    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out TimeZoneInfo? found)
        ? found
        : TimeZoneInfo.Utc;

    /// <summary>The same zone in another language.</summary>
    public DateWords In(Language other) => new(other, timeZone);

    /// <returns>31 October 2026; 1er octobre 2026; 31 de octubre de 2026.</returns>
    public string Day(DateOnly day) => Fill(_culture.Day, ("dayAndMonth", DayAndMonth(day)), ("year", Number(day.Year)));

    /// <returns>1 July to 30 September 2026, with the first year only where it differs.</returns>
    public string Range(DateOnly start, DateOnly end) =>
        Fill(_culture.Range, ("first", start.Year == end.Year ? DayAndMonth(start) : Day(start)), ("last", Day(end)));

    /// <returns>Sunday 1 November 2026, 23:59 (Amman, UTC+03:00).</returns>
    public string Moment(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, _zone);
        return Written(local, Place(local.Offset));
    }

    /// <summary>A deadline is the end of somebody's day, and readers in other zones see it as that same day, in every mail and on every
    /// page.</summary>
    public string Deadline(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, _zone).Offset != at.Offset && at.TimeOfDay >= new TimeSpan(23, 59, 0)
            ? Written(at, Utc(at.Offset))
            : Moment(at);

    private string Written(DateTimeOffset local, string place)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        return Fill(
            _culture.Moment,
            ("weekday", _culture.Weekdays[(int)day.DayOfWeek]),
            ("day", Day(day)),
            ("time", local.ToString(_culture.Time, CultureInfo.InvariantCulture)),
            ("place", place)
        );
    }

    private string Place(TimeSpan offset)
    {
        bool named =
            timeZone.Contains('/', StringComparison.Ordinal)
            && !timeZone.StartsWith("Etc/", StringComparison.Ordinal)
            && !_zone.Equals(TimeZoneInfo.Utc);
        return named ? $"{CityNames.Of(timeZone, language)}{language.Comma}{Utc(offset)}" : "UTC";
    }

    private static string Utc(TimeSpan offset) =>
        $"UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset.Duration().ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";

    private string DayAndMonth(DateOnly day) =>
        Fill(
            _culture.DayAndMonth,
            ("day", day.Day == 1 && _culture.FirstDay is { } first ? first : Number(day.Day)),
            ("month", _culture.Months[day.Month - 1])
        );

    private static string Fill(string pattern, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach ((string name, string value) in values)
        {
            pattern = pattern.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return pattern;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
