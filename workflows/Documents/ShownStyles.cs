using System.Globalization;
using System.Xml;

namespace ACip.Workflows.Documents;

/// <summary>How each cell style displays numbers. If somebody types 45 %, Excel stores 0.45, and only the format shows it.</summary>
internal static class ShownStyles
{
    /// <returns>By index of the style; those that show the number as it is are left out.</returns>
    public static Dictionary<int, ShownAs> Read(XmlReader xml)
    {
        var formats = new Dictionary<int, ShownAs>();
        var styles = new Dictionary<int, ShownAs>();
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
                else if (xml is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && Number(xml) is { } custom)
                {
                    formats[custom] = NumberFormat.Of(xml.GetAttribute("formatCode"));
                }
                else if (inCellFormats && xml is { NodeType: XmlNodeType.Element, LocalName: "xf" })
                {
                    ShownAs shown = Number(xml) is { } format
                        ? formats.TryGetValue(format, out ShownAs own)
                            ? own
                            : BuiltIn(format)
                        : ShownAs.Number;
                    if (shown != ShownAs.Number)
                    {
                        styles[index] = shown;
                    }

                    index++;
                }
            }
        }

        return styles;
    }

    // ECMA-376, 18.8.30: 9 and 10 are 0% and 0.00%, the others days and times, some of them of East Asian programs
    private static ShownAs BuiltIn(int format) =>
        format switch
        {
            9 or 10 => ShownAs.Percent,
            (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => ShownAs.Date,
            _ => ShownAs.Number,
        };

    private static int? Number(XmlReader xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : null;
}
