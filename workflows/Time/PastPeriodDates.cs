namespace ACip.Workflows.Time;

/// <summary>A plan that was approved late has periods behind it that nobody was asked for. They are opened one after the other, each with
/// days of its own, so that no two are due on one day.</summary>
public static class PastPeriodDates
{
    /// <summary>Calendar days for each, where its own due date does not leave more.</summary>
    public const int DaysEach = 21;

    /// <summary>Those that should have been opened already.</summary>
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
            DateTimeOffset locks = calendar.EndOfWorkingDay(calendar.DayOf(due + (period.Locks - period.Due)));
            dated.Add(period with { Opens = free, Due = due, Locks = period.Locks > locks ? period.Locks : locks });
            free = calendar.StartOfDay(calendar.DayOf(due).AddDays(1));
        }

        return dated;
    }
}
