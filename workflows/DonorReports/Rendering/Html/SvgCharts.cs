using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Html;

/// <summary>Draws the charts of a report. Colour never stands alone: every mark has its number or its name beside it.</summary>
internal static class SvgCharts
{
    private const int Wide = 640;
    private const int Row = 24;
    private static readonly string[] Colours = ["#0b5394", "#c2570c", "#6b7785"];

    public static void Write(MarkupText page, Chart chart, int number, Language language)
    {
        string id = $"chart-{Writing.Plain(number)}";
        page.Raw($"<figure><figcaption id=\"{id}\">").Text(chart.Title).Raw("</figcaption>");
        switch (chart)
        {
            case BarChart bars:
                Draw(page, bars, id, language);
                break;
            case StackedChart stacked:
                Draw(page, stacked, id, language);
                break;
            case IntervalChart intervals:
                Draw(page, intervals, id, language);
                break;
            default:
                throw new InvalidOperationException(chart.GetType().Name);
        }

        page.Raw("</figure>\n");
    }

    private static void Draw(MarkupText page, BarChart chart, string id, Language language)
    {
        decimal low = Math.Min(0, Least(chart.Bars));
        decimal high = Math.Max(chart.Reference ?? 0, Math.Max(Most(chart.Bars), low + 1));
        var scale = new Scale(low, high, 90, Wide - 80);
        Open(page, chart, id, chart.Bars.Count * Row + 24);
        for (int bar = 0; bar < chart.Bars.Count; bar++)
        {
            ChartPoint point = chart.Bars[bar];
            int y = bar * Row + 4;
            Label(page, 82, y + 13, point.Label, "end");
            if (point.Value is { } value)
            {
                (decimal from, decimal to) = (scale.At(Math.Min(0, value)), scale.At(Math.Max(0, value)));
                page.Raw(
                    $"<rect x=\"{Place(from)}\" y=\"{Writing.Plain(y)}\" width=\"{Place(Math.Max(1, to - from))}\" height=\"16\" fill=\"{Colours[0]}\"/>"
                );
                Label(page, to + 4, y + 13, point.Text, "start");
            }
            else
            {
                Label(page, scale.At(0) + 4, y + 13, point.Text, "start");
            }
        }

        int foot = chart.Bars.Count * Row + 4;
        Line(page, scale.At(0), 0, scale.At(0), foot, "#51606e");
        if (chart.Reference is { } reference)
        {
            Line(page, scale.At(reference), 0, scale.At(reference), foot, "#1b2733", dashed: true);
            Label(page, scale.At(reference), foot + 14, Writing.Percent(reference, language), "middle");
        }

        page.Raw("</svg>");
    }

    private static void Draw(MarkupText page, StackedChart chart, string id, Language language)
    {
        var scale = new Scale(0, Math.Max(1, chart.Bars.Max(bar => bar.Values.Sum())), 190, Wide - 70);
        Open(page, chart, id, chart.Bars.Count * Row + 26);
        for (int bar = 0; bar < chart.Bars.Count; bar++)
        {
            int y = bar * Row + 4;
            Label(page, 182, y + 13, chart.Bars[bar].Label, "end");
            decimal sum = 0;
            for (int part = 0; part < chart.Series.Count; part++)
            {
                decimal value = chart.Bars[bar].Values[part];
                if (value > 0)
                {
                    page.Raw(
                        $"<rect x=\"{Place(scale.At(sum))}\" y=\"{Writing.Plain(y)}\" width=\"{Place(scale.At(sum + value) - scale.At(sum))}\" height=\"16\" fill=\"{Colours[part]}\" stroke=\"#fff\"/>"
                    );
                }

                sum += value;
            }

            Label(page, scale.At(sum) + 4, y + 13, Writing.Number(sum, language), "start");
        }

        Legend(page, chart.Series, chart.Bars.Count * Row + 8);
        page.Raw("</svg>");
    }

