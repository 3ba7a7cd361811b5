using ACip.Workflows.Languages;
using ACip.Workflows.Time;

namespace ACip.Workflows.Documents;

/// <summary>The design of a workbook that is handed out: layout, input cells and allowed values. Reading compares a workbook with the same
/// design.</summary>
/// <param name="Notice">Stands on every sheet and in its printed head; null for none.</param>
internal sealed record WorkbookDesign(
    string Title,
    string? Notice,
    Language Language,
    WorkbookTicket Ticket,
    IReadOnlyList<SheetDesign> Sheets
);

/// <param name="Name">As on the tab: at most 31 characters, none of <c>[]:*?/\</c>.</param>
/// <param name="Hint">One line on how to fill it in.</param>
internal sealed record SheetDesign(
    string Name,
    string Hint,
    IReadOnlyList<ColumnDesign> Columns,
    IReadOnlyList<IReadOnlyList<CellDesign>> Rows
)
{
    public const int HeadingRow = 4;
    public const int FirstRow = HeadingRow + 1;
}

/// <param name="Width">In characters.</param>
/// <param name="IsNote">True: it tells something, may say something else tomorrow, and is not compared.</param>
internal sealed record ColumnDesign(string Heading, double Width, bool IsNote = false);

/// <param name="Value">Null, string, decimal or DateOnly.</param>
/// <param name="Choices">Labels to choose from, for <see cref="CellKind.Choice"/>.</param>
/// <param name="Locked">True: ours; a changed value is a changed sheet.</param>
/// <param name="IsNote">True: ours, and not compared.</param>
internal sealed record CellDesign(
    CellKind Kind,
    object? Value = null,
    IReadOnlyList<string>? Choices = null,
    bool Locked = false,
    bool IsNote = false
)
{
    public static CellDesign Note(string value) => new(CellKind.Text, value, Locked: true, IsNote: true);

    public static CellDesign Label(object? value) => new(CellKind.Text, value, Locked: true);
}

internal enum CellKind
{
    Text,
    Number,
    Percentage,
    Date,
    Choice,
}

/// <summary>The hidden sheet's content, which identifies the form. It authorises nothing.</summary>
/// <param name="Kind">planning or figures.</param>
/// <param name="Period">Key of the reporting period; empty for a plan.</param>
/// <param name="FormHash">SHA-256 of what the form was made from.</param>
public sealed record WorkbookTicket(string Kind, string Plan, int PlanVersion, PeriodKey Period, string FormHash)
{
    internal const string Sheet = "_version";
    internal const string Format = "1";
}
