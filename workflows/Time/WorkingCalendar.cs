namespace ACip.Workflows.Time;

/// <summary>The working time of an administration or the Secretariat: its zone, its weekend, its holidays as dated rows.</summary>
public sealed record WorkingCalendar
{
    private static readonly TimeOnly LastSecond = new(23, 59, 59);

    /// <exception cref="ArgumentException">A week without a working day.</exception>
    public WorkingCalendar(TimeZoneInfo zone, IReadOnlySet<DayOfWeek> weekend, IReadOnlySet<DateOnly> holidays)
    {
        if (weekend.Count >= 7)
        {
            throw new ArgumentException("There must be a working day in the week.", nameof(weekend));
        }

        (Zone, Weekend, Holidays) = (zone, weekend, holidays);
    }

    public TimeZoneInfo Zone { get; }

    public IReadOnlySet<DayOfWeek> Weekend { get; }

    public IReadOnlySet<DateOnly> Holidays { get; }

    /// <exception cref="TimeZoneNotFoundException">The zone is not an IANA name.</exception>
    public static WorkingCalendar Of(string timeZone, IEnumerable<DayOfWeek> weekend, IEnumerable<DateOnly> holidays) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(timeZone), weekend.ToHashSet(), holidays.ToHashSet());

    public bool IsWorkingDay(DateOnly day) => !Weekend.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    public DateOnly WorkingDayOnOrAfter(DateOnly day)
    {
        while (!IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Counts working days: 1 after a Friday is Monday, -1 before a Monday is Friday. 0 is the day itself, or the next working
    /// day.</summary>
    public DateOnly AddWorkingDays(DateOnly day, int count)
    {
        if (count == 0)
        {
            return WorkingDayOnOrAfter(day);
        }

        int step = Math.Sign(count);
        for (int left = Math.Abs(count); left > 0; )
        {
            day = day.AddDays(step);
            left -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The local day at an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    public TimeOnly TimeOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of the day: midnight, or later if summer time begins at midnight.</summary>
    public DateTimeOffset StartOfDay(DateOnly day) => At(day, TimeOnly.MinValue);

    /// <summary>The end of that day in the zone, or of its next working day.</summary>
    /// <returns>23:59:59 with the zone's offset on that day, summer time included; the later one where it comes twice.</returns>
    public DateTimeOffset EndOfWorkingDay(DateOnly day)
    {
        DateTime local = WorkingDayOnOrAfter(day).ToDateTime(LastSecond);
        TimeSpan offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Min() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset);
    }

    /// <summary>Extends an instant to the end of its working day: a time limit runs to the end of a day, not to the hour at which somebody
    /// was asked.</summary>
    public DateTimeOffset EndOfWorkingDay(DateTimeOffset from, TimeSpan time) => EndOfWorkingDay(DayOf(from + time));

    /// <summary>A local time of day. If clocks go back over it, the earlier instant; if they jump over it, the instant as much
    /// later.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        DateTime local = day.ToDateTime(time);
        if (Zone.IsAmbiguousTime(local))
        {
            return new DateTimeOffset(local, Zone.GetAmbiguousTimeOffsets(local).Max());
        }

        // a time that the clocks jump over is read with the offset from before the jump, which lands as far behind it
        DateTimeOffset instant = new(local, Zone.IsInvalidTime(local) ? Zone.GetUtcOffset(local.AddHours(-3)) : Zone.GetUtcOffset(local));
        return TimeZoneInfo.ConvertTime(instant, Zone);
    }

    /// <summary>The instant itself if it is within working hours, otherwise when those next begin.</summary>
    public DateTimeOffset NextWorkingMoment(DateTimeOffset instant, TimeOnly from, TimeOnly until)
    {
        DateOnly day = DayOf(instant);
        TimeOnly time = TimeOf(instant);
        if (IsWorkingDay(day) && time < until)
        {
            return time >= from ? TimeZoneInfo.ConvertTime(instant, Zone) : At(day, from);
        }

        return At(WorkingDayOnOrAfter(day.AddDays(1)), from);
    }
}
