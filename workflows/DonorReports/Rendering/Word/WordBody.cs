using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Word;

/// <summary>Writes the text of the document, from top to bottom.</summary>
internal sealed class WordBody(MarkupText xml, ReportDocument document)
{
    public const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const int TextWidth = 9638; // twentieths of a point: A4 less two margins of 20 mm
    private const int MostRowsKeptTogether = 8;
    private int bookmarks;
    private int charts;

    public void Write()
    {
        xml.Raw(
            $"<w:document xmlns:w=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                + "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"><w:body>"
        );
        Styled("Title", document.Title);
        Styled("Subtitle", document.Subtitle);
        Contents();
        foreach (DocumentSection section in document.Sections)
        {
            Heading(section);
            for (int at = 0; at < section.Blocks.Count; at++)
            {
                bool leadsToATable = at + 1 < section.Blocks.Count && section.Blocks[at + 1] is Table or Chart;
                Write(section, section.Blocks[at], leadsToATable);
            }
        }

        Notes();
        xml.Raw(
            "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId_header1\"/><w:footerReference w:type=\"default\" r:id=\"rId_footer1\"/>"
                + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"
        );
    }

    /// <summary>A field that Word can renew; without page numbers, so that what is stored is true before anybody does.</summary>
    private void Contents()
    {
        Styled("TOCHeading", document.ContentsHeading);
        DocumentSection[] chapters = [.. document.Sections.Where(section => section.Level == 1)];
        for (int chapter = 0; chapter < chapters.Length; chapter++)
        {
            xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"TOC1\"/></w:pPr>");
            if (chapter == 0)
            {
                xml.Raw(
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-1\" \\h \\n </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                );
            }

            xml.Raw("<w:hyperlink w:anchor=\"").Text(Anchor(chapters[chapter].Id)).Raw("\" w:history=\"1\">");
            Run(chapters[chapter].Heading);
            xml.Raw("</w:hyperlink>");
            if (chapter == chapters.Length - 1)
            {
                xml.Raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
            }

            xml.Raw("</w:p>");
        }
    }

    private void Heading(DocumentSection section)
    {
        xml.Raw(
            $"<w:p><w:pPr><w:pStyle w:val=\"Heading{Writing.Plain(section.Level)}\"/>{(section.NewPage ? "<w:pageBreakBefore/>" : "")}</w:pPr>"
        );
        Bookmark(Anchor(section.Id));
        Run(section.Heading);
        xml.Raw("</w:p>");
    }

    private void Write(DocumentSection section, Block block, bool leadsToATable)
    {
        switch (block)
        {
            case Paragraph paragraph:
                xml.Raw(leadsToATable ? "<w:p><w:pPr><w:keepNext/></w:pPr>" : "<w:p>");
                Run(paragraph.Text);
                Marks(paragraph.Notes);
                xml.Raw("</w:p>");
                break;
            case Quotation quotation:
                xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr>");
                Run(quotation.Text, quotation.Language);
                if (quotation.From is { } from)
                {
                    Run($" ({from})", soft: true);
                }

                xml.Raw("</w:p>");
                if (quotation.Translation is { } translation)
                {
                    Styled("Quote", translation);
                }

                break;
            case Table table:
                WriteTable(table, captioned: table.Caption != section.Heading);
                break;
            case SignatureBlock signature:
                foreach (string line in signature.Lines)
                {
                    xml.Raw("<w:p><w:pPr><w:keepNext/><w:spacing w:before=\"280\"/></w:pPr>");
                    Run(line);
                    xml.Raw("</w:p>");
                }

                break;
            case Chart chart:
                WriteChart(chart);
                break;
            default:
                throw new InvalidOperationException(block.GetType().Name);
        }
    }

