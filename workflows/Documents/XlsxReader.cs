using System.Globalization;
using System.Text;
using System.Xml;

namespace ACip.Workflows.Documents;

/// <summary>Reads the values of a workbook written by Excel, LibreOffice or ourselves. Namespaces are ignored, so that strict and
/// transitional files read the same.</summary>
internal static class XlsxReader
{
    private const int MostSheets = 50;
    private const int MostCells = 200_000;

    /// <exception cref="InvalidDataException">The package is damaged, or holds more than a form of ours can.</exception>
    /// <exception cref="XmlException">A part is not well-formed.</exception>
    public static RawWorkbook Read(PackageCheck package)
    {
        var targets = Targets(package);
        IReadOnlyList<string> shared = package.Has("xl/sharedStrings.xml") ? SharedStrings(package.Xml("xl/sharedStrings.xml")) : [];
        Dictionary<int, ShownAs> styles = package.Has("xl/styles.xml") ? ShownStyles.Read(package.Xml("xl/styles.xml")) : [];
        var sheets = new List<RawSheet>();
        bool from1904 = false;
        int room = MostCells;
        using XmlReader xml = package.Xml("xl/workbook.xml");
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" })
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && xml.GetAttribute("name") is { } name)
            {
                if (sheets.Count == MostSheets || !targets.TryGetValue(RelationOf(xml), out string? part))
                {
                    throw new InvalidDataException(name);
                }

                sheets.Add(Sheet(name, package.Xml(part), shared, styles, ref room));
            }
        }

        return new RawWorkbook(sheets, from1904);
    }

    private static string RelationOf(XmlReader sheet)
    {
        string id = "";
        while (sheet.MoveToNextAttribute())
        {
            id = sheet is { LocalName: "id", NamespaceURI: not "" } ? sheet.Value : id;
        }

        sheet.MoveToElement();
        return id;
    }

    private static Dictionary<string, string> Targets(PackageCheck package)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using XmlReader xml = package.Xml("xl/_rels/workbook.xml.rels");
        while (xml.Read())
        {
            if (
                xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && xml.GetAttribute("Id") is { } id
                && xml.GetAttribute("Target") is { } target
                && xml.GetAttribute("TargetMode") is not "External"
            )
            {
                targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        return targets;
    }

    private static List<string> SharedStrings(XmlReader xml)
    {
        var all = new List<string>();
        using (xml)
        {
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    all.Add(RichText(xml));
                }
            }
        }

        return all;
    }

    /// <summary>The text of an element with runs; phonetic hints (rPh) are not text.</summary>
    private static string RichText(XmlReader xml)
    {
        var text = new StringBuilder();
        if (!xml.IsEmptyElement)
        {
            int end = xml.Depth;
            int hint = int.MaxValue;
            while (xml.Read() && xml.Depth > end)
            {
                if (xml.Depth <= hint)
                {
                    hint = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false } ? xml.Depth : int.MaxValue;
                }

                // white space alone is text only where xml:space says so, which is what makes it significant
                if (hint == int.MaxValue && xml.NodeType is (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                {
                    text.Append(xml.Value);
                }
            }
        }

        return CellText.Decode(text.ToString());
    }

    private static RawSheet Sheet(string name, XmlReader xml, IReadOnlyList<string> shared, Dictionary<int, ShownAs> styles, ref int room)
    {
        var cells = new Dictionary<CellAddress, RawCell>();
        var merged = new List<string>();
        int row = 0;
        int column = 0;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                switch (xml.LocalName)
                {
                    case "row":
                        row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out int given)
                            ? given
                            : row + 1;
                        column = 0;
                        break;
                    case "c":
                        CellAddress at = CellAddress.Parse(xml.GetAttribute("r")) ?? new CellAddress(row, column + 1);
                        column = at.Column;
                        if (Cell(xml, shared, styles) is { } cell)
                        {
                            if (--room < 0)
                            {
                                throw new InvalidDataException(name);
                            }

                            cells[at] = cell;
                        }

                        break;
                    case "mergeCell":
                        merged.Add(xml.GetAttribute("ref") ?? "?");
                        break;
                }
            }
        }

        return new RawSheet(name, cells, merged);
    }

    private static RawCell? Cell(XmlReader xml, IReadOnlyList<string> shared, Dictionary<int, ShownAs> styles)
    {
        string type = xml.GetAttribute("t") ?? "n";
        ShownAs shown = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out int style)
            ? styles.GetValueOrDefault(style)
            : ShownAs.Number;
        bool hasFormula = false;
        string? value = null;
        if (!xml.IsEmptyElement)
        {
            int end = xml.Depth;
            while (xml.Read() && xml.Depth > end)
            {
                if (xml.NodeType == XmlNodeType.Element)
                {
                    switch (xml.LocalName)
                    {
                        case "f":
                            hasFormula = true;
                            break;
                        case "v":
                        case "is":
                            value = RichText(xml);
                            break;
                    }
                }
            }
        }

        if (type == "s")
        {
            value =
                int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index < shared.Count
                    ? shared[index]
                    : throw new InvalidDataException("shared string");
        }

        RawKind kind = type switch
        {
            "n" => RawKind.Number,
            "b" => RawKind.Boolean,
            "e" => RawKind.Error,
            "d" => RawKind.Date,
            _ => RawKind.Text,
        };
        return hasFormula || !string.IsNullOrEmpty(value) ? new RawCell(kind, value ?? "", hasFormula, shown) : null;
    }
}
