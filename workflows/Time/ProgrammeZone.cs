namespace ACip.Workflows.Time;

/// <summary>The Secretariat's time zone. It applies to the Secretariat's working days and to everybody without a zone of their
/// own.</summary>
public static class ProgrammeZone
{
    public const string Name = "Europe/Brussels";

    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(Name);
}
