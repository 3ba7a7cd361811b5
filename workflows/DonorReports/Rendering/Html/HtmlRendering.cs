using System.Text;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Html;

/// <summary>The report as one HTML page without scripts or external files, so that it can be mailed, printed and read aloud.</summary>
internal static class HtmlRendering
{
    public static void Write(ReportDocument document, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true);
        var page = new MarkupText(writer);
        page.Raw(
            $"<!DOCTYPE html>\n<html lang=\"{document.Language.Tag}\"{Turned(document.Language)}><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
        );
        page.Text(document.Title);
        page.Raw($"</title><style>{HtmlStyle.Sheet}{(document.Banner is null ? "" : HtmlStyle.MarkOnPrintedPages)}</style></head><body>\n");
        if (document.Banner is { } banner)
        {
            page.Raw("<p class=\"banner\" role=\"note\">").Text(banner).Raw("</p>\n");
        }

        page.Raw("<header><h1>")
            .Text(document.Title)
            .Raw("</h1><p class=\"sub\">")
            .Text(document.Subtitle)
            .Raw("</p></header>\n<nav aria-labelledby=\"toc\"><h2 id=\"toc\">")
            .Text(document.ContentsHeading)
            .Raw("</h2><ol>");
        foreach (DocumentSection section in document.Sections.Where(section => section.Level == 1))
        {
            page.Raw("<li><a href=\"#").Text(section.Id).Raw("\">").Text(section.Heading).Raw("</a></li>");
        }

        page.Raw("</ol></nav>\n<main>\n");
        int table = 0;
        foreach (DocumentSection section in document.Sections)
        {
            string heading = section.Level == 1 ? "h2" : "h3";
            page.Raw(section.NewPage ? "<section class=new aria-labelledby=\"" : "<section aria-labelledby=\"")
                .Text(section.Id)
                .Raw($"\"><{heading} id=\"")
                .Text(section.Id)
                .Raw("\">")
                .Text(section.Heading)
                .Raw($"</{heading}>\n");
            foreach (Block block in section.Blocks)
            {
                Write(page, section, block, document.Language, ref table);
            }

            page.Raw("</section>\n");
        }

        WriteNotes(page, document);
        page.Raw("</main></body></html>\n");
    }

    private static void Write(MarkupText page, DocumentSection section, Block block, Language language, ref int number)
    {
        switch (block)
        {
            case Paragraph paragraph:
                page.Raw("<p>").Text(paragraph.Text).Notes(paragraph.Notes).Raw("</p>\n");
                break;
            case Quotation quotation:
                page.Raw($"<blockquote lang=\"{quotation.Language.Tag}\"><p>").Text(quotation.Text).Raw("</p>");
                if (quotation.Translation is { } translation)
                {
                    page.Raw($"<p lang=\"{language.Tag}\">").Text(translation).Raw("</p>");
                }

                if (quotation.From is { } from)
                {
                    page.Raw(quotation.Language == language ? "<footer>" : $"<footer lang=\"{language.Tag}\">").Text(from).Raw("</footer>");
                }

                page.Raw("</blockquote>\n");
                break;
            case Table table:
                WriteTable(page, table, captioned: table.Caption != section.Heading);
                break;
            case SignatureBlock signature:
                page.Raw("<div class=\"sign\">");
                foreach (string line in signature.Lines)
                {
                    page.Raw("<p>").Text(line).Raw("</p>");
                }

                page.Raw("</div>\n");
                break;
            case Chart chart:
                SvgCharts.Write(page, chart, ++number, language);
                break;
            default:
                throw new InvalidOperationException(block.GetType().Name);
        }
    }

    /// <summary>Without the end tags of rows and cells, which HTML lets go: an eighth of the page.</summary>
    private static void WriteTable(MarkupText page, Table table, bool captioned)
    {
        page.Raw("<div class=\"wide\" tabindex=\"0\"><table>")
            .Raw(captioned ? "<caption>" : "<caption class=h>")
            .Text(table.Caption)
            .Raw("</caption>");
        int width = table.Columns.Sum(column => column.Weight);
        foreach (Column column in table.Columns)
        {
            page.Raw($"<col style=\"width:{Writing.Plain(Math.Round(100m * column.Weight / width))}%\">");
        }

        page.Raw("<thead><tr>");
        foreach (Column column in table.Columns)
        {
            page.Raw(column.Number ? "<th scope=col class=n>" : "<th scope=col>").Text(column.Heading).Notes(column.Notes);
        }

        page.Raw("<tbody>\n");
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            page.Raw("<tr>");
            for (int at = 0; at < row.Count; at++)
            {
                Cell cell = row[at];
                page.Raw(
                    at == 0 ? "<th scope=row"
                    : table.Columns[at].Number ? "<td class=n"
                    : "<td"
                );
                page.Raw(cell.Language is { } language ? $" lang=\"{language.Tag}\">" : ">");
                if (cell.Figure is { } figure)
                {
                    page.Raw(cell.Value is { } value ? $"<data value=\"{Writing.Plain(value)}\" data-figure=\"" : "<span data-figure=\"")
                        .Text(figure)
                        .Raw("\">")
                        .Text(cell.Text)
                        .Raw(cell.Value is null ? "</span>" : "</data>");
                }
                else
                {
                    page.Text(cell.Text);
                }

                page.Notes(cell.Notes);
            }

            page.Raw("\n");
        }

        page.Raw("</table></div>\n");
    }

    private static void WriteNotes(MarkupText page, ReportDocument document)
    {
        if (document.Notes.Count == 0)
        {
            return;
        }

        page.Raw("<section aria-labelledby=\"notes\"><h2 id=\"notes\">").Text(document.NotesHeading).Raw("</h2><ol class=\"notes\">\n");
        for (int note = 0; note < document.Notes.Count; note++)
        {
            page.Raw($"<li id=\"note-{Writing.Plain(note + 1)}\">").Text(document.Notes[note]).Raw("</li>\n");
        }

        page.Raw("</ol></section>\n");
    }

    /// <summary>Said only where text does not run from left to right.</summary>
    private static string Turned(Language language) => language.DirectionIfTurned is { } direction ? $" dir=\"{direction}\"" : "";
}
