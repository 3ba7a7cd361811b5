using System.Text;
using ACip.Workflows.DonorReports.Annex;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Figures;
using ACip.Workflows.DonorReports.Rendering.Zip;
using ACip.Workflows.DonorReports.Snapshots;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Excel;

/// <summary>The data annex as a workbook. Its parts are written here, row by row, rather than by a library: a library neither streams
/// nor gives the same bytes twice. Tests hold them against the Open XML schema.</summary>
internal static class ExcelRendering
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    public static void Write(DonorSnapshot snapshot, FigureSet figures, ReportDocument document, Stream output)
    {
        SnapshotHead head = snapshot.Head;
        AnnexTable[] tables =
        [
            FigureTables.Results(figures, snapshot.Head.Agreement.Framework, document.Language),
            FigureTables.Figures(figures),
            ObservationTable.Of(snapshot, figures),
            FigureTables.Narratives(snapshot, figures),
            FigureTables.Gaps(head),
            FigureTables.Deliveries(head),
            FigureTables.Cips(head),
            .. head.Finance is { } books ? new[] { FinanceTable.Of(head, books) } : [],
        ];
        using var zip = new StoredZip(output);
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, tables.Length + 1));
        Part(
            zip,
            "_rels/.rels",
            xml =>
                xml.Raw(
                    $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        + $"<Relationship Id=\"rId2\" Type=\"{Package}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
                )
        );
        Part(zip, "docProps/core.xml", xml => CoreProperties.Write(xml, document, head.AsOf));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => WorkbookRelations(xml, tables.Length + 1));
        Part(zip, "xl/styles.xml", xml => xml.Raw(ExcelStyle.Sheet));
        Part(zip, "xl/worksheets/sheet1.xml", xml => ExcelSheet.Front(xml, document, head));
        int[] rows = new int[tables.Length];
        for (int table = 0; table < tables.Length; table++)
        {
            Part(
                zip,
                $"xl/worksheets/sheet{Writing.Plain(table + 2)}.xml",
                xml => rows[table] = ExcelSheet.Data(xml, tables[table], document.Language, document.Banner)
            );
        }

        Part(zip, "xl/workbook.xml", xml => Workbook(xml, tables, rows, document.Language));
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

    private static void ContentTypes(MarkupText xml, int sheets)
    {
        const string Sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        xml.Raw(
            $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Sheet}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Sheet}.styles+xml\"/>"
                + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        );
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

    private static void Workbook(MarkupText xml, AnnexTable[] tables, int[] rows, Language language)
    {
        xml.Raw($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"")
            .Text(Texts.AboutReport.In(language))
            .Raw("\" sheetId=\"1\" r:id=\"rId1\"/>");
        for (int table = 0; table < tables.Length; table++)
        {
            string number = Writing.Plain(table + 2);
            xml.Raw("<sheet name=\"").Text(tables[table].Name.In(language)).Raw($"\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        }

        xml.Raw("</sheets><definedNames>");
        for (int table = 0; table < tables.Length; table++)
        {
            xml.Raw($"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{Writing.Plain(table + 1)}\" hidden=\"1\">'")
                .Text(tables[table].Name.In(language))
                .Raw($"'!$A$1:${ExcelSheet.Letters(tables[table].Columns.Count)}${Writing.Plain(rows[table] + 1)}</definedName>");
        }

        xml.Raw("</definedNames></workbook>");
    }
}
