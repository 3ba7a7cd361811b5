using System.Globalization;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Mail.Outgoing;

/// <summary>Days and moments written out in a language and a zone, without the machine's culture data: every machine writes the same.</summary>
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

    private readonly TimeZoneInfo _zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out TimeZoneInfo? found) ? found : TimeZoneInfo.Utc;

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
        var day = DateOnly.FromDateTime(local.DateTime);
        string time = language == Language.Fr
            ? local.ToString("HH' h 'mm", CultureInfo.InvariantCulture)
            : local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{Weekdays[(int)language][(int)day.DayOfWeek]} {Day(day)}, {time} ({Place(local.Offset)})";
    }

    private string Place(TimeSpan offset)
    {
        string utc = $"UTC{(offset < TimeSpan.Zero ? "-" : "+")}{offset.Duration().ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
        bool named = timeZone.Contains('/', StringComparison.Ordinal) && !timeZone.StartsWith("Etc/", StringComparison.Ordinal) && _zone != TimeZoneInfo.Utc;
        return named ? $"{timeZone[(timeZone.LastIndexOf('/') + 1)..].Replace('_', ' ')}, {utc}" : "UTC";
    }

    private string DayAndMonth(DateOnly day) => (language, day.Day) switch
    {
        (Language.Fr, 1) => $"1er {Month(day)}",
        (Language.Es, _) => $"{Number(day.Day)} de {Month(day)}",
        _ => $"{Number(day.Day)} {Month(day)}",
    };

    private string Month(DateOnly day) => Months[(int)language][day.Month - 1];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
