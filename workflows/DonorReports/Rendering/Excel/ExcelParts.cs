using System.Text;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

/// <summary>Tables as the parts of a workbook, written row by row.</summary>
internal static class ExcelParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    /// <summary>A workbook of one table.</summary>
    /// <param name="banner">Not null: each printed page says that it is sample data.</param>
    public static void Write(AnnexTable table, Language language, string? banner, Stream output) =>
        Write([table], language, banner, null, null, output);

    /// <param name="front">A sheet before the tables: its name, and what writes it.</param>
    /// <param name="properties">Writes what the file says of itself.</param>
    public static void Write(
        IReadOnlyList<AnnexTable> tables,
        Language language,
        string? banner,
        (Text Name, Action<MarkupText> Write)? front,
        Action<MarkupText>? properties,
        Stream output
    )
    {
        int before = front is null ? 0 : 1;
        using var zip = new StoredZip(output);
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, tables.Count + before, properties is not null));
        Part(zip, "_rels/.rels", xml => PackageRelations(xml, properties is not null));
        if (properties is not null)
        {
            Part(zip, "docProps/core.xml", properties);
        }

        Part(zip, "xl/_rels/workbook.xml.rels", xml => WorkbookRelations(xml, tables.Count + before));
        Part(zip, "xl/styles.xml", xml => xml.Raw(ExcelStyle.Sheet));
        if (front is { } sheet)
        {
            Part(zip, "xl/worksheets/sheet1.xml", sheet.Write);
        }

        int[] rows = new int[tables.Count];
        for (int table = 0; table < rows.Length; table++)
        {
            Part(
                zip,
                $"xl/worksheets/sheet{Writing.Plain(table + before + 1)}.xml",
                xml => rows[table] = ExcelSheet.Data(xml, tables[table], language, banner)
            );
        }

        Part(zip, "xl/workbook.xml", xml => Workbook(xml, front?.Name, tables, rows, language));
    }

    private static void Part(StoredZip zip, string name, Action<MarkupText> write) =>
        zip.Add(
            name,
            stream =>
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 15, leaveOpen: true);
                write(new MarkupText(writer).Raw(Declaration));
            }
        );

    private static void PackageRelations(MarkupText xml, bool properties)
    {
        xml.Raw(
            $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"
        );
        if (properties)
        {
            xml.Raw($"<Relationship Id=\"rId2\" Type=\"{Package}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>");
        }

        xml.Raw("</Relationships>");
    }

    private static void ContentTypes(MarkupText xml, int sheets, bool properties)
    {
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.Raw(
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheet}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheet}.styles+xml\"/>"
        );
        if (properties)
        {
            xml.Raw(
                "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            );
        }

        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            xml.Raw($"<Override PartName=\"/xl/worksheets/sheet{Writing.Plain(sheet)}.xml\" ContentType=\"{Sheet}.worksheet+xml\"/>");
        }

        xml.Raw("</Types>");
    }

    private static void WorkbookRelations(MarkupText xml, int sheets)
    {
        xml.Raw($"<Relationships xmlns=\"{Package}/relationships\">");
        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            xml.Raw(
                $"<Relationship Id=\"rId{Writing.Plain(sheet)}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{Writing.Plain(sheet)}.xml\"/>"
            );
        }

        xml.Raw($"<Relationship Id=\"rIdStyles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>");
    }

    private static void Workbook(MarkupText xml, Text? front, IReadOnlyList<AnnexTable> tables, int[] rows, Language language)
    {
        int before = front is null ? 0 : 1;
        xml.Raw($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>");
        if (front is not null)
        {
            Sheet(front, 1);
        }

        for (int table = 0; table < rows.Length; table++)
        {
            Sheet(tables[table].Name, table + before + 1);
        }

        xml.Raw("</sheets><definedNames>");
        for (int table = 0; table < rows.Length; table++)
        {
            xml.Raw($"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{Writing.Plain(table + before)}\" hidden=\"1\">'")
                .Text(tables[table].Name.In(language))
                .Raw($"'!$A$1:${ExcelSheet.Letters(tables[table].Columns.Count)}${Writing.Plain(rows[table] + 1)}</definedName>");
        }

        xml.Raw("</definedNames></workbook>");

        void Sheet(Text name, int number) =>
            xml.Raw("<sheet name=\"")
                .Text(name.In(language))
                .Raw($"\" sheetId=\"{Writing.Plain(number)}\" r:id=\"rId{Writing.Plain(number)}\"/>");
    }
}
