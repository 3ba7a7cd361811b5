using System.Diagnostics;
using System.Text.Json;
using FunctionsSimulator.Protocol;
using FunctionsSimulator.Protocol.Messages;
using Microsoft.Extensions.Logging;

namespace FunctionsSimulator.Timers;

/// <summary>One timer function: never two runs at a time; the next alarm is set when a run has ended.</summary>
/// <remarks>A run that was killed half way is not recorded, so that the next start makes up for it: at least once.</remarks>
internal sealed partial class TimerFunction : IDisposable
{
    private readonly FunctionEntry function;
    private readonly Schedule schedule;
    private readonly TimerSurroundings around;
    private readonly ILogger log;
    private readonly bool monitored;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly CancellationTokenSource patience = new();
    private readonly ITimer alarm;
    private ScheduleStatus? status;
    private Task scheduled = Task.CompletedTask;
    private volatile bool stopped;

    public TimerFunction(FunctionEntry function, Schedule schedule, TimerSurroundings around, ILogger log)
    {
        this.log = log;
        this.schedule = schedule;
        this.around = around;
        this.function = function;
        monitored = function.Flag("useMonitor", otherwise: true) && !schedule.ComesWithinAMinute(Now);
        alarm = around.Clock.CreateTimer(_ => BeginScheduled(pastDue: false), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Name => function.Name;

    private DateTime Now => around.Clock.GetUtcNow().UtcDateTime;

    /// <summary>Runs what was missed while the host was down (once, however often it was missed), then waits for the next
    /// occurrence.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        DateTime now = Now;
        ScheduleStatus? kept = monitored ? await around.Memory.ReadAsync(Name, cancellation) : null;
        status = kept is null ? First(now) : Continued(kept, now);
        if (monitored && !ReferenceEquals(status, kept))
        {
            await around.Memory.WriteAsync(Name, status, cancellation);
        }

        if (kept is not null && now >= status.Next) // equal where a clock that stands still was killed during the run
        {
            BeginScheduled(pastDue: true);
        }
        else if (function.Flag("runOnStartup", otherwise: false))
        {
            BeginScheduled(pastDue: false);
        }
        else
        {
            SetAlarm();
        }
    }

    /// <summary>An operator's run, outside the schedule and without effect on it.</summary>
    public Task FireAsync()
    {
        IDisposable underWay = around.Busy.Begin();
        return Task.Run(async () =>
        {
            using (underWay)
            {
                await RunAsync(pastDue: false, record: false);
            }
        });
    }

    /// <summary>Sets no more alarms, waits for the run under way, and cancels it when the caller stops waiting.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        stopped = true;
        alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            await scheduled.WaitAsync(cancellation);
            await one.WaitAsync(cancellation);
            one.Release();
        }
        catch (OperationCanceledException)
        {
            await patience.CancelAsync();
            WasCutShort(Name);
        }
    }

    public void Dispose()
    {
        alarm.Dispose();
        patience.Dispose();
        one.Dispose();
    }

    private void BeginScheduled(bool pastDue)
    {
        if (stopped)
        {
            return;
        }

        IDisposable underWay = around.Busy.Begin();
        scheduled = Task.Run(async () =>
        {
            using (underWay) // until the next alarm is set, or a clock that is being moved would pass over it
            {
                await RunAsync(pastDue, record: true);
                SetAlarm();
            }
        });
    }

    private async Task RunAsync(bool pastDue, bool record)
    {
        await one.WaitAsync(CancellationToken.None);
        try
        {
            DateTime began = Now;
            around.Reading.Save(around.Clock);
            await CallAsync(pastDue);
            if (record)
            {
                status = new ScheduleStatus(began, schedule.Next(began) ?? DateTime.MaxValue, began);
                await RememberAsync(status);
            }
        }
        finally
        {
            one.Release();
        }
    }

    private async Task CallAsync(bool pastDue)
    {
        using Activity running = FunctionActivity.Start(Name);
        string info = JsonSerializer.Serialize(
            new
            {
                Schedule = new { AdjustForDST = true },
                ScheduleStatus = monitored ? status : null,
                IsPastDue = pastDue,
            }
        );
        var invocation = new Invocation(
            function,
            [new(function.Parameter, new TypedData { Json = info }), .. around.Clients.Inputs(function)]
        );
        try
        {
            await using CancellationTokenRegistration impatient = patience.Token.Register(() => around.Workers.Cancel(invocation.Id));
            StatusResult outcome = (await around.Workers.InvokeAsync(invocation, patience.Token)).Result;
            if (outcome.Status != StatusResult.Types.Status.Success)
            {
                Failed(Name, FailureText.Of(outcome));
            }
        }
        catch (Exception e) when (e is WorkerGoneException or OperationCanceledException)
        {
            Failed(Name, e.Message); // told in the log, and the schedule goes on, as on the genuine host
        }
    }

    private async Task RememberAsync(ScheduleStatus now)
    {
        if (!monitored)
        {
            return;
        }

        try
        {
            await around.Memory.WriteAsync(Name, now, CancellationToken.None);
        }
#pragma warning disable CA1031 // at worst the next start runs it once more
        catch (Exception e)
#pragma warning restore CA1031
        {
            NotRemembered(Name, e);
        }
    }

    private void SetAlarm()
    {
        if (!stopped && status!.Next != DateTime.MaxValue)
        {
            TimeSpan wait = status.Next - Now;
            alarm.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    private ScheduleStatus First(DateTime now) => new(default, schedule.Next(now) ?? DateTime.MaxValue, now);

    /// <summary>A schedule that was changed meanwhile begins anew, without being past due by the old one's reckoning.</summary>
    private ScheduleStatus Continued(ScheduleStatus kept, DateTime now)
    {
        DateTime expected = schedule.Next(kept.LastUpdated) ?? DateTime.MaxValue;
        if (kept.Next == expected)
        {
            return kept;
        }

        return now > expected ? First(now) : new ScheduleStatus(default, expected, kept.LastUpdated);
    }

    [LoggerMessage(1, LogLevel.Error, "{Function} failed; its schedule goes on. {Why}")]
    private partial void Failed(string function, string why);

    [LoggerMessage(2, LogLevel.Warning, "{Function} ran, but that could not be recorded.")]
    private partial void NotRemembered(string function, Exception e);

    [LoggerMessage(3, LogLevel.Warning, "{Function} was still running when the platform stopped; the next start makes up for it.")]
    private partial void WasCutShort(string function);
}
