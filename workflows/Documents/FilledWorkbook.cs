using System.Xml;

namespace ACip.Workflows.Documents;

/// <summary>A received workbook held against the design that was handed out.</summary>
internal sealed record FilledWorkbook(WorkbookDesign Design, RawWorkbook Raw)
{
    /// <returns>The workbook where it is the form that was handed out; else what is wrong, all of it at once.</returns>
    public static (FilledWorkbook? Filled, IReadOnlyList<WorkbookProblem> Problems) Open(byte[] file, WorkbookDesign design)
    {
        try
        {
            (RawWorkbook? raw, string? refusal) = Read(file);
            if (raw is null)
            {
                return (null, [new WorkbookProblem(refusal!)]);
            }

            var filled = new FilledWorkbook(design, raw);
            List<WorkbookProblem> problems = [.. filled.TicketProblems()];
            problems.AddRange(problems.Count > 0 ? [] : filled.ShapeProblems());
            return (problems.Count == 0 ? filled : null, problems);
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return (null, [new WorkbookProblem(WorkbookProblems.NotAWorkbook)]);
        }
    }

    /// <returns>The hidden sheet's content; null where there is none that could be read.</returns>
    public static WorkbookTicket? TicketIn(byte[] file)
    {
        try
        {
            return Read(file).Raw is { } raw && raw.Sheets.FirstOrDefault(sheet => sheet.Name == WorkbookTicket.Sheet) is { } hidden
                ? WorkbookTicketCells.Read(hidden)
                : null;
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            return null;
        }
    }

    private static (RawWorkbook? Raw, string? Refusal) Read(byte[] file)
    {
        if (XlsReader.IsOldOffice(file))
        {
            return XlsReader.Read(file);
        }

        (PackageCheck? package, string? refusal) = PackageCheck.Open(file);
        return (package is null ? null : XlsxReader.Read(package), refusal);
    }

    /// <summary>Exceptions that the framework throws for a damaged or hostile package. They are the sender's problem and not our
    /// fault.</summary>
    private static bool IsDamage(Exception error) =>
        error
            is InvalidDataException
                or XmlException
                or IOException
                or NotSupportedException
                or ArgumentException
                or InvalidOperationException
                or OverflowException
                or FormatException
                or IndexOutOfRangeException
                or InvalidCastException
                or NullReferenceException;

    public RawSheet Sheet(int index) => Raw.Sheets.First(sheet => sheet.Name == Design.Sheets[index].Name);

    private IEnumerable<WorkbookProblem> TicketProblems()
    {
        WorkbookTicket? ticket = Raw.Sheets.FirstOrDefault(sheet => sheet.Name == WorkbookTicket.Sheet) is { } hidden
            ? WorkbookTicketCells.Read(hidden)
            : null;
        if (ticket is null)
        {
            yield return new WorkbookProblem(WorkbookProblems.NotOurs);
        }
        else if (ticket.Kind != Design.Ticket.Kind || ticket.Plan != Design.Ticket.Plan)
        {
            yield return new WorkbookProblem(WorkbookProblems.AnotherForm);
        }
        else if (ticket != Design.Ticket)
        {
            yield return new WorkbookProblem(WorkbookProblems.Stale);
        }
    }

    private IEnumerable<WorkbookProblem> ShapeProblems()
    {
        foreach (
            RawSheet unknown in Raw.Sheets.Where(sheet =>
                sheet.Name != WorkbookTicket.Sheet && Design.Sheets.All(known => known.Name != sheet.Name)
            )
        )
        {
            yield return new WorkbookProblem(WorkbookProblems.SheetUnknown, unknown.Name);
        }

        foreach (SheetDesign design in Design.Sheets)
        {
            RawSheet? sheet = Raw.Sheets.FirstOrDefault(sheet => sheet.Name == design.Name);
            foreach (
                WorkbookProblem problem in sheet is null
                    ? [new WorkbookProblem(WorkbookProblems.SheetMissing, design.Name)]
                    : ShapeProblems(design, sheet)
            )
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<WorkbookProblem> ShapeProblems(SheetDesign design, RawSheet sheet)
    {
        foreach (string area in sheet.Merged)
        {
            yield return new WorkbookProblem(WorkbookProblems.Merged, design.Name, area);
        }

        for (int column = 0; column < design.Columns.Count; column++)
        {
            var at = new CellAddress(SheetDesign.HeadingRow, column + 1);
            if (!design.Columns[column].IsNote && !Same(design.Columns[column].Heading, sheet.Cells.GetValueOrDefault(at)))
            {
                yield return new WorkbookProblem(
                    WorkbookProblems.HeadingChanged,
                    design.Name,
                    at.ToString(),
                    Short(sheet.Cells.GetValueOrDefault(at)?.Text)
                );
            }
        }

        for (int row = 0; row < design.Rows.Count; row++)
        {
            for (int column = 0; column < design.Rows[row].Count; column++)
            {
                var at = new CellAddress(SheetDesign.FirstRow + row, column + 1);
                CellDesign cell = design.Rows[row][column];
                if (cell is { Locked: true, IsNote: false } && !Same(cell.Value, sheet.Cells.GetValueOrDefault(at)))
                {
                    yield return new WorkbookProblem(
                        WorkbookProblems.LockedChanged,
                        design.Name,
                        at.ToString(),
                        Short(sheet.Cells.GetValueOrDefault(at)?.Text)
                    );
                }
            }
        }

        foreach (
            var (at, cell) in sheet
                .Cells.Where(cell => cell.Key.Row > SheetDesign.HeadingRow)
                .OrderBy(cell => cell.Key.Row)
                .ThenBy(cell => cell.Key.Column)
        )
        {
            if (at.Column > design.Columns.Count || at.Row >= SheetDesign.FirstRow + design.Rows.Count)
            {
                yield return new WorkbookProblem(WorkbookProblems.OutsideForm, design.Name, at.ToString(), Short(cell.Text));
            }
        }
    }

    private static bool Same(object? ours, RawCell? theirs) =>
        ours switch
        {
            null or "" => theirs is null,
            decimal number => theirs is not null && CellNumber.Exact(theirs) == number,
            DateOnly day => theirs is not null && CellDate.Read(theirs, countsFrom1904: false) == day,
            // programs may change line ends and trailing spaces of what they save
            _ => theirs is { HasFormula: false } && Plain((string)ours) == Plain(theirs.Text),
        };

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();

    internal static string? Short(string? text) =>
        text is null ? null
        : text.Length <= 40 ? text
        : text[..(char.IsHighSurrogate(text[39]) ? 39 : 40)] + "…";
}
