namespace Microsoft.Azure.Functions.Worker;

/// <summary>What is remembered of a schedule, in UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run; the default value where there was none.</summary>
    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
