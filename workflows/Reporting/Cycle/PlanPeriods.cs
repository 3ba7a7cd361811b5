using ACip.Workflows.Programme;

namespace ACip.Workflows.Reporting;

/// <summary>The dated rows that a plan begins with: calendar quarters, opening at local midnight after the quarter.</summary>
public static class PlanPeriods
{
    /// <summary>Calendar days from the end of a period to its due date and to its lock.</summary>
    private const int DaysToReport = 30, DaysToLock = 75;

    public static IReadOnlyList<ReportingPeriod> Quarters(Administration administration, DateOnly start, DateOnly end)
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(administration.TimeZone);
        var periods = new List<ReportingPeriod>();
        for (DateOnly first = start; first < end; first = first.AddMonths(3))
        {
            DateOnly last = first.AddMonths(3).AddDays(-1);
            DateOnly due = last.AddDays(DaysToReport);
            while (administration.Weekend.Contains(due.DayOfWeek))
            {
                due = due.AddDays(1);
            }

            periods.Add(new ReportingPeriod(first, last, At(zone, last.AddDays(1), TimeOnly.MinValue), At(zone, due, new TimeOnly(23, 59, 59)), At(zone, last.AddDays(DaysToLock), new TimeOnly(23, 59, 59))));
        }

        return periods;
    }

    private static DateTimeOffset At(TimeZoneInfo zone, DateOnly day, TimeOnly time)
    {
        DateTime local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
