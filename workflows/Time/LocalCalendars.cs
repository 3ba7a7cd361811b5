using ACip.Workflows.Identifiers;

namespace ACip.Workflows.Time;

/// <summary>Quarters of administrations whose year begins within a Gregorian month. What officers enter takes precedence.</summary>
public static class LocalCalendars
{
    /// <param name="until">The plan's last day, inclusive.</param>
    public static PeriodRule RuleFor(AdministrationId administration, DateOnly from, DateOnly until) =>
        administration.Value switch
        {
            "ET" => PeriodRule.Default with { Own = Rows(from, until, Ethiopian) },
            "NP" => PeriodRule.Default with { Own = Rows(from, until, Nepali) },
            _ => PeriodRule.Default,
        };

    /// <summary>Ethiopia: first days of Hamle, Tikimt, Tir and Miyazya. If the next Gregorian year is a leap year, the new year comes a
    /// day later, until the leap day. Valid from 1901 to 2099.</summary>
    private static IEnumerable<DateOnly> Ethiopian(int year) =>
        [
            new(year, 1, DateTime.IsLeapYear(year) ? 10 : 9),
            new(year, 4, 9),
            new(year, 7, 8),
            new(year, 10, DateTime.IsLeapYear(year + 1) ? 12 : 11),
        ];

    /// <summary>Nepal: first days of Magh, Baishakh, Shrawan and Kartik as they usually fall. The calendar is announced year by year; an
    /// officer enters the rows when it differs.</summary>
    private static IEnumerable<DateOnly> Nepali(int year) =>
        [
            new(year, 1, DateTime.IsLeapYear(year - 1) ? 14 : 15),
            new(year, 4, DateTime.IsLeapYear(year) ? 13 : 14),
            new(year, 7, DateTime.IsLeapYear(year) ? 16 : 17),
            new(year, 10, DateTime.IsLeapYear(year) ? 17 : 18),
        ];

    private static OwnPeriod[] Rows(DateOnly from, DateOnly until, Func<int, IEnumerable<DateOnly>> starts)
    {
        DateOnly[] first = [.. Enumerable.Range(from.Year - 1, until.Year - from.Year + 3).SelectMany(starts)];
        return
        [
            .. first
                .Zip(first.Skip(1), (start, next) => new OwnPeriod(start, next.AddDays(-1)))
                .Where(row => row.End >= from && row.Start <= until),
        ];
    }
}
