namespace ACip.Workflows.ReplyParsing;

/// <summary>Days that an answer may name. One outside is of another calendar (Nepal writes 2083, Ethiopia 2019), or a slip: it is asked
/// back.</summary>
/// <param name="First">Inclusive.</param>
/// <param name="Last">Inclusive.</param>
public sealed record DayRange(DateOnly First, DateOnly Last)
{
    public bool Holds(DateOnly day) => First <= day && day <= Last;
}
