using System.Globalization;
using System.Xml;

namespace ACip.Workflows.Workbooks;

/// <summary>Which cell formats show a percentage. Someone who types 45 % makes Excel store 0.45, and only the format tells.</summary>
internal static class PercentStyles
{
    public static HashSet<int> Read(XmlReader xml)
    {
        var formats = new HashSet<int> { 9, 10 }; // built in: 0% and 0.00%
        var styles = new HashSet<int>();
        bool inCellFormats = false;
        int index = 0;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.LocalName == "cellXfs")
                {
                    inCellFormats = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
                }
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && xml.GetAttribute("formatCode")?.Contains('%') == true && Number(xml) is { } custom)
                {
                    formats.Add(custom);
                }
                else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                {
                    if (Number(xml) is { } format && formats.Contains(format))
                    {
                        styles.Add(index);
                    }

                    index++;
                }
            }
        }

        return styles;
    }

    private static int? Number(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
}
