namespace ACip.Workflows.ReplyParsing;

/// <summary>A line of the person's own words and how it was classified.</summary>
public sealed record ReadLine(string Line, LineEnd End);

/// <summary>The classification of a line. Each line has exactly one; nothing is dropped silently.</summary>
public enum LineEnd
{
    /// <summary>Printed by our form, therefore not among the person's lines.</summary>
    OfTheForm,

    /// <summary>Kept as written.</summary>
    Narrative,

    /// <summary>A greeting, thanks, a closing, a name.</summary>
    Courtesy,

    /// <summary>An answer, a command, or the rest of one.</summary>
    Understood,

    /// <summary>Asked back, all of it or a part.</summary>
    NotUnderstood,
}
