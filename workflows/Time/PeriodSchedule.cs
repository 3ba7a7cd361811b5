namespace ACip.Workflows.Time;

/// <summary>A plan's reporting periods, in order. Nothing is prorated: a day belongs only to the period whose row contains it.</summary>
public static class PeriodSchedule
{
    /// <param name="from">The plan's first day.</param>
    /// <param name="until">The plan's last day, inclusive.</param>
    /// <param name="usual">Rows where none were entered, before the first and behind the last of those that were; null: by
    /// arithmetic.</param>
    /// <exception cref="ArgumentException">The rule breaks one of those that <see cref="PeriodProblems"/> names: check before.</exception>
    public static IReadOnlyList<ReportingPeriod> Build(
        PeriodRule rule,
        DateOnly from,
        DateOnly until,
        WorkingCalendar calendar,
        IReadOnlyList<OwnPeriod>? usual = null
    )
    {
        if (PeriodProblems.In(rule) is [var problem, ..])
        {
            throw new ArgumentException(problem.Rule, nameof(rule));
        }

        return
        [
            .. AroundOwn(rule, usual ?? ByArithmetic(rule, from, until))
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

    /// <summary>What was entered as it was entered, and the usual rows where it does not reach: a year is announced at a time, and a plan
    /// lasts for several.</summary>
    private static IEnumerable<OwnPeriod> AroundOwn(PeriodRule rule, IReadOnlyList<OwnPeriod> usual)
    {
        if (rule.Own.Count == 0)
        {
            return usual;
        }

        DateOnly first = rule.Own.Min(row => row.Start),
            last = rule.Own.Max(row => row.End);
        OwnPeriod[] before =
        [
            .. usual
                .Where(row => row.Start < first)
                .OrderBy(row => row.Start)
                .Select(row => row.End < first ? row : row with { End = first.AddDays(-1) }),
        ];
        OwnPeriod[] behind =
        [
            .. usual
                .Where(row => row.End > last)
                .OrderBy(row => row.Start)
                .Select(row => row.Start > last ? row : row with { Start = last.AddDays(1) }),
        ];
        if (before.Length > 0 && Days(before[^1]) < rule.ShortestStub)
        {
            before = before.Length == 1 ? [] : [.. before[..^2], before[^2] with { End = before[^1].End }];
        }

        if (behind.Length > 0 && Days(behind[0]) < rule.ShortestStub)
        {
            behind = behind.Length == 1 ? [] : [behind[1] with { Start = behind[0].Start }, .. behind[2..]];
        }

        return [.. before, .. rule.Own, .. behind];
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
