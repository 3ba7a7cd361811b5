using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>What a line says about the codes in it: "B3: 45 %", "B3 = 1 234,5", "B3 women: 40, men: 55", "B3 45", "B3 and B5:
/// n/a".</summary>
/// <param name="Items">One, or the several that it answers together.</param>
/// <param name="Written">What stands behind; empty where nothing does.</param>
/// <param name="Certain">A colon or an equals sign stands behind the code, so it is meant as an answer.</param>
/// <param name="AfterDash">A dash stands there: before a number it could be a minus.</param>
/// <param name="AfterWords">Its code stands right behind a word, so it may go on a sentence.</param>
internal sealed record FigureLine(IReadOnlyList<FormItem> Items, string Written, bool Certain, bool AfterDash, bool AfterWords = false)
{
    public FormItem Item => Items[0];

    public Answer Read(FormItem item, Language language) =>
        AfterDash
        && !item.Kind.EndsInWords()
        && Written.AsSpan().TrimStart() is { Length: > 0 } number
        && NumberReader.Digit(number[0]) >= 0
            ? new(Problem: NotUnderstoodReason.AmbiguousNumber)
            : Answer.Read(item, null, Written, language);
}
