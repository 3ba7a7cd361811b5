using System.Globalization;

namespace ACip.Workflows.Languages;

/// <summary>Days and moments written out in a language and a zone, without the machine's culture data: every machine writes the
/// same.</summary>
public sealed class DateWords(Language language, string timeZone)
{
    private static readonly string[][] Months =
    [
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"],
    ];

    private static readonly string[][] Weekdays =
    [
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
        ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
        ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"],
    ];

    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out TimeZoneInfo? found)
        ? found
        : TimeZoneInfo.Utc;

    /// <summary>The same zone in another language.</summary>
    public DateWords In(Language other) => new(other, timeZone);

    /// <returns>31 October 2026; 1er octobre 2026; 31 de octubre de 2026.</returns>
    public string Day(DateOnly day) => $"{DayAndMonth(day)}{(language == Language.Es ? " de " : " ")}{Number(day.Year)}";

    /// <returns>1 July to 30 September 2026, with the first year only where it differs.</returns>
    public string Range(DateOnly start, DateOnly end)
    {
        string first = start.Year == end.Year ? DayAndMonth(start) : Day(start);
        return language switch
        {
            Language.Fr => $"du {first} au {Day(end)}",
            Language.Es => $"del {first} al {Day(end)}",
            _ => $"{first} to {Day(end)}",
        };
    }

    /// <returns>Sunday 1 November 2026, 23:59 (Amman, UTC+03:00).</returns>
    public string Moment(DateTimeOffset at)
    {
        DateTimeOffset local = TimeZoneInfo.ConvertTime(at, _zone);
        return Written(local, Place(local.Offset));
    }

    /// <summary>A deadline is the end of somebody's day, and stays that for readers in other zones: the same day in every mail and on every
    /// page.</summary>
    public string Deadline(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, _zone).Offset != at.Offset && at.TimeOfDay >= new TimeSpan(23, 59, 0)
            ? Written(at, Utc(at.Offset))
            : Moment(at);

    private string Written(DateTimeOffset local, string place)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        string time =
            language == Language.Fr
                ? local.ToString("HH' h 'mm", CultureInfo.InvariantCulture)
                : local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Weekdays[(int)language][(int)day.DayOfWeek]} {Day(day)}, {time} ({place})";
    }

    private string Place(TimeSpan offset)
    {
        bool named =
            timeZone.Contains('/', StringComparison.Ordinal)
            && !timeZone.StartsWith("Etc/", StringComparison.Ordinal)
            && !_zone.Equals(TimeZoneInfo.Utc);
        return named ? $"{CityNames.Of(timeZone, language)}, {Utc(offset)}" : "UTC";
    }

    private static string Utc(TimeSpan offset) =>
        $"UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset.Duration().ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";

    private string DayAndMonth(DateOnly day) =>
        (language, day.Day) switch
        {
            (Language.Fr, 1) => $"1er {Month(day)}",
            (Language.Es, _) => $"{Number(day.Day)} de {Month(day)}",
            _ => $"{Number(day.Day)} {Month(day)}",
        };

    private string Month(DateOnly day) => Months[(int)language][day.Month - 1];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
