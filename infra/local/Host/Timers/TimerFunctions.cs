using ACip.Local.Host.Functions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace ACip.Local.Host.Timers;

/// <summary>The application's timer functions.</summary>
internal sealed class TimerFunctions(TimerSurroundings around, IConfiguration settings, ILogger<TimerFunction> log) : IDisposable
{
    private readonly Dictionary<string, TimerFunction> timers = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="LocalPlatformException">A schedule cannot be read.</exception>
    public void Add(FunctionCatalogue catalogue)
    {
        foreach (FunctionEntry function in catalogue.Functions)
        {
            if (function.Trigger is TimerTriggerAttribute trigger)
            {
                timers.Add(function.Name, new TimerFunction(function, Schedule.Parse(function.Name, trigger.Schedule, settings), around, log));
            }
        }
    }

    public TimerFunction? Find(string name) => timers.GetValueOrDefault(name);

    public Task StartAsync(CancellationToken cancellation) => Task.WhenAll(timers.Values.Select(t => t.StartAsync(cancellation)));

    public Task StopAsync(CancellationToken cancellation) => Task.WhenAll(timers.Values.Select(t => t.StopAsync(cancellation)));

    public void Dispose()
    {
        foreach (TimerFunction timer in timers.Values)
        {
            timer.Dispose();
        }
    }
}
