using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.DonorReports.Rendering.Charts;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Html;

/// <summary>A chart of the page, with its words.</summary>
internal sealed class SvgCharts(MarkupText page) : IChartCanvas
{
    public static void Write(MarkupText page, Chart chart, int number, Language language)
    {
        string id = $"chart-{Writing.Plain(number)}";
        page.Raw($"<figure><figcaption id=\"{id}\">").Text(chart.Title).Raw("</figcaption>");
        page.Raw(
                $"<svg role=\"img\" aria-labelledby=\"{id}\" aria-describedby=\"{id}-text\" viewBox=\"0 0 {Writing.Plain(ChartDrawing.Wide)} {Writing.Plain(ChartDrawing.HeightOf(chart))}\"><desc id=\"{id}-text\">"
            )
            .Text(chart.Alternative)
            .Raw("</desc>");
        ChartDrawing.Draw(new SvgCharts(page), chart, language);
        page.Raw("</svg></figure>\n");
    }

    public void Rectangle(decimal x, decimal y, decimal width, decimal height, string colour, bool apart = false) =>
        page.Raw(
            $"<rect x=\"{Place(x)}\" y=\"{Place(y)}\" width=\"{Place(width)}\" height=\"{Place(height)}\" fill=\"{colour}\"{(apart ? " stroke=\"#fff\"" : "")}/>"
        );

    public void Ring(decimal x, decimal y, string colour) =>
        page.Raw($"<circle cx=\"{Place(x)}\" cy=\"{Place(y)}\" r=\"4\" fill=\"#fff\" stroke=\"{colour}\" stroke-width=\"2\"/>");

    public void Line(decimal x1, decimal y1, decimal x2, decimal y2, string colour, bool dashed = false) =>
        page.Raw(
            $"<path d=\"M{Place(x1)} {Place(y1)}L{Place(x2)} {Place(y2)}\" stroke=\"{colour}\" stroke-width=\"2\"{(dashed ? " stroke-dasharray=\"4 3\"" : "")}/>"
        );

    public void Label(decimal x, int y, string text, string anchor) =>
        page.Raw($"<text x=\"{Place(x)}\" y=\"{Writing.Plain(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}>")
            .Text(text)
            .Raw("</text>");

    private static string Place(decimal at) => Writing.Plain(Math.Round(at, 1, MidpointRounding.AwayFromZero));
}
