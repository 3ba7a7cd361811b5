using System.Globalization;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering;

/// <summary>Title and date of an Office document: the date is that of the snapshot, for a rendering has no clock.</summary>
internal static class CoreProperties
{
    public static void Write(MarkupText xml, ReportDocument document, DateTimeOffset asOf)
    {
        string instant = asOf.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        xml.Raw(
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                    + "xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>"
            )
            .Text(document.Title)
            .Raw("</dc:title><dc:subject>")
            .Text(document.Subtitle)
            .Raw("</dc:subject>");
        if (document.Banner is { } banner)
        {
            xml.Raw("<cp:keywords>").Text(banner).Raw("</cp:keywords>");
        }

        xml.Raw(
            $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{instant}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{instant}</dcterms:modified></cp:coreProperties>"
        );
    }
}
