using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;

namespace ACip.Workflows.DonorReports.Rendering.Word;

/// <summary>Native charts (DrawingML) that carry their numbers within, so that no workbook needs to be embedded.</summary>
internal static class WordCharts
{
    /// <summary>170 mm in English Metric Units.</summary>
    public const int Width = 6_120_000;

    private static readonly string[] Colours = ["0B5394", "C2570C", "6B7785"];

    public static int HeightOf(Chart chart) =>
        chart switch
        {
            BarChart bars => Rows(bars.Bars.Count),
            StackedChart stacked => Rows(stacked.Bars.Count) + 360_000,
            _ => 1_700_000,
        };

    public static void Write(MarkupText xml, Chart chart)
    {
        xml.Raw(
            "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
                + "<c:roundedCorners val=\"0\"/><c:chart><c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/>"
        );
        switch (chart)
        {
            case BarChart bars:
                Bars(
                    xml,
                    "clustered",
                    [("", bars.Bars.Select(bar => bar.Value))],
                    bars.Bars.Select(bar => bar.Label),
                    [.. bars.Bars.Select(bar => bar.Text)]
                );
                break;
            case StackedChart stacked:
                Bars(
                    xml,
                    "stacked",
                    stacked.Series.Select((name, at) => (name, stacked.Bars.Select(bar => (decimal?)bar.Values[at]))),
                    stacked.Bars.Select(bar => bar.Label),
                    []
                );
                break;
            case IntervalChart intervals:
                Intervals(xml, intervals);
                break;
            default:
                throw new InvalidOperationException(chart.GetType().Name);
        }

        xml.Raw("</c:plotArea>")
            .Raw(chart is BarChart ? "" : "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>")
            .Raw(
                "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"900\"/></a:pPr><a:endParaRPr/></a:p></c:txPr></c:chartSpace>"
            );
    }

