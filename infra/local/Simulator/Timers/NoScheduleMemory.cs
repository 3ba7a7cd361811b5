namespace FunctionsSimulator.Timers;

/// <summary>Without storage, each start is the first.</summary>
internal sealed class NoScheduleMemory : IScheduleMemory
{
    public Task<ScheduleStatus?> ReadAsync(string function, CancellationToken cancellation) => Task.FromResult<ScheduleStatus?>(null);

    public Task WriteAsync(string function, ScheduleStatus status, CancellationToken cancellation) => Task.CompletedTask;
}
