using System.Globalization;
using ACip.Workflows.Time;

namespace ACip.Workflows.Documents;

/// <summary>The rows of the hidden sheet, two columns each.</summary>
internal static class WorkbookTicketCells
{
    public static IEnumerable<(string Key, string Value)> Of(WorkbookTicket ticket) =>
        [
            ("form", WorkbookTicket.Format),
            ("kind", ticket.Kind),
            ("plan", ticket.Plan),
            ("version", ticket.PlanVersion.ToString(CultureInfo.InvariantCulture)),
            ("period", ticket.Period.Value),
            ("hash", ticket.FormHash),
        ];

    /// <returns>Null where the sheet is not one of ours.</returns>
    public static WorkbookTicket? Read(RawSheet sheet)
    {
        string Value(int row) => sheet.Cells.GetValueOrDefault(new CellAddress(row, 2))?.Text ?? "";
        string[] keys = [.. Enumerable.Range(1, 6).Select(row => sheet.Cells.GetValueOrDefault(new CellAddress(row, 1))?.Text ?? "")];
        return
            keys is ["form", "kind", "plan", "version", "period", "hash"]
            && Value(1) == WorkbookTicket.Format
            && int.TryParse(Value(4), NumberStyles.None, CultureInfo.InvariantCulture, out int version)
            ? new WorkbookTicket(Value(2), Value(3), version, new PeriodKey(Value(5)), Value(6))
            : null;
    }
}
