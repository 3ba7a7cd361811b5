namespace ACip.Workflows.DonorReports.Rendering.Charts;

/// <summary>What a chart is drawn on; places are counted from the upper left, 640 to the right.</summary>
internal interface IChartCanvas
{
    /// <param name="colour">As HTML writes it.</param>
    /// <param name="apart">With a white edge, where it touches another.</param>
    void Rectangle(decimal x, decimal y, decimal width, decimal height, string colour, bool apart = false);

    void Ring(decimal x, decimal y, string colour);

    void Line(decimal x1, decimal y1, decimal x2, decimal y2, string colour, bool dashed = false);

    /// <param name="anchor">start, middle or end: which of the text stands at the place.</param>
    void Label(decimal x, int y, string text, string anchor);
}
