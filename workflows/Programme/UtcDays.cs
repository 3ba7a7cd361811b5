using ACip.Workflows.Time;

namespace ACip.Workflows.Programme;

/// <summary>Roles, absences and terms are held by whole days of UTC. The days of a calendar are in <see cref="WorkingCalendar"/>.</summary>
public static class UtcDays
{
    public static DateOnly UtcToday(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
