using ACip.Workflows.Programme;
using ACip.Workflows.Time;

namespace ACip.Workflows.HumanTasks.Digests;

/// <summary>When somebody's digest goes out: in their working hours, on the next working day, or on the first one of the week.
/// Pure.</summary>
internal static class DigestSchedule
{
    /// <summary>Nothing waits longer than this for the first day of a week: somebody may have been away, or the platform.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Between two looks. Of hours that are shorter none might fall between: then what has just passed counts too.</summary>
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

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
