namespace ACip.Workflows.ReplyParsing;

/// <summary>Days that an answer can name. A day outside belongs to another calendar (Nepal writes 2083, Ethiopia 2019) or is a slip, and
/// is asked back.</summary>
/// <param name="First">Inclusive.</param>
/// <param name="Last">Inclusive.</param>
public sealed record DayRange(DateOnly First, DateOnly Last)
{
    public bool Holds(DateOnly day) => First <= day && day <= Last;
}
