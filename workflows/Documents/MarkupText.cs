namespace ACip.Workflows.Documents;

/// <summary>Writes HTML and XML, distinguishing our own markup (<see cref="Raw"/>) from untrusted text (<see cref="Text"/>).</summary>
internal sealed class MarkupText(TextWriter writer)
{
    public MarkupText Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Escaped for an element or a double-quoted attribute; marks that change the direction of writing are removed.</summary>
    public MarkupText Text(string text) => Whole(PrintableText.Of(text));

    /// <summary>Escaped for an element or a double-quoted attribute, with nothing removed: for text that is read back and
    /// compared.</summary>
    public MarkupText Whole(string text)
    {
        foreach (char letter in text)
        {
            switch (letter)
            {
                case '&':
                    writer.Write("&amp;");
                    break;
                case '<':
                    writer.Write("&lt;");
                    break;
                case '>':
                    writer.Write("&gt;");
                    break;
                case '"':
                    writer.Write("&quot;");
                    break;
                default:
                    writer.Write(letter);
                    break;
            }
        }

        return this;
    }
}
