using System.Text;
using ACip.Workflows.Programme;

namespace ACip.Workflows.Mail.Outgoing;

/// <summary>A letter as plain text, with LF between lines.</summary>
internal static class PlainText
{
    public static string Write(Letter letter, string greeting, bool fictional, Wording say)
    {
        MailWords words = say.Words;
        string colon = say.Language == Language.Fr ? " :" : ":";
        var text = new StringBuilder();
        if (fictional)
        {
            Add(words.Fictional);
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
                    Add($"{points.Heading}{colon}\n{string.Join('\n', points.Items.Select(point => point.Remark is null ? $"- {point.Text}" : $"- {point.Text}\n  {point.Remark}"))}");
                    break;
                case Block.Figures figures:
                    Add($"{figures.Heading}{colon}\n{string.Join('\n', figures.Items.Select(figure => $"- {figure.Code}: {figure.Value}{(figure.Label.Length > 0 ? $" ({figure.Label})" : "")}"))}");
                    break;
                case Block.Form form:
                    Add(form.Fields.Text.TrimEnd());
                    break;
                case Block.Action action:
                    Add($"{action.Label}{colon} {action.Link.AbsoluteUri}");
                    break;
                case Block.Code code:
                    Add($"    {code.Text}");
                    break;
            }
        }

        // the mark of a signature (RFC 3676, 4.3): mail programs cut it from replies
        Add($"-- \n{words.SignedBy}\n{words.WhyYouGetThis}");
        return text.ToString().TrimEnd('\n') + "\n";

        void Add(string block) => text.Append(block.ReplaceLineEndings("\n")).Append("\n\n");
    }
}