    private static void Bars(
        MarkupText xml,
        string grouping,
        IEnumerable<(string Name, IEnumerable<decimal?> Values)> series,
        IEnumerable<string> categories,
        string[] said
    )
    {
        string[] labels = [.. categories];
        xml.Raw($"<c:barChart><c:barDir val=\"bar\"/><c:grouping val=\"{grouping}\"/><c:varyColors val=\"0\"/>");
        int number = 0;
        foreach ((string name, IEnumerable<decimal?> values) in series)
        {
            Series(
                xml,
                number,
                name,
                $"<c:spPr><a:solidFill><a:srgbClr val=\"{Colours[number]}\"/></a:solidFill></c:spPr><c:invertIfNegative val=\"0\"/>"
            );
            if (grouping == "clustered")
            {
                SaidLabels(xml, said);
            }

            Data(xml, labels, [.. values]);
            xml.Raw("</c:ser>");
            number++;
        }

        xml.Raw(
            $"<c:gapWidth val=\"50\"/>{(grouping == "stacked" ? "<c:overlap val=\"100\"/>" : "")}<c:axId val=\"1\"/><c:axId val=\"2\"/></c:barChart>"
        );
        Axes(xml, reversed: true);
    }

    /// <summary>Each as the text says it: a number format would follow the machine of whoever opens the file, and not the report's
    /// language.</summary>
    private static void SaidLabels(MarkupText xml, string[] said)
    {
        const string Shown =
            "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/>";
        xml.Raw("<c:dLbls>");
        for (int at = 0; at < said.Length; at++)
        {
            xml.Raw($"<c:dLbl><c:idx val=\"{Writing.Plain(at)}\"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>")
                .Text(said[at])
                .Raw($"</a:t></a:r></a:p></c:rich></c:tx>{Shown}</c:dLbl>");
        }

        xml.Raw($"<c:spPr><a:noFill/></c:spPr>{Shown}</c:dLbls>");
    }

    private static void Intervals(MarkupText xml, IntervalChart chart)
    {
        xml.Raw("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        for (int number = 0; number < chart.Series.Count; number++)
        {
            IntervalSeries series = chart.Series[number];
            Series(
                xml,
                number,
                series.Name,
                "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>"
                    + $"<c:marker><c:symbol val=\"{(number == 0 ? "circle" : "square")}\"/><c:size val=\"5\"/><c:spPr><a:solidFill><a:srgbClr val=\"{Colours[number]}\"/></a:solidFill></c:spPr></c:marker>"
            );
            xml.Raw(
                "<c:errBars><c:errDir val=\"y\"/><c:errBarType val=\"both\"/><c:errValType val=\"cust\"/><c:noEndCap val=\"0\"/><c:plus>"
            );
            Numbers(xml, [.. series.Points.Select(point => point.High - point.Mean)]);
            xml.Raw("</c:plus><c:minus>");
            Numbers(xml, [.. series.Points.Select(point => point.Mean - point.Low)]);
            xml.Raw(
                $"</c:minus><c:spPr><a:ln w=\"12700\"><a:solidFill><a:srgbClr val=\"{Colours[number]}\"/></a:solidFill></a:ln></c:spPr></c:errBars>"
            );
            Data(xml, [.. series.Points.Select(point => point.Label)], [.. series.Points.Select(point => point.Mean)]);
            xml.Raw("<c:smooth val=\"0\"/></c:ser>");
        }

        xml.Raw("<c:marker val=\"1\"/><c:axId val=\"1\"/><c:axId val=\"2\"/></c:lineChart>");
        IntervalPoint[] shown = [.. chart.Series.SelectMany(series => series.Points).Where(point => point.Mean is not null)];
        Axes(
            xml,
            reversed: false,
            shown.Length == 0
                ? ""
                : $"<c:max val=\"{Writing.Plain(Math.Ceiling(shown.Max(point => point.High!.Value)))}\"/><c:min val=\"{Writing.Plain(Math.Floor(shown.Min(point => point.Low!.Value)))}\"/>"
        );
    }

    private static void Series(MarkupText xml, int number, string name, string look)
    {
        string order = Writing.Plain(number);
        xml.Raw($"<c:ser><c:idx val=\"{order}\"/><c:order val=\"{order}\"/>");
        if (name.Length > 0)
        {
            xml.Raw("<c:tx><c:v>").Text(name).Raw("</c:v></c:tx>");
        }

        xml.Raw(look);
    }

    private static void Data(MarkupText xml, string[] labels, decimal?[] values)
    {
        xml.Raw($"<c:cat><c:strLit><c:ptCount val=\"{Writing.Plain(labels.Length)}\"/>");
        for (int at = 0; at < labels.Length; at++)
        {
            xml.Raw($"<c:pt idx=\"{Writing.Plain(at)}\"><c:v>").Text(labels[at]).Raw("</c:v></c:pt>");
        }

        xml.Raw("</c:strLit></c:cat><c:val>");
        Numbers(xml, values);
        xml.Raw("</c:val>");
    }

    private static void Numbers(MarkupText xml, decimal?[] values)
    {
        xml.Raw($"<c:numLit><c:formatCode>General</c:formatCode><c:ptCount val=\"{Writing.Plain(values.Length)}\"/>");
        for (int at = 0; at < values.Length; at++)
        {
            if (values[at] is { } value)
            {
                xml.Raw($"<c:pt idx=\"{Writing.Plain(at)}\"><c:v>{Writing.Plain(value)}</c:v></c:pt>");
            }
        }

        xml.Raw("</c:numLit>");
    }

    private static void Axes(MarkupText xml, bool reversed, string range = "")
    {
        (string categories, string values) = reversed ? ("l", "b") : ("b", "l");
        xml.Raw(
            $"<c:catAx><c:axId val=\"1\"/><c:scaling><c:orientation val=\"{(reversed ? "maxMin" : "minMax")}\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"{categories}\"/>"
                + "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:crossAx val=\"2\"/><c:crosses val=\"autoZero\"/></c:catAx>"
                + $"<c:valAx><c:axId val=\"2\"/><c:scaling><c:orientation val=\"minMax\"/>{range}</c:scaling><c:delete val=\"0\"/><c:axPos val=\"{values}\"/>"
                + "<c:majorGridlines><c:spPr><a:ln><a:solidFill><a:srgbClr val=\"DDE3E8\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
                + $"<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/><c:crosses val=\"{(reversed ? "max" : "autoZero")}\"/></c:valAx>"
        );
    }

    private static int Rows(int count) => 500_000 + count * 170_000;
}
