namespace ACip.Workflows.Documents;

/// <summary>Writes HTML and XML. Keeps apart what we wrote (<see cref="Raw"/>) from what anybody wrote (<see cref="Text"/>).</summary>
internal sealed class MarkupText(TextWriter writer)
{
    public MarkupText Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Safe in an element and between double quotes, and to look at: marks that turn the direction of writing
    /// are left out.</summary>
    public MarkupText Text(string text) => Whole(PrintableText.Of(text));

    /// <summary>Safe in an element and between double quotes, and not a sign less: for what is read back and compared.</summary>
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
