namespace FunctionsSimulator.Timers;

/// <summary>Keeps each timer function's schedule status over restarts.</summary>
internal interface IScheduleMemory
{
    Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellation);

    Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellation);
}