    private void WriteTable(Table table, bool captioned)
    {
        if (captioned)
        {
            Styled("Caption", table.Caption);
        }

        int whole = table.Columns.Sum(column => column.Weight);
        int[] widths = [.. table.Columns.Select(column => TextWidth * column.Weight / whole)];
        xml.Raw(
                $"<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"{Writing.Plain(widths.Sum())}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>"
                    + "<w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\""
            )
            .Text(table.Caption)
            .Raw("\"/></w:tblPr><w:tblGrid>");
        foreach (int width in widths)
        {
            xml.Raw($"<w:gridCol w:w=\"{Writing.Plain(width)}\"/>");
        }

        xml.Raw("</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
        for (int at = 0; at < widths.Length; at++)
        {
            Column column = table.Columns[at];
            WriteCell(widths[at], column.Heading, column.Number, column.Notes, null, keep: true);
        }

        xml.Raw("</w:tr>");
        for (int line = 0; line < table.Rows.Count; line++)
        {
            IReadOnlyList<Cell> row = table.Rows[line];
            bool keep = table.Rows.Count <= MostRowsKeptTogether && line < table.Rows.Count - 1;
            xml.Raw("<w:tr><w:trPr><w:cantSplit/></w:trPr>");
            for (int at = 0; at < row.Count; at++)
            {
                WriteCell(widths[at], row[at].Text, table.Columns[at].Number, row[at].Notes, row[at].Language, keep);
            }

            xml.Raw("</w:tr>");
        }

        xml.Raw("</w:tbl><w:p><w:pPr><w:spacing w:after=\"60\" w:line=\"120\" w:lineRule=\"exact\"/></w:pPr></w:p>");
    }

    private void WriteCell(int width, string text, bool number, IReadOnlyList<int>? notes, Language? language, bool keep)
    {
        xml.Raw(
            $"<w:tc><w:tcPr><w:tcW w:w=\"{Writing.Plain(width)}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"Cell\"/>{(keep ? "<w:keepNext/>" : "")}{(number ? "<w:jc w:val=\"right\"/>" : "")}</w:pPr>"
        );
        Run(text, language);
        Marks(notes);
        xml.Raw("</w:p></w:tc>");
    }

    private void WriteChart(Chart chart)
    {
        string number = Writing.Plain(++charts);
        Styled("Caption", chart.Title);
        xml.Raw(
                $"<w:p><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{Writing.Plain(WordCharts.Width)}\" cy=\"{Writing.Plain(WordCharts.HeightOf(chart))}\"/>"
                    + $"<wp:docPr id=\"{number}\" name=\"Chart {number}\" descr=\""
            )
            .Text($"{chart.Title}. {chart.Alternative}")
            .Raw(
                "\"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
                    + $"<c:chart r:id=\"rId_chart{number}\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
            );
    }

    private void Notes()
    {
        if (document.Notes.Count == 0)
        {
            return;
        }

        Styled("Heading1", document.NotesHeading);
        for (int note = 0; note < document.Notes.Count; note++)
        {
            xml.Raw("<w:p><w:pPr><w:pStyle w:val=\"Note\"/></w:pPr>");
            Bookmark($"note_{Writing.Plain(note + 1)}");
            Run($"{Writing.Plain(note + 1)}. {document.Notes[note]}");
            xml.Raw("</w:p>");
        }
    }

    private void Styled(string style, string text)
    {
        xml.Raw($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
        Run(text);
        xml.Raw("</w:p>");
    }

    private void Run(string text, Language? language = null, bool soft = false)
    {
        string tag = language is { } known && known != document.Language ? $"<w:lang w:val=\"{WordRendering.LanguageTag(known)}\"/>" : "";
        string properties = (soft ? "<w:color w:val=\"51606E\"/>" : "") + tag;
        xml.Raw($"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">")
            .Text(text)
            .Raw("</w:t></w:r>");
    }

    private void Marks(IReadOnlyList<int>? notes)
    {
        for (int at = 0; at < (notes?.Count ?? 0); at++)
        {
            string number = Writing.Plain(notes![at]);
            xml.Raw(
                $"<w:hyperlink w:anchor=\"note_{number}\" w:history=\"1\"><w:r><w:rPr><w:color w:val=\"0B5394\"/><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>{(at > 0 ? "," : "")}{number}</w:t></w:r></w:hyperlink>"
            );
        }
    }

    private void Bookmark(string name)
    {
        string id = Writing.Plain(++bookmarks);
        xml.Raw($"<w:bookmarkStart w:id=\"{id}\" w:name=\"").Text(name).Raw($"\"/><w:bookmarkEnd w:id=\"{id}\"/>");
    }

    /// <summary>Names of bookmarks hold letters, digits and _, at most 40.</summary>
    private static string Anchor(string id)
    {
        string name = "s_" + string.Concat(id.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return name.Length <= 40 ? name : name[..40];
    }
}
