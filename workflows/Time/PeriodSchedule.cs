namespace ACip.Workflows.Time;

/// <summary>A plan's reporting periods, in order. Nothing is prorated: a day belongs only to the period whose row contains it.</summary>
public static class PeriodSchedule
{
    /// <param name="from">The plan's first day.</param>
    /// <param name="until">The plan's last day, inclusive.</param>
    /// <exception cref="ArgumentException">The rule breaks one of those that <see cref="PeriodProblems"/> names: check before.</exception>
    public static IReadOnlyList<ReportingPeriod> Build(PeriodRule rule, DateOnly from, DateOnly until, WorkingCalendar calendar)
    {
        if (PeriodProblems.In(rule) is [var problem, ..])
        {
            throw new ArgumentException(problem.Rule, nameof(rule));
        }

        IEnumerable<OwnPeriod> regular = rule.Own.Count > 0 ? rule.Own : ByArithmetic(rule, from, until);
        return
        [
            .. regular
                .Concat(rule.AdHoc)
                .Where(row => row.Start <= until && row.End >= from)
                .Select(row => Dated(row, rule, calendar))
                .OrderBy(period => period.End)
                .ThenBy(period => period.Start),
        ];
    }

    /// <summary>It opens at the local midnight after its last day.</summary>
    public static ReportingPeriod Dated(OwnPeriod row, PeriodRule rule, WorkingCalendar calendar)
    {
        DateTimeOffset due = calendar.EndOfWorkingDay(row.DueOn ?? row.End.AddDays(rule.DaysToSubmit));
        DateTimeOffset locks = calendar.EndOfWorkingDay(row.End.AddDays(rule.DaysToLock));
        return new ReportingPeriod(row.Start, row.End, calendar.StartOfDay(row.End.AddDays(1)), due, locks > due ? locks : due);
    }

    private static List<OwnPeriod> ByArithmetic(PeriodRule rule, DateOnly from, DateOnly until)
    {
        int months = (int)rule.Length;
        int sinceYearStart = (from.Month - rule.YearStartMonth + 12) % 12;
        DateOnly start = new DateOnly(from.Year, from.Month, 1).AddMonths(-(sinceYearStart % months));
        List<OwnPeriod> periods = [];
        for (; start <= until; start = start.AddMonths(months))
        {
            DateOnly end = start.AddMonths(months).AddDays(-1);
            periods.Add(new OwnPeriod(start < from ? from : start, end > until ? until : end));
        }

        // nobody can say much about a fortnight: a stub at either end goes with its neighbour
        if (periods.Count > 1 && Days(periods[0]) < rule.ShortestStub)
        {
            periods[1] = periods[1] with { Start = periods[0].Start };
            periods.RemoveAt(0);
        }

        if (periods.Count > 1 && Days(periods[^1]) < rule.ShortestStub)
        {
            periods[^2] = periods[^2] with { End = periods[^1].End };
            periods.RemoveAt(periods.Count - 1);
        }

        return periods;
    }

    private static int Days(OwnPeriod period) => period.End.DayNumber - period.Start.DayNumber + 1;
}
