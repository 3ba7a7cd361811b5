using System.Text;

namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>Pages of A4, filled from top to bottom: what is drawn belongs to an element of the document, or is set dressing.</summary>
/// <param name="dress">Draws what stands on every page: the banner, the page's number.</param>
internal sealed class PdfPages(PdfWriter file, Action<PdfPages> dress)
{
    public const decimal Left = 56.7m,
        Width = 481.9m,
        Top = 793m,
        Bottom = 48m,
        Paper = 841.9m,
        PaperWidth = 595.3m;

    private readonly StringBuilder content = new();
    private readonly List<int> pages = [];
    private readonly List<List<PdfElement>> marked = [];
    private readonly int root = file.Reserve(),
        regular = file.Reserve(),
        bold = file.Reserve();
    private readonly PdfFont regularFont = new(TrueTypeFont.Regular),
        boldFont = new(TrueTypeFont.Bold);

    /// <summary>Where the next thing goes; grows upwards, as PDF counts.</summary>
    public decimal Y { get; set; } = Top;

    /// <summary>Counted from 1; 0 before the first.</summary>
    public int Page => pages.Count;

    public decimal Room => Y - Bottom;

    public bool IsAtTop => Y == Top;

    public IReadOnlyList<int> PageNumbers => pages;

    public IReadOnlyList<IReadOnlyList<PdfElement>> Marked => marked;

    public int Root => root;

    public void NewPage()
    {
        EndPage();
        pages.Add(file.Reserve());
        marked.Add([]);
        Y = Top;
        dress(this);
    }

    /// <summary>Begins a page where there is not that much room; what is higher than a page has to break.</summary>
    public void Need(decimal height)
    {
        if (Page == 0 || (height > Room && !IsAtTop))
        {
            NewPage();
        }
    }

    /// <param name="element">Null for what only dresses the page.</param>
    public void Draw(PdfElement? element, Action draw)
    {
        if (element is null)
        {
            content.Append("/Artifact BMC\n");
        }
        else
        {
            List<PdfElement> here = marked[^1];
            content.Append($"/{element.Tag} << /MCID {PdfWriter.Plain(here.Count)} >> BDC\n");
            element.Add(new PdfMark(Page - 1, here.Count));
            here.Add(element);
        }

        draw();
        content.Append("EMC\n");
    }

    public void Text(PdfPiece piece, decimal x, decimal baseline, string after = "")
    {
        PdfLook look = piece.Look;
        decimal y = look.Raised ? baseline + look.Size * 0.33m : baseline;
        content.Append(
            $"BT /{(look.Bold ? "F2" : "F1")} {PdfWriter.Plain(look.DrawnSize)} Tf {look.Colour} rg 1 0 0 1 {PdfWriter.Plain(x)} {PdfWriter.Plain(y)} Tm {(look.Bold ? boldFont : regularFont).Shown(piece.Text + after)} Tj ET\n"
        );
    }

    public void Rectangle(decimal x, decimal y, decimal width, decimal height, string colour) =>
        content.Append($"{colour} rg {PdfWriter.Plain(x)} {PdfWriter.Plain(y)} {PdfWriter.Plain(width)} {PdfWriter.Plain(height)} re f\n");

    /// <param name="path">Operators that draw it.</param>
    public void Path(string path) => content.Append(path).Append('\n');

    public void Line(decimal x1, decimal y1, decimal x2, decimal y2, string colour, decimal width = 0.5m, bool dashed = false) =>
        content.Append(
            $"{colour} RG {PdfWriter.Plain(width)} w {(dashed ? "[3 2] 0 d" : "[] 0 d")} {PdfWriter.Plain(x1)} {PdfWriter.Plain(y1)} m {PdfWriter.Plain(x2)} {PdfWriter.Plain(y2)} l S\n"
        );

    /// <summary>Writes the last page, the fonts and the tree of pages.</summary>
    /// <returns>The tree's number.</returns>
    public int End()
    {
        EndPage();
        regularFont.Write(file, regular);
        boldFont.Write(file, bold);
        file.Write(
            root,
            $"<< /Type /Pages /Count {PdfWriter.Plain(pages.Count)} /Kids [{string.Join(' ', pages.Select(page => $"{PdfWriter.Plain(page)} 0 R"))}] >>"
        );
        return root;
    }

    private void EndPage()
    {
        if (Page == 0)
        {
            return;
        }

        int stream = file.Reserve();
        file.WriteStream(stream, "", Encoding.ASCII.GetBytes(content.ToString()));
        content.Clear();
        file.Write(
            pages[^1],
            $"<< /Type /Page /Parent {PdfWriter.Plain(root)} 0 R /MediaBox [0 0 {PdfWriter.Plain(PaperWidth)} {PdfWriter.Plain(Paper)}] "
                + $"/Resources << /Font << /F1 {PdfWriter.Plain(regular)} 0 R /F2 {PdfWriter.Plain(bold)} 0 R >> >> /Contents {PdfWriter.Plain(stream)} 0 R /StructParents {PdfWriter.Plain(Page - 1)} /Tabs /S >>"
        );
    }
}
