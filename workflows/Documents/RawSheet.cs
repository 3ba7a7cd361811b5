namespace ACip.Workflows.Documents;

/// <summary>A sheet as received: values only. Blank cells are left out.</summary>
/// <param name="Merged">References of merged cells, such as B5:C6.</param>
internal sealed record RawSheet(string Name, IReadOnlyDictionary<CellAddress, RawCell> Cells, IReadOnlyList<string> Merged);

/// <param name="Text">For a number: as stored, invariant.</param>
/// <param name="Shown">What its format makes of the number.</param>
internal sealed record RawCell(RawKind Kind, string Text, bool HasFormula, ShownAs Shown);

internal enum RawKind
{
    Number,
    Text,
    Boolean,
    Date,
    Error,
}

internal sealed record RawWorkbook(IReadOnlyList<RawSheet> Sheets, bool CountsFrom1904);
