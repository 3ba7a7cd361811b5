namespace ACip.Workflows.Time;

/// <summary>What officers enter about the working time of an administration, or of the Secretariat.</summary>
/// <param name="QuietDays">Holidays and other days on which nobody is there; nothing is due and no mail goes out then.</param>
/// <param name="Periods">How its plans' time is cut; null: the calendar's own quarters, or the calendar quarters.</param>
public sealed record AdministrationCalendar(IReadOnlyList<DateOnly> QuietDays, PeriodRule? Periods = null)
{
    /// <summary>The calendar if officers have entered nothing.</summary>
    public static AdministrationCalendar None { get; } = new([]);
}
