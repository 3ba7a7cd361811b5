using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Composition;

/// <summary>A report as all readable formats show it: content, order and wording. The formats only draw it, so they cannot
/// differ.</summary>
/// <param name="Banner">Stands on every page; null for a real report.</param>
/// <param name="Notes">Footnotes, numbered from 1 in this order.</param>
public sealed record ReportDocument(
    Language Language,
    string Title,
    string Subtitle,
    string? Banner,
    string ContentsHeading,
    string NotesHeading,
    IReadOnlyList<DocumentSection> Sections,
    IReadOnlyList<string> Notes
);

/// <param name="Id">Anchor, the same in every language.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="NewPage">Begins a page where there are pages.</param>
public sealed record DocumentSection(string Id, int Level, string Heading, IReadOnlyList<Block> Blocks, bool NewPage = false);

public abstract record Block;

/// <param name="Notes">Numbers of footnotes.</param>
public sealed record Paragraph(string Text, IReadOnlyList<int>? Notes = null) : Block;

/// <summary>Text that somebody else wrote, in its language: untrusted.</summary>
/// <param name="From">Who, and in which language where it is not that of the report.</param>
/// <param name="Translation">As an officer has put it in the language of the report.</param>
public sealed record Quotation(string Text, Language Language, string? From, string? Translation = null) : Block;

/// <param name="Caption">Says what the table shows; every table has one. Where it is the heading of the section, only those who listen are
/// told again.</param>
public sealed record Table(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <param name="Weight">Share of the width.</param>
public sealed record Column(string Heading, int Weight, bool Number = false, IReadOnlyList<int>? Notes = null);

/// <param name="Value">For a number, the number itself, as <paramref name="Text"/> says it in words.</param>
/// <param name="Figure">Which figure it is, such as <c>1100/total</c>: the same in every format.</param>
/// <param name="Language">Where the text is not in the language of the report.</param>
public sealed record Cell(
    string Text,
    decimal? Value = null,
    string? Figure = null,
    Language? Language = null,
    IReadOnlyList<int>? Notes = null
)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>Lines to sign and date by hand.</summary>
public sealed record SignatureBlock(IReadOnlyList<string> Lines) : Block;

/// <param name="Title">Says what the chart shows.</param>
/// <param name="Alternative">Says in words what there is to see.</param>
public abstract record Chart(string Title, string Alternative, string Unit) : Block;

/// <param name="Reference">Where a line is drawn across, such as 100 per cent; null for none.</param>
public sealed record BarChart(string Title, string Alternative, string Unit, IReadOnlyList<ChartPoint> Bars, decimal? Reference = null)
    : Chart(Title, Alternative, Unit);

/// <summary>Several bars for each category, stacked.</summary>
public sealed record StackedChart(
    string Title,
    string Alternative,
    string Unit,
    IReadOnlyList<string> Series,
    IReadOnlyList<StackedBar> Bars
) : Chart(Title, Alternative, Unit);

public sealed record StackedBar(string Label, IReadOnlyList<decimal> Values);

/// <summary>Means with their intervals, one line for each category, one mark for each series.</summary>
public sealed record IntervalChart(string Title, string Alternative, string Unit, IReadOnlyList<IntervalSeries> Series)
    : Chart(Title, Alternative, Unit);

public sealed record IntervalSeries(string Name, IReadOnlyList<IntervalPoint> Points);

public sealed record IntervalPoint(string Label, decimal? Mean, decimal? Low, decimal? High);

public sealed record ChartPoint(string Label, decimal? Value, string Text);
