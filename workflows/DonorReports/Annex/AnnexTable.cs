using ACip.Workflows.Languages;

namespace ACip.Workflows.DonorReports.Annex;

/// <summary>A table of the data annex, produced row by row, so that it is never in memory as a whole.</summary>
/// <param name="Name">Of the sheet.</param>
internal sealed record AnnexTable(Text Name, IReadOnlyList<AnnexColumn> Columns, IEnumerable<AnnexValue[]> Rows);

/// <param name="Key">Heading in CSV: the same in every language.</param>
/// <param name="Width">In characters.</param>
internal sealed record AnnexColumn(string Key, Text Heading, int Width = 14);

/// <summary>A typed value: untrusted text, a number, a date, or nothing.</summary>
internal readonly record struct AnnexValue(string? Text, decimal? Number, DateOnly? Day)
{
    public static AnnexValue Nothing { get; }

    public static implicit operator AnnexValue(string? text) => new(text, null, null);

    public static implicit operator AnnexValue(decimal number) => new(null, number, null);

    public static implicit operator AnnexValue(decimal? number) => new(null, number, null);

    public static implicit operator AnnexValue(int number) => new(null, number, null);

    public static implicit operator AnnexValue(DateOnly day) => new(null, null, day);
}
