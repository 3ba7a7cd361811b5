using System.Globalization;
using System.Text;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>The report as a tagged PDF with bookmarks and embedded fonts. It is laid out twice, because the table of contents names later
/// pages.</summary>
internal static class PdfRendering
{
    public static void Write(ReportDocument document, DateTimeOffset asOf, Stream output)
    {
        var draft = new PdfBody(document, new PdfWriter(Stream.Null), null);
        draft.Write();

        var file = new PdfWriter(output);
        file.Begin();
        var body = new PdfBody(document, file, draft);
        body.Write();
        int pages = body.Pages.End();
        int structure = PdfStructure.Write(file, body.Pages, body.Root);
        int bookmarks = PdfStructure.WriteBookmarks(file, body.Pages, body.Bookmarks);
        int about = file.Reserve();
        file.WriteStream(about, "/Type /Metadata /Subtype /XML ", Encoding.UTF8.GetBytes(About(document, asOf)));
        int info = file.Write(
            $"<< /Title {PdfWriter.Text(document.Title)} /Subject {PdfWriter.Text(document.Subtitle)} /CreationDate {Instant(asOf)} /ModDate {Instant(asOf)} >>"
        );
        int root = file.Write(
            $"<< /Type /Catalog /Pages {PdfWriter.Plain(pages)} 0 R /Lang ({document.Language.Entry.Locale}) /MarkInfo << /Marked true >> /StructTreeRoot {PdfWriter.Plain(structure)} 0 R "
                + $"/Outlines {PdfWriter.Plain(bookmarks)} 0 R /PageMode /UseOutlines /ViewerPreferences << /DisplayDocTitle true >> /Metadata {PdfWriter.Plain(about)} 0 R >>"
        );
        file.End(root, info, $"{document.Title}\n{document.Subtitle}\n{document.Language.Tag}\n{Instant(asOf)}");
    }

    /// <summary>A text and the marks of its footnotes.</summary>
    public static IEnumerable<PdfPiece> Pieces(string text, IReadOnlyList<int>? notes, PdfLook look)
    {
        yield return new PdfPiece(PrintableText.Of(text), look);
        if (notes is { Count: > 0 })
        {
            yield return new PdfPiece(
                string.Join(',', notes.Select(note => Writing.Plain(note))),
                look with
                {
                    Raised = true,
                    Bold = false,
                    Colour = PdfLook.Blue,
                }
            );
        }
    }

    private static string Instant(DateTimeOffset at) => $"(D:{at.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture)}Z)";

    private static string About(ReportDocument document, DateTimeOffset asOf)
    {
        string instant = asOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        using var text = new StringWriter();
        new MarkupText(text)
            .Raw("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">")
            .Raw("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\" ")
            .Raw("xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">")
            .Raw("<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">")
            .Text(document.Title)
            .Raw($"</rdf:li></rdf:Alt></dc:title><dc:language><rdf:Bag><rdf:li>{document.Language.Tag}</rdf:li></rdf:Bag></dc:language>")
            .Raw($"<xmp:CreateDate>{instant}</xmp:CreateDate><xmp:ModifyDate>{instant}</xmp:ModifyDate>")
            .Raw("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
        return text.ToString();
    }
}
