using System.Globalization;
using Microsoft.Extensions.Configuration;
using NCrontab;

namespace FunctionsSimulator.Timers;

/// <summary>When a timer function is due, in UTC.</summary>
internal sealed class Schedule
{
    private readonly Func<DateTime, DateTime> next;

    private Schedule(Func<DateTime, DateTime> next)
    {
        this.next = next;
    }

    /// <param name="expression">NCRONTAB of six fields (or five, without seconds), a TimeSpan, or <c>%setting%</c>.</param>
    /// <exception cref="PlatformException">It is none of these.</exception>
    public static Schedule Parse(string function, string expression, IConfiguration settings)
    {
        string text = expression;
        if (expression is ['%', .. var setting, '%'])
        {
            text = settings[setting] ?? throw new PlatformException($"{function}: its schedule is setting {setting}, which is not there.");
        }

        var options = new CrontabSchedule.ParseOptions
        {
            IncludingSeconds = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6,
        };
        if (CrontabSchedule.TryParse(text, options) is { } cron)
        {
            return new Schedule(cron.GetNextOccurrence);
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan every) && every > TimeSpan.Zero
            ? new Schedule(after => after + every)
            : throw new PlatformException($"{function}: '{text}' is neither a NCRONTAB expression nor a time span.");
    }

    /// <returns>The first occurrence after that time; null where there is none any more.</returns>
    public DateTime? Next(DateTime after)
    {
        DateTime due = next(after);
        return due == DateTime.MaxValue ? null : DateTime.SpecifyKind(due, DateTimeKind.Utc);
    }

    /// <summary>Schedules that come more often than once a minute are not remembered over restarts, by the genuine host's rule.</summary>
    public bool ComesWithinAMinute(DateTime from) =>
        Next(from) is { } first && Next(first) is { } second && second - first < TimeSpan.FromMinutes(1);
}
