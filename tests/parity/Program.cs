// What our engine and Microsoft's ask of storage in the same small stories, side by side. Both stand behind the same proxy, which counts.
using System.Globalization;
using ACip.Local.Azurite;
using ACip.Tests.Bench;
using ACip.Tests.Parity.Costs;
using ACip.Tests.Parity.Engine;
using ACip.Tests.Platform.Durable;
using ACip.Workflows.Orchestration;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using AzuriteProcess azurite = await AzuriteProcess.StartAsync(new AzuriteOptions { InMemory = true });
await using StorageCalls ours = await StorageCalls.StartAsync(
    azurite.ConnectionString,
    wholeHistories: false,
    (options, clock, busy, storage) => EngineAtWork.Create(options, clock, busy, storage)
);
await using StorageCalls microsofts = await StorageCalls.StartAsync(
    azurite.ConnectionString,
    wholeHistories: true,
    (options, clock, busy, storage) => new MicrosoftEngine(options, clock, busy, storage)
);

Console.WriteLine($"{"storage calls, without looking into queues", -60}{"ours", 8}{"Microsoft's", 14}");
int times = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 0;
(int ourTurns, int theirTurns) = (await ours.OrchestrationAsync(), await microsofts.OrchestrationAsync());
Print("an orchestration with one activity", ourTurns, theirTurns);
Figure.Say("engine-turns", ourTurns, theirTurns);
Print("a question begun: one activity, one alarm", await ours.AskingAsync(), await microsofts.AskingAsync());
Print("a reply to it that does not end it: one activity", await ours.ReplyAsync(), await microsofts.ReplyAsync());
(int ourReply, int theirReply) = (await ours.AcceptAsync(), await microsofts.AcceptAsync());
Print("the answer that is accepted and ends it: one activity", ourReply, theirReply);
Figure.Say("engine-reply", ourReply, theirReply);
if (times > 0)
{
    double ourTime = await ours.RoundTripAsync(times),
        theirTime = await microsofts.RoundTripAsync(times);
    Console.WriteLine($"{$"milliseconds of an orchestration, median of {times}", -60}{ourTime, 8:0.0}{theirTime, 14:0.0}");
    Figure.Say("engine-round-trip", ourTime, theirTime);
    return;
}

double ourWake = await ours.WakeAsync();
double microsoftsWake = await microsofts.WakeAsync();
Print("an instance that waits, woken by a piece of its timer", ourWake, microsoftsWake);
Print(
    $"a day of waiting, in the application's pieces of {LongWait.LongestTimer.TotalDays:0} days",
    ourWake / LongWait.LongestTimer.TotalDays,
    microsoftsWake / LongWait.LongestTimer.TotalDays
);

static void Print(string story, double ours, double microsofts) => Console.WriteLine($"{story, -60}{ours, 8:0.##}{microsofts, 14:0.##}");
