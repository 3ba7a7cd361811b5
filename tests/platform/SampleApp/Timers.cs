using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class Timers(Journal journal, TimeProvider clock)
{
    [Function("Nightly")]
    public void Nightly([TimerTrigger("0 0 3 * * *")] TimerInfo timer) =>
        journal.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"nightly {clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss} past due {timer.IsPastDue} last {timer.ScheduleStatus!.Last:yyyy-MM-dd} next {timer.ScheduleStatus.Next:yyyy-MM-dd}"
            )
        );

    [Function("BySetting")]
    public async Task BySetting([TimerTrigger("%Test:Schedule%", UseMonitor = false)] TimerInfo timer)
    {
        journal.Write(
            string.Create(
                CultureInfo.InvariantCulture,
                $"by setting {clock.GetUtcNow():HH:mm} status {timer.ScheduleStatus?.ToString() ?? "none"}"
            )
        );
        if (journal.Lines.Contains("hold the timers"))
        {
            await journal.WaitAsync();
        }
    }

    [Function("FailingTimer")]
    public void FailingTimer([TimerTrigger("0 30 12 1 * *", UseMonitor = false)] TimerInfo timer)
    {
        journal.Write(string.Create(CultureInfo.InvariantCulture, $"failing {clock.GetUtcNow():yyyy-MM-dd} {timer.IsPastDue}"));
        throw new InvalidOperationException("as it should");
    }
}
