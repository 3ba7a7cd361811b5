using ACip.Local.Clock;
using FunctionsSimulator.Durable;
using FunctionsSimulator.Storage;
using FunctionsSimulator.Workers;

namespace FunctionsSimulator.Timers;

/// <summary>What every timer function needs of the platform.</summary>
internal sealed record TimerSurroundings(
    VirtualClock Clock,
    Busy Busy,
    ClockReading Reading,
    IScheduleMemory Memory,
    WorkerPool Workers,
    DurableClientBinding Clients
);
