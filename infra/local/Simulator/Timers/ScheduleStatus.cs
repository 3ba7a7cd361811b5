namespace FunctionsSimulator.Timers;

/// <summary>Where a schedule stands; the names are those of the blob that the genuine host keeps, and of what the function gets.</summary>
/// <param name="Last">When it ran last; the beginning of time where it never did.</param>
/// <param name="Next">When it is due.</param>
internal sealed record ScheduleStatus(DateTime Last, DateTime Next, DateTime LastUpdated);
