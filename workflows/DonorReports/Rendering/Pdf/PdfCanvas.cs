using System.Globalization;
using ACip.Workflows.Documents;
using ACip.Workflows.DonorReports.Rendering.Charts;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>A chart of a page of paper.</summary>
/// <param name="top">Of the chart, counted upwards.</param>
internal sealed class PdfCanvas(PdfPages pages, decimal top) : IChartCanvas
{
    private const decimal Scale = 0.6m;
    private static readonly PdfLook Lettering = new(12 * Scale);

    public static decimal HeightOf(Composition.Chart chart) => ChartDrawing.HeightOf(chart) * Scale;

    public void Rectangle(decimal x, decimal y, decimal width, decimal height, string colour, bool apart = false)
    {
        pages.Rectangle(X(x), Y(y + height), width * Scale, height * Scale, Colour(colour));
        if (apart)
        {
            pages.Line(X(x + width), Y(y), X(x + width), Y(y + height), "1 1 1");
        }
    }

    /// <summary>Of four curves, as PDF has no circle.</summary>
    public void Ring(decimal x, decimal y, string colour)
    {
        const decimal Radius = 4 * Scale,
            Bend = Radius * 0.5523m;
        (decimal cx, decimal cy) = (X(x), Y(y));
        string P(decimal dx, decimal dy) => $"{PdfWriter.Plain(cx + dx)} {PdfWriter.Plain(cy + dy)}";
        pages.Path(
            $"1 1 1 rg {Colour(colour)} RG 1.4 w [] 0 d {P(Radius, 0)} m {P(Radius, Bend)} {P(Bend, Radius)} {P(0, Radius)} c {P(-Bend, Radius)} {P(-Radius, Bend)} {P(-Radius, 0)} c "
                + $"{P(-Radius, -Bend)} {P(-Bend, -Radius)} {P(0, -Radius)} c {P(Bend, -Radius)} {P(Radius, -Bend)} {P(Radius, 0)} c b"
        );
    }

    public void Line(decimal x1, decimal y1, decimal x2, decimal y2, string colour, bool dashed = false) =>
        pages.Line(X(x1), Y(y1), X(x2), Y(y2), Colour(colour), 1.2m, dashed);

    public void Label(decimal x, int y, string text, string anchor)
    {
        string plain = PrintableText.Of(text);
        decimal width = Lettering.WidthOf(plain);
        decimal shift = anchor switch
        {
            "end" => width,
            "middle" => width / 2,
            _ => 0,
        };
        pages.Rectangle(X(x) - shift - 1, Y(y) - 1.5m, width + 2, Lettering.Size, "1 1 1"); // not across a line
        pages.Text(new PdfPiece(plain, Lettering), X(x) - shift, Y(y));
    }

    private static decimal X(decimal x) => PdfPages.Left + x * Scale;

    private decimal Y(decimal y) => top - y * Scale;

    /// <summary>#fff or #0b5394 as three shares of one.</summary>
    private static string Colour(string html)
    {
        string hex = html.Length == 4 ? string.Concat(html[1..].SelectMany(digit => new[] { digit, digit })) : html[1..];
        return string.Join(
            ' ',
            Enumerable
                .Range(0, 3)
                .Select(at =>
                    PdfWriter.Plain(int.Parse(hex.AsSpan(2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255m)
                )
        );
    }
}
