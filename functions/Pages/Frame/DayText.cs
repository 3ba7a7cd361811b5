using System.Globalization;
using ACip.Workflows.Time;

namespace ACip.Functions.Pages.Frame;

/// <summary>Days and moments on pages: ISO 8601, which no reader takes for another day and no machine's culture changes.</summary>
internal static class DayText
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day in the offset that the instant carries: a due date is that of the administration.</summary>
    public static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Moment(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Time of day where the Secretariat sits.</summary>
    public static string Time(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at, ProgrammeZone.Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>20260101-20260331 as two days; any other text as it is.</summary>
    public static string Period(string key) => Period(new PeriodKey(key));

    /// <inheritdoc cref="Period(string)"/>
    public static string Period(PeriodKey key) => key.Days is var (start, end) ? $"{Day(start)} – {Day(end)}" : key.Value;
}
