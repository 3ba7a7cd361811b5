namespace ACip.Workflows.DonorReports.Rendering.Pdf;

/// <summary>What a part of the document is, for those who listen to it or take it out: a heading, a table's cell, a figure with its
/// words.</summary>
/// <param name="tag">A standard structure type of PDF: H1, P, Table, TD, Figure.</param>
internal sealed class PdfElement(string tag)
{
    private readonly List<object> kids = [];

    public string Tag => tag;

    /// <summary>Elements within it, and marks of contents of pages.</summary>
    public IReadOnlyList<object> Kids => kids;

    /// <summary>In words, for what is drawn.</summary>
    public string? Alternative { get; init; }

    /// <summary>Where it is not in the language of the document.</summary>
    public string? Language { get; init; }

    /// <summary>Attributes as PDF writes them, such as those of a heading cell.</summary>
    public string? Attributes { get; init; }

    public PdfElement Add(PdfElement kid)
    {
        kids.Add(kid);
        return kid;
    }

    public void Add(PdfMark mark) => kids.Add(mark);
}

/// <param name="Page">Counted from 0.</param>
/// <param name="Number">Of the marked content on that page.</param>
internal sealed record PdfMark(int Page, int Number);
