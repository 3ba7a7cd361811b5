using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Documents;

/// <summary>One row of a completed sheet, read cell by cell from the left. A cell that cannot be read produces a problem that names it,
/// and a default value.</summary>
internal sealed class RowReader(FilledWorkbook workbook, int sheet, int row, ICollection<WorkbookProblem> problems)
{
    private readonly RawSheet raw = workbook.Sheet(sheet);
    private readonly SheetDesign design = workbook.Design.Sheets[sheet];
    private int column;

    public bool IsBlank =>
        Enumerable.Range(1, design.Columns.Count).All(at => !raw.Cells.ContainsKey(new CellAddress(SheetDesign.FirstRow + row, at)));

    public void Skip(int cells = 1) => column += cells;

    public string Text() => TextOrNull() ?? "";

    public string Code() => Text().Trim();

    public string? TextOrNull()
    {
        RawCell? cell = Next(CellKind.Text);
        return cell switch
        {
            null => null,
            { Kind: RawKind.Boolean } => cell.Text == "1" ? "TRUE" : "FALSE",
            _ => cell.Text,
        };
    }

    public decimal? Number(CellKind kind = CellKind.Number)
    {
        if (Next(kind) is not { } cell)
        {
            return null;
        }

        var (value, rule) = CellNumber.Read(cell, kind);
        Report(rule, cell);
        return value;
    }

    public int Whole(int otherwise)
    {
        CellAddress at = At();
        decimal? number = Number();
        if (number is null || (number == Math.Truncate(number.Value) && number < int.MaxValue))
        {
            return (int)(number ?? otherwise);
        }

        problems.Add(new WorkbookProblem(WorkbookProblems.OutOfRange, design.Name, at.ToString()));
        return otherwise;
    }

    public DateOnly? Date()
    {
        if (Next(CellKind.Date) is not { } cell)
        {
            return null;
        }

        DateOnly? day = CellDate.Read(cell, workbook.Raw.CountsFrom1904);
        Report(day is null ? WorkbookProblems.NotADate : null, cell);
        return day;
    }

    /// <summary>A day that must be there: a blank cell is a problem, too.</summary>
    public DateOnly? DateNeeded()
    {
        (CellAddress at, int told) = (At(), problems.Count);
        DateOnly? day = Date();
        if (day is null && problems.Count == told)
        {
            problems.Add(new WorkbookProblem(WorkbookProblems.NotADate, design.Name, at.ToString()));
        }

        return day;
    }

    /// <summary>The chosen value; labels of every language are understood.</summary>
    public T? Choice<T>(IReadOnlyList<Choice<T>> choices)
        where T : struct
    {
        if (Next(CellKind.Choice) is not { } cell)
        {
            return null;
        }

        T? chosen = choices.FirstOrDefault(choice => choice.IsLabel(cell.Text))?.Value;
        Report(chosen is null ? WorkbookProblems.NotAChoice : null, cell);
        return chosen;
    }

    public IReadOnlyList<T> Several<T>(IReadOnlyList<Choice<T>> choices)
        where T : struct
    {
        if (Next(CellKind.Text) is not { } cell)
        {
            return [];
        }

        List<Choice<T>?> chosen = [.. Items(cell.Text, ';').Select(item => choices.FirstOrDefault(choice => choice.IsLabel(item)))];
        Report(chosen.Contains(null) ? WorkbookProblems.NotAList : null, cell);
        return [.. chosen.OfType<Choice<T>>().Select(choice => choice.Value)];
    }

    public IReadOnlyList<int> Numbers()
    {
        if (Next(CellKind.Text) is not { } cell)
        {
            return [];
        }

        List<int?> numbers =
        [
            .. Items(TypedDigits.Plain(cell.Text), ';')
                .SelectMany(part => Items(part, ','))
                .Select(item => int.TryParse(item, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? (int?)number : null),
        ];
        Report(numbers.Contains(null) ? WorkbookProblems.NotAList : null, cell);
        return [.. numbers.OfType<int>()];
    }

    public IReadOnlyList<string> Words() => TextOrNull() is { } text ? [.. Items(text, ';')] : [];

    public void Report(string rule, int atColumn) =>
        problems.Add(new WorkbookProblem(rule, design.Name, new CellAddress(SheetDesign.FirstRow + row, atColumn).ToString()));

    public static IEnumerable<string> Items(string text, char separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private CellAddress At() => new(SheetDesign.FirstRow + row, column + 1);

    private RawCell? Next(CellKind kind)
    {
        RawCell? cell = raw.Cells.GetValueOrDefault(At());
        column++;
        string? rule = cell switch
        {
            { HasFormula: true } => WorkbookProblems.Formula,
            { Kind: RawKind.Error } => WorkbookProblems.ErrorValue,
            { Kind: RawKind.Text, Text.Length: > CellText.Longest } => WorkbookProblems.TooLong,
            _ => null,
        };
        Report(rule, cell);
        // blanks count as nothing only where no words are asked
        return rule is not null || cell is null || (kind != CellKind.Text && string.IsNullOrWhiteSpace(cell.Text)) ? null : cell;
    }

    private void Report(string? rule, RawCell? cell)
    {
        if (rule is not null)
        {
            problems.Add(
                new WorkbookProblem(
                    rule,
                    design.Name,
                    new CellAddress(SheetDesign.FirstRow + row, column).ToString(),
                    FilledWorkbook.Short(cell?.Text)
                )
            );
        }
    }
}

/// <summary>A value with the label that people choose. Labels hold no comma and no semicolon.</summary>
internal sealed record Choice<T>(T Value, Text Label)
{
    public bool IsLabel(string text)
    {
        string typed = text.Trim();
        return Language.OfMail.Any(language => Same(typed, Label.In(language)));
    }

    private static bool Same(string typed, string label) => typed.Equals(label, StringComparison.OrdinalIgnoreCase);
}
