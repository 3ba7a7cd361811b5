namespace ACip.Workflows.Time;

/// <summary>Where the Secretariat sits: its working days, and days of whoever has no zone of their own, are read there.</summary>
public static class ProgrammeZone
{
    public const string Name = "Europe/Brussels";

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Name);
}
