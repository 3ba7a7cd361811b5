using System.Globalization;
using ACip.Workflows.Time;

namespace ACip.Tests.Unit.Time;

/// <summary>Places that differ in zone, weekend and summer time.</summary>
internal static class Calendars
{
    public static IReadOnlyList<string> Countries { get; } = ["MX", "JO", "NP", "AL", "LB", "ET", "BE"];

    /// <summary>Locked sixty days after their end.</summary>
    public static PeriodRule Quarters { get; } = PeriodRule.Default with { DaysToLock = 60 };

    public static WorkingCalendar Of(string country, params string[] holidays)
    {
        (string zone, DayOfWeek[] weekend) = country switch
        {
            "MX" => ("America/Mexico_City", new[] { DayOfWeek.Saturday, DayOfWeek.Sunday }), // -06:00 all year since 2022
            "JO" => ("Asia/Amman", [DayOfWeek.Friday, DayOfWeek.Saturday]),
            "NP" => ("Asia/Kathmandu", [DayOfWeek.Saturday]),
            "AL" => ("Europe/Tirane", [DayOfWeek.Saturday, DayOfWeek.Sunday]),
            "LB" => ("Asia/Beirut", [DayOfWeek.Sunday]), // clocks change at midnight
            "ET" => ("Africa/Addis_Ababa", [DayOfWeek.Saturday, DayOfWeek.Sunday]),
            "BE" => ("Europe/Brussels", [DayOfWeek.Saturday, DayOfWeek.Sunday]),
            _ => throw new ArgumentOutOfRangeException(nameof(country)),
        };
        return new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(zone), weekend.ToHashSet(), holidays.Select(Day).ToHashSet());
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Compares instant and offset: 10:00+02:00 is not 09:00+01:00 to who reads it.</summary>
    public static string Text(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
