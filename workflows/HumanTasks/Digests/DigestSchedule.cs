using ACip.Workflows.Identifiers;
using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Digests;

/// <summary>When a person's digest is sent: in working hours, on the next working day or on the first working day of the week.
/// Pure.</summary>
internal static class DigestSchedule
{
    /// <summary>The longest that a notice waits for the first day of a week, because the person or the platform may have been
    /// away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Time between two runs. Working hours shorter than this may lie between two runs; then hours that have just passed count as
    /// well.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromHours(8);

    /// <param name="last">When the last one went out; null: never.</param>
    /// <param name="oldest">Since when the oldest notice waits.</param>
    public static bool IsDue(
        NoticePace pace,
        WorkingCalendar calendar,
        (TimeOnly From, TimeOnly Until) hours,
        DateTimeOffset? last,
        DateTimeOffset oldest,
        DateTimeOffset now
    )
    {
        if (pace == NoticePace.Each)
        {
            return true; // chosen since: what was held back comes now
        }

        (TimeOnly from, TimeOnly until) = hours;
        TimeSpan late = Gap > until - from ? Gap - (until - from) : TimeSpan.Zero;
        if (calendar.NextWorkingMoment(now - late, from, until) > now)
        {
            return false;
        }

        DateOnly today = calendar.DayOf(now);
        DateOnly? before = last is { } at ? calendar.DayOf(at) : null;
        return pace == NoticePace.Daily
            ? before is null || before < today
            : (before is null || Monday(before.Value) < Monday(today))
                && (calendar.AddWorkingDays(today, -1) < Monday(today) || now - oldest >= Longest);
    }

    /// <summary>Whose working days and hours the person has now; null: the Secretariat's.</summary>
    public static AdministrationId? HomeOf(Person person, DateOnly today) =>
        person.Roles.FirstOrDefault(role => role.Administration is not null && role.IsValidOn(today))?.Administration;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