    private static void Draw(MarkupText page, IntervalChart chart, string id, Language language)
    {
        IntervalPoint[] all = [.. chart.Series.SelectMany(series => series.Points).Where(point => point.Mean is not null)];
        int rows = chart.Series.Max(series => series.Points.Count);
        decimal low = all.Length == 0 ? 0 : Math.Floor(all.Min(point => point.Low!.Value));
        decimal high = all.Length == 0 ? 1 : Math.Max(low + 1, Math.Ceiling(all.Max(point => point.High!.Value)));
        var scale = new Scale(low, high, 60, Wide - 30);
        Open(page, chart, id, rows * Row + 44);
        for (int row = 0; row < rows; row++)
        {
            Label(page, 50, row * Row + 17, chart.Series[0].Points[row].Label, "end");
        }

        for (int series = 0; series < chart.Series.Count; series++)
        {
            for (int row = 0; row < chart.Series[series].Points.Count; row++)
            {
                if (chart.Series[series].Points[row] is { Mean: { } mean, Low: { } from, High: { } to })
                {
                    int y = row * Row + 8 + series * 8;
                    Line(page, scale.At(from), y, scale.At(to), y, Colours[series]);
                    page.Raw(
                        series == 0
                            ? $"<circle cx=\"{Place(scale.At(mean))}\" cy=\"{Writing.Plain(y)}\" r=\"4\" fill=\"#fff\" stroke=\"{Colours[series]}\" stroke-width=\"2\"/>"
                            : $"<rect x=\"{Place(scale.At(mean) - 4)}\" y=\"{Writing.Plain(y - 4)}\" width=\"8\" height=\"8\" fill=\"{Colours[series]}\"/>"
                    );
                }
            }
        }

        int foot = rows * Row + 4;
        Line(page, scale.At(low), foot, scale.At(high), foot, "#51606e");
        Label(page, scale.At(low), foot + 14, Writing.Number(low, language), "middle");
        Label(page, scale.At(high), foot + 14, Writing.Number(high, language), "middle");
        Legend(page, [.. chart.Series.Select(series => series.Name)], foot + 20);
        page.Raw("</svg>");
    }

    private static void Open(MarkupText page, Chart chart, string id, int height) =>
        page.Raw(
                $"<svg role=\"img\" aria-labelledby=\"{id}\" aria-describedby=\"{id}-text\" viewBox=\"0 0 {Writing.Plain(Wide)} {Writing.Plain(height)}\"><desc id=\"{id}-text\">"
            )
            .Text(chart.Alternative)
            .Raw("</desc>");

    private static void Legend(MarkupText page, IReadOnlyList<string> names, int y)
    {
        for (int series = 0; series < names.Count; series++)
        {
            int x = 60 + series * 180;
            page.Raw($"<rect x=\"{Writing.Plain(x)}\" y=\"{Writing.Plain(y)}\" width=\"12\" height=\"12\" fill=\"{Colours[series]}\"/>");
            Label(page, x + 18, y + 11, names[series], "start");
        }
    }

    private static void Label(MarkupText page, decimal x, int y, string text, string anchor) =>
        page.Raw($"<text x=\"{Place(x)}\" y=\"{Writing.Plain(y)}\"{(anchor == "start" ? "" : $" text-anchor=\"{anchor}\"")}>")
            .Text(text)
            .Raw("</text>");

    private static void Line(MarkupText page, decimal x1, int y1, decimal x2, int y2, string colour, bool dashed = false) =>
        page.Raw(
            $"<path d=\"M{Place(x1)} {Writing.Plain(y1)}L{Place(x2)} {Writing.Plain(y2)}\" stroke=\"{colour}\" stroke-width=\"2\"{(dashed ? " stroke-dasharray=\"4 3\"" : "")}/>"
        );

    private static string Place(decimal at) => Writing.Plain(Math.Round(at, 1, MidpointRounding.AwayFromZero));

    private static decimal Least(IEnumerable<ChartPoint> points) => points.Min(point => point.Value) ?? 0;

    private static decimal Most(IEnumerable<ChartPoint> points) => points.Max(point => point.Value) ?? 0;

    private readonly record struct Scale(decimal Low, decimal High, int Left, int Right)
    {
        public decimal At(decimal value) => Left + (value - Low) / (High - Low) * (Right - Left);
    }
}
