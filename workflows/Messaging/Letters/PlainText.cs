using System.Text;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>A letter as plain text, with LF between lines.</summary>
internal static class PlainText
{
    public static string Write(Letter letter, string greeting, bool fictional, Wording say)
    {
        var text = new StringBuilder();
        if (fictional)
        {
            Add(say.In(Texts.Fictional));
        }

        Add(greeting);
        foreach (Block block in letter.Blocks)
        {
            switch (block)
            {
                case Block.Paragraph paragraph:
                    Add(paragraph.Text);
                    break;
                case Block.Points points:
                    Add(
                        $"{say.Introduces(points.Heading)}\n{string.Join('\n', points.Items.Select(point => string.Join("\n  ", new[] { $"- {point.Text}", point.Remark, point.Link }.OfType<string>())))}"
                    );
                    break;
                case Block.Figures figures:
                    Add(
                        $"{say.Introduces(figures.Heading)}\n{string.Join('\n', figures.Items.Select(figure => Row(figure, say.Language)))}"
                    );
                    break;
                case Block.Form form:
                    Add(form.Fields.Text.TrimEnd());
                    break;
                case Block.Action action:
                    Add($"{say.Introduces(action.Label)} {action.Link.AbsoluteUri}");
                    break;
                case Block.Code code:
                    Add($"    {code.Text}");
                    break;
            }
        }

        // the mark of a signature (RFC 3676, 4.3): mail programs cut it from replies
        Add($"-- \n{say.In(Texts.SignedBy)}\n{say.In(Texts.TurnTo(say.Contact.Name, say.Contact.Address))}\n{say.In(Texts.WhyYouGetThis)}");
        return Bidi.Lines(text.ToString().TrimEnd('\n'), say.Language) + "\n";

        void Add(string block) => text.Append(block.ReplaceLineEndings("\n")).Append("\n\n");
    }

    private static string Row(FigureRow figure, Language language)
    {
        string label = figure.Label.Length > 0 ? $" ({Bidi.Isolated(figure.Label, language)})" : "";
        return $"- {Bidi.Isolated(figure.Code, language)}: {Bidi.Isolated(figure.Value, language)}{label}";
    }
}
