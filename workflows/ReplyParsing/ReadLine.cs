namespace ACip.Workflows.ReplyParsing;

/// <summary>A line of the person's own words, and what became of it.</summary>
public sealed record ReadLine(string Line, LineEnd End);

/// <summary>What a line was taken for. Each line is exactly one of these; nothing is dropped in silence.</summary>
public enum LineEnd
{
    /// <summary>What our form prints; not the person's words, so it is not among the lines.</summary>
    OfTheForm,

    /// <summary>Kept as it was written.</summary>
    Narrative,

    /// <summary>A greeting, thanks, a closing, a name.</summary>
    Courtesy,

    /// <summary>An answer, a command, or the rest of one.</summary>
    Understood,

    /// <summary>Asked back, all of it or a part.</summary>
    NotUnderstood,
}
