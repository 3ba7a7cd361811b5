using System.Text;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>How letters look.</summary>
/// <param name="Colour">Red, green and blue as PDF writes them.</param>
/// <param name="Raised">A footnote's mark: smaller, and above the line.</param>
internal sealed record PdfLook(decimal Size, bool Bold = false, string Colour = PdfLook.Ink, bool Raised = false)
{
    public const string Ink = "0.106 0.153 0.2",
        Soft = "0.318 0.376 0.431",
        Blue = "0.043 0.325 0.58",
        Red = "0.478 0 0.098",
        Line = "0.773 0.808 0.839",
        Pale = "0.933 0.953 0.973";

    public TrueTypeFont Font => Bold ? TrueTypeFont.Bold : TrueTypeFont.Regular;

    public decimal DrawnSize => Raised ? Size * 0.62m : Size;

    public decimal WidthOf(string text) => Font.WidthOf(text, DrawnSize);
}

internal sealed record PdfPiece(string Text, PdfLook Look);

/// <summary>A line of a text: its pieces, each with its place from the line's beginning.</summary>
internal sealed record PdfLine(IReadOnlyList<(decimal X, PdfPiece Piece)> Pieces, decimal Width);

/// <summary>Sets text into lines of a width: breaks at blanks, and within a word only where it is longer than a line.</summary>
internal static class PdfText
{
    public static List<PdfLine> Lines(IEnumerable<PdfPiece> pieces, decimal width)
    {
        var lines = new List<PdfLine>();
        List<(decimal X, PdfPiece Piece)> line = [];
        decimal at = 0;
        foreach ((List<PdfPiece> word, decimal blank, bool newLine) in Words(pieces))
        {
            decimal wide = word.Sum(part => part.Look.WidthOf(part.Text));
            if (newLine || (line.Count > 0 && at + blank + wide > width))
            {
                End();
            }

            bool first = line.Count == 0;
            decimal x = first ? 0 : at + blank;
            foreach ((int number, PdfPiece part) in word.Index())
            {
                // the blank is written and not only left, so that what is copied out has it
                x = number == 0 && !first ? Joined(part, x) : Place(part, x);
            }

            at = x;
        }

        End();
        return lines;

        void End()
        {
            lines.Add(new PdfLine(line, at));
            (line, at) = ([], 0);
        }

        decimal Joined(PdfPiece part, decimal x)
        {
            (decimal from, PdfPiece before) = line[^1];
            if (before.Look == part.Look)
            {
                line[^1] = (from, before with { Text = $"{before.Text} {part.Text}" });
            }
            else
            {
                line.Add((x - part.Look.WidthOf(" "), part with { Text = " " + part.Text }));
            }

            return x + part.Look.WidthOf(part.Text);
        }

        // a hash or an address may be longer than its column
        decimal Place(PdfPiece part, decimal x)
        {
            string rest = part.Text;
            while (x + part.Look.WidthOf(rest) > width && Fitting(part.Look, rest, width - x) is var fits && fits < rest.Length)
            {
                if (fits > 0)
                {
                    line.Add((x, part with { Text = rest[..fits] }));
                    at = x + part.Look.WidthOf(rest[..fits]);
                }
                else if (line.Count == 0)
                {
                    break;
                }

                rest = rest[fits..];
                End();
                x = 0;
            }

            line.Add((x, part with { Text = rest }));
            return x + part.Look.WidthOf(rest);
        }
    }

    /// <summary>Widest of what does not break.</summary>
    public static decimal WidestWord(IEnumerable<PdfPiece> pieces) =>
        Words(pieces).Select(word => word.Parts.Sum(part => part.Look.WidthOf(part.Text))).DefaultIfEmpty().Max();

    private static int Fitting(PdfLook look, string text, decimal width)
    {
        int fits = 0;
        decimal wide = 0;
        foreach (Rune letter in text.EnumerateRunes())
        {
            wide += look.WidthOf(letter.ToString());
            if (wide > width)
            {
                break;
            }

            fits += letter.Utf16SequenceLength;
        }

        return fits;
    }

    /// <summary>Words of one look or several, such as one with a footnote's mark; each with the blank before it.</summary>
    private static IEnumerable<(List<PdfPiece> Parts, decimal Blank, bool NewLine)> Words(IEnumerable<PdfPiece> pieces)
    {
        List<PdfPiece> word = [];
        decimal blank = 0;
        bool newLine = false;
        foreach (PdfPiece piece in pieces)
        {
            var letters = new StringBuilder();
            foreach (char letter in piece.Text)
            {
                if (letter is not (' ' or '\n' or '\t'))
                {
                    letters.Append(letter);
                    continue;
                }

                Take(piece.Look, letters);
                if (word.Count > 0)
                {
                    yield return (word, blank, newLine);
                    (word, newLine) = ([], false);
                }

                blank = piece.Look.WidthOf(" ");
                newLine |= letter == '\n';
            }

            Take(piece.Look, letters);
        }

        if (word.Count > 0)
        {
            yield return (word, blank, newLine);
        }

        void Take(PdfLook look, StringBuilder letters)
        {
            if (letters.Length > 0)
            {
                word.Add(new PdfPiece(letters.ToString(), look));
                letters.Clear();
            }
        }
    }
}
