namespace ACip.Workflows.Time;

/// <summary>The period that a report covers, and its due date. Periods are dated rows, never computed from a label: Ethiopia's first
/// quarter of 2025/26 runs from 8 July to 10 October, and no arithmetic on months gives that.</summary>
/// <remarks>How many days after its end a period is due and locks says the <see cref="PeriodRule"/>; where none was entered,
/// <see cref="PeriodRule.Default"/>.</remarks>
/// <param name="Start">First day covered, Gregorian, inclusive.</param>
/// <param name="End">Last day covered, inclusive.</param>
/// <param name="Opens">When the coordinator is asked.</param>
/// <param name="Due">Last instant to submit in time.</param>
/// <param name="Locks">From then on only a restatement changes a figure.</param>
public sealed record ReportingPeriod(DateOnly Start, DateOnly End, DateTimeOffset Opens, DateTimeOffset Due, DateTimeOffset Locks)
{
    public PeriodKey Key => PeriodKey.Of(Start, End);

    public bool Covers(DateOnly day) => Start <= day && day <= End;

    /// <summary>Due at the end of the given day, or of the next working day there. The time from due date to lock stays the
    /// same.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not later than it is due already.</exception>
    public ReportingPeriod ExtendedTo(DateOnly day, WorkingCalendar calendar)
    {
        DateTimeOffset due = calendar.EndOfWorkingDay(day);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(due, Due, nameof(day));
        return this with { Due = due, Locks = due + (Locks - Due) };
    }

    /// <summary>For a report that opened late because the platform was not running: people keep the number of days that they would have
    /// had.</summary>
    public ReportingPeriod OpenedAt(DateTimeOffset now, WorkingCalendar calendar)
    {
        TimeSpan late = now - Opens;
        return this with
        {
            Due = calendar.EndOfWorkingDay(calendar.DayOf(Due + late)),
            Locks = calendar.EndOfWorkingDay(calendar.DayOf(Locks + late)),
        };
    }

    /// <summary>For a report sent back too late for another round: at least this many days from now.</summary>
    public ReportingPeriod LeavingTime(DateTimeOffset now, int days, WorkingCalendar calendar)
    {
        DateTimeOffset least = calendar.EndOfWorkingDay(calendar.DayOf(now).AddDays(days));
        return Locks >= least ? this : this with { Locks = least };
    }
}
