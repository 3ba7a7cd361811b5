namespace ACip.Workflows.Languages;

internal enum TextPartKind
{
    Words,
    Value,
    Number,
    Plural,
    Select,
}

/// <summary>A piece of a text: words, or a placeholder with its choices.</summary>
internal sealed class TextPart
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<TextPart>> NoChoices =
        new Dictionary<string, IReadOnlyList<TextPart>>();

    /// <param name="text">The words, or the placeholder's name.</param>
    public TextPart(TextPartKind kind, string text, IReadOnlyDictionary<string, IReadOnlyList<TextPart>>? choices = null)
    {
        Kind = kind;
        Text = text;
        Choices = choices ?? NoChoices;
    }

    public TextPartKind Kind { get; }

    public string Text { get; }

    /// <summary>By category, =number or word.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<TextPart>> Choices { get; }
}
