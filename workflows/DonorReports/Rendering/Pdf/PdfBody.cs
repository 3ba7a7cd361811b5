using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>Sets the document from top to bottom.</summary>
internal sealed class PdfBody
{
    private const decimal Leading = 1.24m;
    private static readonly PdfLook Text = new(9.5m),
        Small = new(9),
        Caption = new(9.5m, Bold: true),
        Soft = new(9.5m, Colour: PdfLook.Soft);

    private readonly ReportDocument document;
    private readonly PdfBody? draft;
    private readonly List<PdfBookmark> bookmarks = [];

    /// <param name="draft">The same, laid out once before: it knows the pages; null for the draft itself.</param>
    public PdfBody(ReportDocument document, PdfWriter file, PdfBody? draft)
    {
        (this.document, this.draft) = (document, draft);
        Pages = new PdfPages(file, Dress);
    }

    public PdfPages Pages { get; }
    public PdfElement Root { get; } = new("Document");
    public IReadOnlyList<PdfBookmark> Bookmarks => bookmarks;

    public void Write()
    {
        Paragraph(Root, "H1", document.Title, new PdfLook(20, Bold: true, PdfLook.Blue), after: 3);
        Paragraph(Root, "P", document.Subtitle, new PdfLook(11.5m, Colour: PdfLook.Soft), after: 8);
        Contents();
        foreach (DocumentSection section in document.Sections)
        {
            Write(section);
        }

        Notes();
    }

    /// <summary>With pages and dots; without links, for the bookmarks are there.</summary>
    private void Contents()
    {
        Paragraph(Root, "P", document.ContentsHeading, new PdfLook(11.5m, Bold: true), before: 6, after: 3);
        PdfElement list = Root.Add(new PdfElement("TOC"));
        PdfBookmark[] chapters = [.. (draft?.bookmarks ?? []).Where(mark => mark.Level == 1)];
        int count = document.Sections.Count(section => section.Level == 1) + (document.Notes.Count > 0 ? 1 : 0);
        for (int at = 0; at < count; at++)
        {
            string title = at < chapters.Length ? chapters[at].Title : "",
                page = at < chapters.Length ? Writing.Plain(chapters[at].Page) : "";
            Pages.Need(12.5m);
            decimal baseline = Pages.Y - 9.5m,
                end = PdfPages.Left + PdfPages.Width - Small.WidthOf(page);
            Pages.Draw(
                list.Add(new PdfElement("TOCI")),
                () =>
                {
                    Pages.Text(new PdfPiece(title, Small), PdfPages.Left, baseline, " ");
                    Pages.Text(new PdfPiece(page, Small), end, baseline);
                }
            );
            decimal from = PdfPages.Left + Small.WidthOf(title) + 4;
            Pages.Draw(null, () => Pages.Line(from, baseline, end - 4, baseline, PdfLook.Line, 0.7m, dashed: true));
            Pages.Y -= 12.5m;
        }
    }

    private void Write(DocumentSection section)
    {
        if (section.NewPage && !Pages.IsAtTop)
        {
            Pages.NewPage();
        }

        bool chapter = section.Level == 1;
        var look = chapter ? new PdfLook(14, Bold: true, PdfLook.Blue) : new PdfLook(11.5m, Bold: true);
        PdfElement part = Root.Add(new PdfElement("Sect"));
        decimal heading = chapter ? 34 : 24;
        Pages.Need(heading + (section.Blocks.Count > 0 ? Least(section, 0) : 0));
        Paragraph(
            part,
            chapter ? "H2" : "H3",
            section.Heading,
            look,
            before: chapter ? 10 : 6,
            after: chapter ? 3 : 2,
            mark: section.Level
        );
        for (int at = 0; at < section.Blocks.Count; at++)
        {
            Pages.Need(Least(section, at));
            Write(part, section, section.Blocks[at]);
        }
    }

    /// <summary>What of a block has to stand together; a sentence that leads to a table stands with it.</summary>
    private decimal Least(DocumentSection section, int at)
    {
        Block block = section.Blocks[at];
        decimal own = block switch
        {
            Paragraph paragraph => Math.Min(3, PdfText.Lines([new(paragraph.Text, Text)], PdfPages.Width).Count) * Text.Size * Leading + 5,
            Quotation => 3 * Text.Size * Leading,
            Table table => (table.Caption == section.Heading ? 4 : 22) + new PdfTable(table, document.Language).LeastHeight,
            SignatureBlock signature => signature.Lines.Count * 28,
            Chart chart => 24 + PdfCanvas.HeightOf(chart),
            _ => 0,
        };
        decimal most = PdfPages.Top - PdfPages.Bottom - 50;
        return block is Paragraph && at + 1 < section.Blocks.Count && section.Blocks[at + 1] is Table or Chart
            ? Math.Min(most, own + Least(section, at + 1))
            : Math.Min(most, own);
    }

    private void Write(PdfElement part, DocumentSection section, Block block)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Set(part, "P", PdfRendering.Pieces(paragraph.Text, paragraph.Notes, Text), new PdfMargins(After: 5));
                break;
            case Quotation quotation:
                Quote(part, quotation);
                break;
            case Table table:
                WriteTable(part, table, captioned: table.Caption != section.Heading);
                break;
            case SignatureBlock signature:
                foreach (string line in signature.Lines)
                {
                    Paragraph(part, "P", line, Text, before: 14);
                }

