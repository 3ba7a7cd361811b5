using System.Globalization;

namespace ACip.Workflows.Documents;

/// <summary>Writes a workbook as a stream: its frame, the sheets one by one, and finally the list of sheets. The same calls give the same
/// bytes on every machine.</summary>
/// <remarks>Written without a library; see docs/decisions/workbooks.md.</remarks>
internal sealed class WorkbookPackage
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly StoredZip zip;
    private readonly List<(string Name, SheetEnd End)> sheets = [];

    private WorkbookPackage(StoredZip zip) => this.zip = zip;

    public static void Write(Stream output, WorkbookFrame frame, Action<WorkbookPackage> sheets)
    {
        using var zip = new StoredZip(output);
        zip.AddXml("[Content_Types].xml", xml => ContentTypes(xml, frame));
        zip.AddXml("_rels/.rels", xml => PackageRelations(xml, frame));
        if (frame.Properties is { } properties)
        {
            zip.AddXml("docProps/core.xml", properties);
        }

        zip.AddXml("xl/_rels/workbook.xml.rels", xml => WorkbookRelations(xml, frame));
        zip.AddXml("xl/styles.xml", frame.Styles);
        var package = new WorkbookPackage(zip);
        sheets(package);
        if (package.sheets.Count != frame.Sheets)
        {
            throw new InvalidOperationException($"{frame.Sheets} sheets were announced and {package.sheets.Count} written.");
        }

        zip.AddXml("xl/workbook.xml", xml => package.Workbook(xml, frame.IsLocked));
    }

    public void Sheet(string name, Func<MarkupText, SheetEnd> write) =>
        zip.AddXml($"xl/{Part(sheets.Count + 1)}", xml => sheets.Add((name, write(xml))));

    private static void ContentTypes(MarkupText xml, WorkbookFrame frame)
    {
        xml.Raw(
            $"<Types xmlns=\"{OfficePackage.Schemas}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}.styles+xml\"/>"
        );
        if (frame.Properties is not null)
        {
            xml.Raw(
                "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            );
        }

        for (int sheet = 1; sheet <= frame.Sheets; sheet++)
        {
            xml.Raw($"<Override PartName=\"/xl/{Part(sheet)}\" ContentType=\"{Types}.worksheet+xml\"/>");
        }

        xml.Raw("</Types>");
    }

    private static void PackageRelations(MarkupText xml, WorkbookFrame frame)
    {
        Relations(xml).Raw(Relation("rId1", $"{OfficePackage.Relations}/officeDocument", "xl/workbook.xml"));
        if (frame.Properties is not null)
        {
            xml.Raw(Relation("rId2", $"{OfficePackage.Schemas}/relationships/metadata/core-properties", "docProps/core.xml"));
        }

        xml.Raw("</Relationships>");
    }

    private static void WorkbookRelations(MarkupText xml, WorkbookFrame frame)
    {
        Relations(xml);
        for (int sheet = 1; sheet <= frame.Sheets; sheet++)
        {
            xml.Raw(Relation($"rId{Plain(sheet)}", $"{OfficePackage.Relations}/worksheet", Part(sheet)));
        }

        xml.Raw(Relation("rIdStyles", $"{OfficePackage.Relations}/styles", "styles.xml")).Raw("</Relationships>");
    }

    private void Workbook(MarkupText xml, bool isLocked)
    {
        xml.Raw($"<workbook xmlns=\"{Main}\" xmlns:r=\"{OfficePackage.Relations}\">")
            .Raw(isLocked ? "<workbookProtection lockStructure=\"1\"/>" : "")
            .Raw("<sheets>");
        foreach (var (number, (name, end)) in sheets.Index())
        {
            string id = Plain(number + 1);
            string state = end.IsHidden ? " state=\"veryHidden\"" : "";
            xml.Raw("<sheet name=\"").Whole(name).Raw($"\" sheetId=\"{id}\"{state} r:id=\"rId{id}\"/>");
        }

        xml.Raw("</sheets>");
        FilteredRanges(xml);
        xml.Raw("</workbook>");
    }

    /// <summary>The range of a filter must be repeated under this name, or Excel repairs the file when opening it.</summary>
    private void FilteredRanges(MarkupText xml)
    {
        if (sheets.TrueForAll(sheet => sheet.End.Filtered is null))
        {
            return;
        }

        xml.Raw("<definedNames>");
        foreach (var (number, (name, end)) in sheets.Index())
        {
            if (end.Filtered is { } last)
            {
                xml.Raw($"<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"{Plain(number)}\" hidden=\"1\">'")
                    .Whole(name)
                    .Raw($"'!$A$1:${CellAddress.Letters(last.Column)}${Plain(last.Row)}</definedName>");
            }
        }

        xml.Raw("</definedNames>");
    }

    private static MarkupText Relations(MarkupText xml) => xml.Raw($"<Relationships xmlns=\"{OfficePackage.Schemas}/relationships\">");

    private static string Relation(string id, string type, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{type}\" Target=\"{target}\"/>";

    private static string Part(int sheet) => $"worksheets/sheet{Plain(sheet)}.xml";

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Sheets">How many there will be: it stands before them.</param>
/// <param name="Styles">Writes the stylesheet.</param>
/// <param name="Properties">Writes what the file says of itself; null for nothing.</param>
/// <param name="IsLocked">True: no sheet can be added, renamed or removed.</param>
internal sealed record WorkbookFrame(int Sheets, Action<MarkupText> Styles, Action<MarkupText>? Properties = null, bool IsLocked = false);

/// <summary>What the list of sheets says of one, known when it has been written.</summary>
/// <param name="Filtered">The last cell of what its filter covers; null where it has none.</param>
internal readonly record struct SheetEnd(CellAddress? Filtered = null, bool IsHidden = false);
