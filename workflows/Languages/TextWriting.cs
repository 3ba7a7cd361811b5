using System.Text;

namespace ACip.Workflows.Languages;

/// <summary>Inserts arguments into a text and selects the forms that the language requires.</summary>
internal static class TextWriting
{
    public static string Write(IReadOnlyList<TextPart> parts, ReadOnlySpan<(string Name, TextArgument Value)> values, Language language)
    {
        switch (parts)
        {
            case []:
                return "";
            case [{ Kind: TextPartKind.Words } only]:
                return only.Text;
        }

        var text = new StringBuilder();
        Write(text, parts, values, language);
        return text.ToString();
    }

    private static void Write(
        StringBuilder text,
        IReadOnlyList<TextPart> parts,
        ReadOnlySpan<(string Name, TextArgument Value)> values,
        Language language
    )
    {
        foreach (TextPart part in parts)
        {
            switch (part.Kind)
            {
                case TextPartKind.Words:
                    text.Append(part.Text);
                    break;
                case TextPartKind.Value:
                    text.Append(Bidi.Isolated(Value(values, part.Text).In(language), language));
                    break;
                case TextPartKind.Number:
                    text.Append(Bidi.Isolated(Figures.Number(Value(values, part.Text).Number, language), language));
                    break;
                default:
                    Write(text, Chosen(part, Value(values, part.Text), language), values, language);
                    break;
            }
        }
    }

    private static IReadOnlyList<TextPart> Chosen(TextPart part, TextArgument value, Language language)
    {
        string choice = part.Kind == TextPartKind.Select ? value.In(language) : language.Culture.PluralOf(value.Number);
        return part.Kind == TextPartKind.Plural
            && part.Choices.TryGetValue($"={Figures.Plain(value.Number)}", out IReadOnlyList<TextPart>? exact)
                ? exact
            : part.Choices.TryGetValue(choice, out IReadOnlyList<TextPart>? chosen) ? chosen
            : part.Choices["other"];
    }

    private static TextArgument Value(ReadOnlySpan<(string Name, TextArgument Value)> values, string name)
    {
        foreach ((string known, TextArgument value) in values)
        {
            if (known == name)
            {
                return value;
            }
        }

        throw new InvalidOperationException($"A text wants {name}, which its source does not have.");
    }
}