                break;
            case Chart chart:
                WriteChart(part, chart);
                break;
            default:
                throw new InvalidOperationException(block.GetType().Name);
        }
    }

    private void Quote(PdfElement part, Quotation quotation)
    {
        string? tag = quotation.Language == document.Language ? null : quotation.Language.Tag;
        PdfElement quote = part.Add(new PdfElement("BlockQuote"));
        var margins = new PdfMargins(Left: 14, After: 1, Bar: true);
        PdfElement words = quote.Add(new PdfElement("P") { Language = tag });
        Set(words, null, [new PdfPiece(PrintableText.Of(quotation.Text), Text)], margins);
        if (quotation.Translation is { } translation)
        {
            Set(quote, "P", [new PdfPiece(PrintableText.Of(translation), Text)], margins);
        }

        if (quotation.From is { } from)
        {
            Set(quote, "P", [new PdfPiece(PrintableText.Of(from), Soft with { Size = 9 })], margins);
        }

        Pages.Y -= 5;
    }

    private void WriteTable(PdfElement part, Table table, bool captioned)
    {
        PdfElement element = part.Add(new PdfElement("Table") { Attributes = $"<< /O /Table /Summary {PdfWriter.Text(table.Caption)} >>" });
        if (captioned)
        {
            Paragraph(element, "Caption", table.Caption, Caption, before: 4, after: 3);
        }

        new PdfTable(table, document.Language).Write(Pages, element);
        Pages.Y -= 7;
    }

    private void WriteChart(PdfElement part, Chart chart)
    {
        Paragraph(part, "P", chart.Title, Caption, before: 4, after: 4);
        decimal top = Pages.Y;
        Pages.Draw(
            part.Add(
                new PdfElement("Figure")
                {
                    Alternative = $"{chart.Title}. {chart.Alternative}",
                    Attributes = Box(top, PdfCanvas.HeightOf(chart)),
                }
            ),
            () => Charts.ChartDrawing.Draw(new PdfCanvas(Pages, top), chart, document.Language)
        );
        Pages.Y = top - PdfCanvas.HeightOf(chart) - 8;
    }

    private static string Box(decimal top, decimal height) =>
        $"<< /O /Layout /Placement /Block /BBox [{PdfWriter.Plain(PdfPages.Left)} {PdfWriter.Plain(top - height)} {PdfWriter.Plain(PdfPages.Left + PdfPages.Width)} {PdfWriter.Plain(top)}] >>";

    private void Notes()
    {
        if (document.Notes.Count == 0)
        {
            return;
        }

        PdfElement part = Root.Add(new PdfElement("Sect"));
        Pages.Need(60);
        Paragraph(part, "H2", document.NotesHeading, new PdfLook(14, Bold: true, PdfLook.Blue), before: 13, after: 4, mark: 1);
        for (int note = 0; note < document.Notes.Count; note++)
        {
            Paragraph(part, "Note", $"{Writing.Plain(note + 1)}. {document.Notes[note]}", Small, after: 2);
        }
    }

    /// <param name="mark">Level of its bookmark; 0 for none.</param>
    private void Paragraph(PdfElement parent, string tag, string text, PdfLook look, decimal before = 0, decimal after = 0, int mark = 0)
    {
        Pages.Need(before + look.Size * Leading);
        if (!Pages.IsAtTop)
        {
            Pages.Y -= before;
        }

        if (mark > 0)
        {
            bookmarks.Add(new PdfBookmark(mark, PrintableText.Of(text), Pages.Page, Pages.Y + 4));
        }

        Set(parent, tag, [new PdfPiece(PrintableText.Of(text), look)], new PdfMargins(After: after));
    }

    /// <param name="tag">Null where the parent is the paragraph itself.</param>
    private void Set(PdfElement parent, string? tag, IEnumerable<PdfPiece> pieces, PdfMargins margins)
    {
        PdfElement element = tag is null ? parent : parent.Add(new PdfElement(tag));
        PdfPiece[] all = [.. pieces];
        decimal height = all[0].Look.Size * Leading;
        List<PdfLine> lines = PdfText.Lines(all, PdfPages.Width - margins.Left);
        for (int at = 0; at < lines.Count; at++)
        {
            Pages.Need(height);
            (decimal top, PdfLine line, string after) = (Pages.Y, lines[at], at < lines.Count - 1 ? " " : "");
            if (margins.Bar)
            {
                Pages.Draw(null, () => Pages.Rectangle(PdfPages.Left, top - height, 2.5m, height, PdfLook.Line));
            }

            Pages.Draw(
                element,
                () =>
                {
                    foreach ((decimal x, PdfPiece piece) in line.Pieces)
                    {
                        Pages.Text(piece, PdfPages.Left + margins.Left + x, top - piece.Look.Size, after);
                    }
                }
            );
            Pages.Y -= height;
        }

        Pages.Y -= margins.After;
    }

    /// <summary>On every page: that the data are fictional, where they are, and the page's number.</summary>
    private void Dress(PdfPages pages) =>
        pages.Draw(
            null,
            () =>
            {
                var red = new PdfLook(9, Bold: true, PdfLook.Red);
                string number =
                    $"{Texts.Page.In(document.Language)} {Writing.Plain(pages.Page)}{(draft is null ? "" : $" / {Writing.Plain(draft.Pages.Page)}")}";
                decimal width = Small.WidthOf(number),
                    foot = document.Banner is { } mark ? red.WidthOf(mark) + 12 : 0,
                    start = (PdfPages.PaperWidth - width - foot) / 2;
                if (document.Banner is { } banner)
                {
                    pages.Text(new PdfPiece(banner, red), (PdfPages.PaperWidth - red.WidthOf(banner)) / 2, PdfPages.Paper - 36);
                    pages.Text(new PdfPiece(banner, red), start, 30);
                }

                pages.Text(new PdfPiece(number, Small), start + foot, 30);
            }
        );
}

/// <param name="Bar">A line down its left side, as quotations have it.</param>
internal sealed record PdfMargins(decimal Left = 0, decimal After = 0, bool Bar = false);
