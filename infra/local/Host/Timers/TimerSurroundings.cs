using ACip.Local.Clock;
using ACip.Local.Host.Durable;
using ACip.Local.Host.Storage;

namespace ACip.Local.Host.Timers;

/// <summary>What every timer function needs of the platform.</summary>
internal sealed record TimerSurroundings(VirtualClock Clock, Busy Busy, ClockReading Reading, IScheduleMemory Memory, DurableHost Durable, IServiceProvider Services);
