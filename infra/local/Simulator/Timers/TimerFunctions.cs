using FunctionsSimulator.Protocol;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Timers;

/// <summary>The application's timer functions.</summary>
internal sealed class TimerFunctions(TimerSurroundings around, IConfiguration settings, ILogger<TimerFunction> log) : IDisposable
{
    private readonly Dictionary<string, TimerFunction> timers = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PlatformException">A schedule cannot be read.</exception>
    public void Add()
    {
        foreach (FunctionEntry function in around.Workers.Functions.Values.Where(one => one.Kind == TriggerKind.Timer))
        {
            timers.Add(
                function.Name,
                new TimerFunction(function, Schedule.Parse(function.Name, function.Text("schedule") ?? "", settings), around, log)
            );
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
