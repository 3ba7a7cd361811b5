namespace Microsoft.Azure.Functions.Worker;

/// <summary>Why a timer function runs now.</summary>
public class TimerInfo
{
    /// <summary>As it stood before this run; null where the schedule is not monitored.</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when the run should have happened while the host was down.</summary>
    public bool IsPastDue { get; set; }
}
