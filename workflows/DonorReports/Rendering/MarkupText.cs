using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering;

/// <summary>Writes HTML and XML. Keeps apart what we wrote (<see cref="Raw"/>) from what anybody wrote (<see cref="Text"/>).</summary>
internal sealed class MarkupText(TextWriter writer)
{
    public MarkupText Raw(string markup)
    {
        writer.Write(markup);
        return this;
    }

    /// <summary>Safe in an element and between double quotes.</summary>
    public MarkupText Text(string text)
    {
        foreach (char letter in PlainText.Of(text))
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
