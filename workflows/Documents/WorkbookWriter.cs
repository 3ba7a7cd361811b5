using System.Globalization;
using System.Text;
using ACip.Workflows.ActionPlans;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ACip.Workflows.Documents;

/// <summary>Turns a design into an Open XML workbook. The same design gives the same bytes on every machine.</summary>
internal static class WorkbookWriter
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static byte[] Write(WorkbookDesign design)
    {
        SheetDesign[] sheets = [.. design.Sheets];
        int hidden = sheets.Length + 1;
        return StoredZip.Write([
            ("[Content_Types].xml", Xml(ContentTypes(hidden))),
            ("_rels/.rels", Xml(Relationships([("officeDocument", "xl/workbook.xml")]))),
            ("xl/workbook.xml", Xml(Workbook(sheets).OuterXml)),
            (
                "xl/_rels/workbook.xml.rels",
                Xml(Relationships([.. Enumerable.Range(1, hidden).Select(n => ("worksheet", Name(n))), ("styles", "styles.xml")]))
            ),
            ("xl/styles.xml", Xml(WorkbookStyles.Make(design.Language).OuterXml)),
            .. sheets.Select((sheet, index) => ($"xl/{Name(index + 1)}", Xml(SheetXml.Make(design, sheet).OuterXml))),
            ($"xl/{Name(hidden)}", Xml(SheetXml.Make(design.Ticket).OuterXml)),
        ]);
    }

    private static string Name(int sheet) => string.Create(CultureInfo.InvariantCulture, $"worksheets/sheet{sheet}.xml");

    private static byte[] Xml(string root) =>
        Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root);

    private static Workbook Workbook(SheetDesign[] sheets)
    {
        var list = new Sheets();
        uint id = 1;
        foreach (string name in sheets.Select(sheet => sheet.Name))
        {
            list.Append(
                new Sheet
                {
                    Name = name,
                    SheetId = id,
                    Id = Rid(id++),
                }
            );
        }

        list.Append(
            new Sheet
            {
                Name = WorkbookTicket.Sheet,
                SheetId = id,
                Id = Rid(id),
                State = SheetStateValues.VeryHidden,
            }
        );
        var workbook = new Workbook(
            new WorkbookProtection { LockStructure = true },
            new BookViews(new WorkbookView { ActiveTab = 0 }),
            list
        );
        workbook.AddNamespaceDeclaration("r", Relations);
        return workbook;
    }

    private static string Rid(uint number) => string.Create(CultureInfo.InvariantCulture, $"rId{number}");

    private static string Relationships(IReadOnlyList<(string Type, string Target)> all)
    {
        var xml = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var ((type, target), index) in all.Select((one, index) => (one, index)))
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<Relationship Id=\"rId{index + 1}\" Type=\"{Relations}/{type}\" Target=\"{target}\"/>"
            );
        }

        return xml.Append("</Relationships>").ToString();
    }

    private static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Main}sheet.main+xml\"/>")
            .Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Main}styles+xml\"/>");
        for (int sheet = 1; sheet <= sheets; sheet++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/{Name(sheet)}\" ContentType=\"{Main}worksheet+xml\"/>");
        }

        return xml.Append("</Types>").ToString();
    }
}
