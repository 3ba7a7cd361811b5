namespace ACip.Workflows.Languages;

/// <summary>A pseudo-language made from English: it brackets every text and lengthens it by two fifths. Text without brackets was written
/// in code, and what does not fit will not fit in German either.</summary>
internal static class Pseudo
{
    public const string Tag = "qps-ploc";
    public const char Opens = '⟦';
    public const char Closes = '⟧';

    public static bool Is(Language language) => language.Tag == Tag;

    public static IReadOnlyList<TextPart> Of(IReadOnlyList<TextPart> source) =>
        [
            new TextPart(TextPartKind.Words, Opens.ToString()),
            .. source,
            new TextPart(TextPartKind.Words, Longer((Length(source) * 2 / 5) + 1) + Closes),
        ];

    /// <summary>In words, for a line breaks between words.</summary>
    private static string Longer(int letters) => string.Concat(Enumerable.Range(0, letters).Select(at => at % 7 == 6 ? ' ' : '~'));

    private static int Length(IReadOnlyList<TextPart> parts) => parts.Sum(part => part.Kind == TextPartKind.Words ? part.Text.Length : 8);
}
