namespace ACip.Workflows.Time;

/// <summary>Dates for the periods already past when a plan is approved late. They are opened one after the other, each with its own days,
/// so that no two are due on the same day.</summary>
public static class PastPeriodDates
{
    /// <summary>Calendar days for each, unless its own due date leaves more.</summary>
    public const int DaysEach = 21;

    /// <summary>Periods that should have been opened already.</summary>
    public static IReadOnlyList<ReportingPeriod> In(IReadOnlyList<ReportingPeriod> periods, DateTimeOffset now) =>
        [.. periods.Where(period => period.Opens <= now)];

    /// <param name="waived">Keys of periods that are not asked for.</param>
    /// <returns>All periods in their order: past ones from now on, one after the other, and whatever would overlap with them after
    /// them.</returns>
    public static IReadOnlyList<ReportingPeriod> OneAfterTheOther(
        IReadOnlyList<ReportingPeriod> periods,
        IReadOnlySet<PeriodKey> waived,
        DateTimeOffset now,
        WorkingCalendar calendar
    )
    {
        var dated = new List<ReportingPeriod>();
        DateTimeOffset free = now;
        foreach (ReportingPeriod period in periods)
        {
            if (waived.Contains(period.Key) || period.Opens >= free)
            {
                dated.Add(period);
                continue;
            }

            DateTimeOffset least = calendar.EndOfWorkingDay(calendar.DayOf(free).AddDays(DaysEach));
            DateTimeOffset due = period.Due > least ? period.Due : least;
            // never before its own lock: as much later as it is due, and at the end of a day
            DateTimeOffset locks = calendar.EndOfWorkingDay(calendar.DayOf(due + (period.Locks - period.Due)));
            dated.Add(period with { Opens = free, Due = due, Locks = locks });
            free = calendar.StartOfDay(calendar.DayOf(due).AddDays(1));
        }

        return dated;
    }
}
