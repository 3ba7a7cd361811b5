namespace ACip.Workflows.Messaging.Letters;

/// <summary>The content of a mail before it becomes text or HTML.</summary>
public sealed record Letter(string Subject, IReadOnlyList<Block> Blocks)
{
    /// <summary>What a digest says below the subject; null for nothing.</summary>
    public string? InShort { get; init; }
}

public abstract record Block
{
    private Block() { }

    public sealed record Paragraph(string Text) : Block;

    /// <summary>A list under a heading.</summary>
    public sealed record Points(string Heading, IReadOnlyList<Point> Items) : Block;

    /// <summary>Figures under a heading: code, value with unit, label.</summary>
    public sealed record Figures(string Heading, IReadOnlyList<FigureRow> Items) : Block;

    public sealed record Form(MailForm Fields) : Block;

    public sealed record Action(string Label, Uri Link) : Block;

    /// <summary>Something to copy, set apart.</summary>
    public sealed record Code(string Text) : Block;
}

/// <param name="Remark">Stands under it; null for none.</param>
/// <param name="Link">Where it is looked at; null for nowhere.</param>
public sealed record Point(string Text, string? Remark = null, string? Link = null);

public sealed record FigureRow(string Code, string Value, string Label);
