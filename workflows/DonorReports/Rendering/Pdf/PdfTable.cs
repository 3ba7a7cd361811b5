using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>A table that breaks between rows, its headings repeated on each page.</summary>
internal sealed class PdfTable
{
    private const decimal Across = 3.5m,
        Down = 2m,
        Leading = 1.2m;
    private const int MostRowsKeptTogether = 8;

    private readonly Table table;
    private readonly Language language;
    private readonly PdfLook look;
    private readonly decimal[] widths;
    private readonly Row headings;
    private readonly Row[] rows;

    public PdfTable(Table table, Language language)
    {
        (this.table, this.language) = (table, language);
        (look, widths) = Fitted(table);
        headings = new Row([
            .. table.Columns.Select(
                (column, at) => PdfText.Lines(Pieces(column.Heading, column.Notes, look with { Bold = true }), Inner(at))
            ),
        ]);
        rows =
        [
            .. table.Rows.Select(row => new Row([
                .. row.Select((cell, at) => PdfText.Lines(Pieces(cell.Text, cell.Notes, look), Inner(at))),
            ])),
        ];
    }

    /// <summary>What has to stand on one page: all of a small table, or the headings and a row.</summary>
    public decimal LeastHeight =>
        HeightOf(headings) + (rows.Length <= MostRowsKeptTogether ? rows.Sum(HeightOf) : rows.Take(2).Sum(HeightOf)) is var height
        && height < PdfPages.Top - PdfPages.Bottom - 40
            ? height
            : HeightOf(headings) + rows.Take(1).Sum(HeightOf);

    public void Write(PdfPages pages, PdfElement parent)
    {
        PdfElement head = parent.Add(new PdfElement("THead"));
        Write(pages, headings, head.Add(new PdfElement("TR")), isHeading: true, []);
        PdfElement body = parent.Add(new PdfElement("TBody"));
        for (int at = 0; at < rows.Length; at++)
        {
            if (HeightOf(rows[at]) > pages.Room && !pages.IsAtTop)
            {
                pages.NewPage();
                Write(pages, headings, null, isHeading: true, []);
            }

            Write(pages, rows[at], body.Add(new PdfElement("TR")), isHeading: false, table.Rows[at]);
        }
    }

    private void Write(PdfPages pages, Row row, PdfElement? element, bool isHeading, IReadOnlyList<Cell> cells)
    {
        decimal height = HeightOf(row),
            top = pages.Y,
            x = PdfPages.Left;
        pages.Draw(
            null,
            () =>
            {
                if (isHeading)
                {
                    pages.Rectangle(x, top - height, widths.Sum(), height, PdfLook.Pale);
                }

                Grid(pages, top, height);
            }
        );
        for (int at = 0; at < row.Cells.Count; at++)
        {
            PdfElement? cell = element?.Add(ElementOf(at, isHeading, isHeading ? null : cells[at].Language));
            (decimal left, List<PdfLine> lines) = (x, row.Cells[at]);
            bool right = table.Columns[at].Number;
            pages.Draw(cell, () => Write(pages, lines, left, top, right ? widths[at] : null));
            x += widths[at];
        }

        pages.Y = top - height;
    }

    private void Write(PdfPages pages, List<PdfLine> lines, decimal left, decimal top, decimal? rightWithin)
    {
        for (int line = 0; line < lines.Count; line++)
        {
            decimal x = left + (rightWithin is { } width ? width - Across - lines[line].Width : Across);
            decimal baseline = top - Down - look.Size * (0.95m + Leading * line);
            foreach ((decimal at, PdfPiece piece) in lines[line].Pieces)
            {
                pages.Text(piece, x + at, baseline, line < lines.Count - 1 ? " " : "");
            }
        }
    }

    private PdfElement ElementOf(int column, bool isHeading, Language? written)
    {
        string? tag = written is { } other && other != language ? other.Tag : null;
        return isHeading || column == 0
            ? new PdfElement("TH") { Attributes = $"<< /O /Table /Scope /{(isHeading ? "Column" : "Row")} >>", Language = tag }
            : new PdfElement("TD") { Language = tag };
    }

    private void Grid(PdfPages pages, decimal top, decimal height)
    {
        decimal x = PdfPages.Left,
            right = x + widths.Sum();
        pages.Line(x, top, right, top, PdfLook.Line);
        pages.Line(x, top - height, right, top - height, PdfLook.Line);
        foreach (decimal width in widths.Prepend(0))
        {
            x += width;
            pages.Line(x, top, x, top - height, PdfLook.Line);
        }
    }

    private decimal Inner(int column) => widths[column] - 2 * Across + 0.01m;

    private decimal HeightOf(Row row) => row.Cells.Max(lines => lines.Count) * look.Size * Leading + 2 * Down;

    /// <summary>Columns share the width by weight, but none is narrower than its longest word where others have room to give; if that is
    /// not enough, the letters are made smaller.</summary>
    private static (PdfLook Look, decimal[] Widths) Fitted(Table table)
    {
        decimal whole = table.Columns.Sum(column => column.Weight);
        decimal[] wanted = [.. table.Columns.Select(column => PdfPages.Width * column.Weight / whole)];
        for (decimal size = 8; ; size -= 0.5m)
        {
            var look = new PdfLook(size);
            decimal[] least = [.. table.Columns.Select((column, at) => Math.Min(PdfPages.Width / 3, Narrowest(table, column, at, look)))];
            if (least.Sum() <= PdfPages.Width || size <= 6.5m)
            {
                return (look, Shared(wanted, least));
            }
        }
    }

    private static decimal Narrowest(Table table, Column column, int at, PdfLook look) =>
        table
            .Rows.Select(row => PdfText.WidestWord(Pieces(row[at].Text, row[at].Notes, look)))
            .Append(PdfText.WidestWord(Pieces(column.Heading, column.Notes, look with { Bold = true })))
            .Max()
        + 2 * Across;

    private static decimal[] Shared(decimal[] wanted, decimal[] least)
    {
        decimal[] widths = [.. wanted.Zip(least, Math.Max)];
        decimal over = widths.Sum() - PdfPages.Width;
        decimal give = widths.Zip(least, (width, narrowest) => width - narrowest).Sum();
        return over <= 0 ? wanted
            : give <= 0 ? [.. widths.Select(width => width * PdfPages.Width / widths.Sum())]
            : [.. widths.Zip(least, (width, narrowest) => width - (width - narrowest) * Math.Min(1, over / give))];
    }

    private static IEnumerable<PdfPiece> Pieces(string text, IReadOnlyList<int>? notes, PdfLook look) =>
        PdfRendering.Pieces(text, notes, look);

    private sealed record Row(IReadOnlyList<List<PdfLine>> Cells);
}
