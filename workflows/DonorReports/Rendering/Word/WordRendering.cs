using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Word;

/// <summary>The report as a Word document: real headings, a table of contents, native tables and charts, the mark on every page. Written
/// without a library, so that the bytes depend on the report alone; tests check them against the Open XML schema.</summary>
internal static class WordRendering
{
    private const string Relations = OfficePackage.Relations;
    private const string Package = OfficePackage.Schemas;
    private const string Types = "application/vnd.openxmlformats-officedocument";

    public static void Write(ReportDocument document, DateTimeOffset asOf, Stream output)
    {
        Chart[] charts = [.. document.Sections.SelectMany(section => section.Blocks).OfType<Chart>()];
        using var zip = new StoredZip(output);
        zip.AddXml("[Content_Types].xml", xml => ContentTypes(xml, charts.Length));
        zip.AddXml(
            "_rels/.rels",
            xml =>
                xml.Raw(
                    $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"word/document.xml\"/>"
                        + $"<Relationship Id=\"rId2\" Type=\"{Package}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
                )
        );
        zip.AddXml("docProps/core.xml", xml => CoreProperties.Write(xml, document, asOf));
        zip.AddXml("word/_rels/document.xml.rels", xml => DocumentRelations(xml, charts.Length));
        zip.AddXml("word/styles.xml", xml => xml.Raw(WordStyle.Sheet(LanguageTag(document.Language))));
        zip.AddXml(
            "word/settings.xml",
            xml =>
                xml.Raw(
                    $"<w:settings xmlns:w=\"{WordBody.Main}\"><w:defaultTabStop w:val=\"567\"/><w:compat>"
                        + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>"
                )
        );
        zip.AddXml("word/header1.xml", xml => Margin(xml, "hdr", document, withPage: false));
        zip.AddXml("word/footer1.xml", xml => Margin(xml, "ftr", document, withPage: true));
        for (int chart = 0; chart < charts.Length; chart++)
        {
            zip.AddXml($"word/charts/chart{Writing.Plain(chart + 1)}.xml", xml => WordCharts.Write(xml, charts[chart]));
        }

        zip.AddXml("word/document.xml", xml => new WordBody(xml, document).Write());
    }

    public static string LanguageTag(Language language) => language.Entry.Locale;

    private static void ContentTypes(MarkupText xml, int charts)
    {
        xml.Raw(
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        );
        foreach (
            (string part, string type) in new[]
            {
                ("document", "document.main"),
                ("styles", "styles"),
                ("settings", "settings"),
                ("header1", "header"),
                ("footer1", "footer"),
            }
        )
        {
            xml.Raw($"<Override PartName=\"/word/{part}.xml\" ContentType=\"{Types}.wordprocessingml.{type}+xml\"/>");
        }

        xml.Raw("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>");
        for (int chart = 1; chart <= charts; chart++)
        {
            xml.Raw($"<Override PartName=\"/word/charts/chart{Writing.Plain(chart)}.xml\" ContentType=\"{Types}.drawingml.chart+xml\"/>");
        }

        xml.Raw("</Types>");
    }

    private static void DocumentRelations(MarkupText xml, int charts)
    {
        xml.Raw($"<Relationships xmlns=\"{Package}/relationships\">");
        foreach (
            (string part, string type) in new[]
            {
                ("styles", "styles"),
                ("settings", "settings"),
                ("header1", "header"),
                ("footer1", "footer"),
            }
        )
        {
            xml.Raw($"<Relationship Id=\"rId_{part}\" Type=\"{Relations}/{type}\" Target=\"{part}.xml\"/>");
        }

        for (int chart = 1; chart <= charts; chart++)
        {
            xml.Raw(
                $"<Relationship Id=\"rId_chart{Writing.Plain(chart)}\" Type=\"{Relations}/chart\" Target=\"charts/chart{Writing.Plain(chart)}.xml\"/>"
            );
        }

        xml.Raw("</Relationships>");
    }

    private static void Margin(MarkupText xml, string element, ReportDocument document, bool withPage)
    {
        xml.Raw($"<w:{element} xmlns:w=\"{WordBody.Main}\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>");
        if (document.Banner is { } banner)
        {
            xml.Raw("<w:r><w:rPr><w:b/><w:color w:val=\"7A0019\"/></w:rPr><w:t xml:space=\"preserve\">").Text(banner).Raw("</w:t></w:r>");
        }

        if (withPage)
        {
            xml.Raw("<w:r><w:t xml:space=\"preserve\">")
                .Text($"{(document.Banner is null ? "" : "  ·  ")}{Texts.Page.In(document.Language)} ")
                .Raw(
                    "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                );
        }

        xml.Raw($"</w:p></w:{element}>");
    }
}
