using ACip.Workflows.DonorReports.Composition;
using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Rendering.Charts;

/// <summary>Draws the charts of a report on a canvas 640 wide. Colour is never the only signal: every mark has its number or its name
/// beside it.</summary>
internal static class ChartDrawing
{
    public const int Wide = 640;
    private const int Row = 24;
    private static readonly string[] Colours = ["#0b5394", "#c2570c", "#6b7785"];

    public static int HeightOf(Chart chart) =>
        chart switch
        {
            BarChart bars => bars.Bars.Count * Row + 24,
            StackedChart stacked => stacked.Bars.Count * Row + 26,
            IntervalChart intervals => intervals.Series.Max(series => series.Points.Count) * Row + 44,
            _ => throw new InvalidOperationException(chart.GetType().Name),
        };

    public static void Draw(IChartCanvas on, Chart chart, Language language)
    {
        switch (chart)
        {
            case BarChart bars:
                Draw(on, bars, language);
                break;
            case StackedChart stacked:
                Draw(on, stacked, language);
                break;
            case IntervalChart intervals:
                Draw(on, intervals, language);
                break;
            default:
                throw new InvalidOperationException(chart.GetType().Name);
        }
    }

    private static void Draw(IChartCanvas on, BarChart chart, Language language)
    {
        decimal low = Math.Min(0, Least(chart.Bars));
        decimal high = Math.Max(chart.Reference ?? 0, Math.Max(Most(chart.Bars), low + 1));
        var scale = new Scale(low, high, 90, Wide - 80);
        int foot = chart.Bars.Count * Row + 4;
        if (chart.Reference is { } reference)
        {
            on.Line(scale.At(reference), 0, scale.At(reference), foot, "#1b2733", dashed: true);
            on.Label(scale.At(reference), foot + 14, Writing.Percent(reference, language), "middle");
        }

        for (int bar = 0; bar < chart.Bars.Count; bar++)
        {
            ChartPoint point = chart.Bars[bar];
            int y = bar * Row + 4;
            on.Label(82, y + 13, point.Label, "end");
            if (point.Value is { } value)
            {
                (decimal from, decimal to) = (scale.At(Math.Min(0, value)), scale.At(Math.Max(0, value)));
                on.Rectangle(from, y, Math.Max(1, to - from), 16, Colours[0]);
                on.Label(to + 4, y + 13, point.Text, "start");
            }
            else
            {
                on.Label(scale.At(0) + 4, y + 13, point.Text, "start");
            }
        }

        on.Line(scale.At(0), 0, scale.At(0), foot, "#51606e");
    }

    private static void Draw(IChartCanvas on, StackedChart chart, Language language)
    {
        var scale = new Scale(0, Math.Max(1, chart.Bars.Max(bar => bar.Values.Sum())), 190, Wide - 70);
        for (int bar = 0; bar < chart.Bars.Count; bar++)
        {
            int y = bar * Row + 4;
            on.Label(182, y + 13, chart.Bars[bar].Label, "end");
            decimal sum = 0;
            for (int part = 0; part < chart.Series.Count; part++)
            {
                decimal value = chart.Bars[bar].Values[part];
                if (value > 0)
                {
                    on.Rectangle(scale.At(sum), y, scale.At(sum + value) - scale.At(sum), 16, Colours[part], apart: true);
                }

                sum += value;
            }

            on.Label(scale.At(sum) + 4, y + 13, Writing.Number(sum, language), "start");
        }

        Legend(on, chart.Series, chart.Bars.Count * Row + 8);
    }

    private static void Draw(IChartCanvas on, IntervalChart chart, Language language)
    {
        IntervalPoint[] all = [.. chart.Series.SelectMany(series => series.Points).Where(point => point.Mean is not null)];
        int rows = chart.Series.Max(series => series.Points.Count);
        decimal low = all.Length == 0 ? 0 : Math.Floor(all.Min(point => point.Low!.Value));
        decimal high = all.Length == 0 ? 1 : Math.Max(low + 1, Math.Ceiling(all.Max(point => point.High!.Value)));
        var scale = new Scale(low, high, 60, Wide - 30);
        for (int row = 0; row < rows; row++)
        {
            on.Label(50, row * Row + 17, chart.Series[0].Points[row].Label, "end");
        }

        for (int series = 0; series < chart.Series.Count; series++)
        {
            for (int row = 0; row < chart.Series[series].Points.Count; row++)
            {
                if (chart.Series[series].Points[row] is { Mean: { } mean, Low: { } from, High: { } to })
                {
                    int y = row * Row + 8 + series * 8;
                    on.Line(scale.At(from), y, scale.At(to), y, Colours[series]);
                    if (series == 0)
                    {
                        on.Ring(scale.At(mean), y, Colours[series]);
                    }
                    else
                    {
                        on.Rectangle(scale.At(mean) - 4, y - 4, 8, 8, Colours[series]);
                    }
                }
            }
        }

        int foot = rows * Row + 4;
        on.Line(scale.At(low), foot, scale.At(high), foot, "#51606e");
        on.Label(scale.At(low), foot + 14, Writing.Number(low, language), "middle");
        on.Label(scale.At(high), foot + 14, Writing.Number(high, language), "middle");
        Legend(on, [.. chart.Series.Select(series => series.Name)], foot + 20);
    }

    private static void Legend(IChartCanvas on, IReadOnlyList<string> names, int y)
    {
        for (int series = 0; series < names.Count; series++)
        {
            int x = 60 + series * 180;
            on.Rectangle(x, y, 12, 12, Colours[series]);
            on.Label(x + 18, y + 11, names[series], "start");
        }
    }

    private static decimal Least(IEnumerable<ChartPoint> points) => points.Min(point => point.Value) ?? 0;

    private static decimal Most(IEnumerable<ChartPoint> points) => points.Max(point => point.Value) ?? 0;

    private readonly record struct Scale(decimal Low, decimal High, int Left, int Right)
    {
        public decimal At(decimal value) => Left + (value - Low) / (High - Low) * (Right - Left);
    }
}
