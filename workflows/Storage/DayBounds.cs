using System.Globalization;

namespace ACip.Workflows.Storage;

/// <summary>The days that a programme can refer to. Beyond them calendar arithmetic fails: the last possible day has no next
/// one.</summary>
public static class DayBounds
{
    public static readonly DateOnly First = new(1900, 1, 1),
        Last = new(2199, 12, 31);

    public static bool Holds(DateOnly day) => First <= day && day <= Last;

    /// <returns>The day, written as 2027-02-28; null for any other text, and for a day out of bounds.</returns>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
        && Holds(day)
            ? day
            : null;

    /// <summary>For an optional day: true if it is absent or can be read.</summary>
    public static bool TryRead(string? text, out DateOnly? day)
    {
        day = Read(text);
        return day is not null || string.IsNullOrWhiteSpace(text);
    }
}
