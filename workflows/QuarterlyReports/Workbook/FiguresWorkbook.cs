using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Documents;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>The form of one quarter as a workbook, sent out with the task mail and returned as an attachment.</summary>
public static class FiguresWorkbook
{
    internal const int Value = 7;

    /// <returns>An .xlsx file; the same form gives the same bytes.</returns>
    public static byte[] Write(FiguresForm form) => WorkbookWriter.Write(FiguresSheets.Of(form));

    /// <summary>What the coordinator filled in.</summary>
    /// <param name="form">The form that was handed out.</param>
    public static ParsedWorkbook<FilledFigures> Read(byte[] file, FiguresForm form)
    {
        var (filled, problems) = FilledWorkbook.Open(file, FiguresSheets.Of(form));
        if (filled is null)
        {
            return new ParsedWorkbook<FilledFigures>(null, problems);
        }

        var found = new List<WorkbookProblem>();
        var entries = new Dictionary<string, FilledFigure>(StringComparer.Ordinal);
        int row = 0;
        foreach (FormItem item in form.Items)
        {
            entries[item.Code] = ReadItem(filled, item, ref row, found);
        }

        string? account = new RowReader(filled, 1, 0, found).TextOrNull();
        return new ParsedWorkbook<FilledFigures>(new FilledFigures(entries, string.IsNullOrWhiteSpace(account) ? null : account), found);
    }

    private static FilledFigure ReadItem(FilledWorkbook filled, FormItem item, ref int row, List<WorkbookProblem> problems)
    {
        var line = new RowReader(filled, 0, row++, problems);
        line.Skip(Value - 1);
        decimal? number = null;
        bool? reached = null;
        ItemStatus? status = null;
        DateOnly? date = null;
        string? text = null;
        int before = problems.Count;
        switch (item.Kind)
        {
            case FormItemKind.Number or FormItemKind.Percentage when !item.Sensitive:
                number = line.Number(FiguresSheets.KindOf(item));
                break;
            case FormItemKind.ResultStatus or FormItemKind.ActivityStatus:
                status = line.Choice(StatusCells.Choices(item.Kind));
                break;
            case FormItemKind.YesNo when !item.Sensitive:
                reached = line.Choice(Choices.YesNo);
                break;
            case FormItemKind.Date when !item.Sensitive:
                date = line.Date();
                break;
            default:
                text = line.TextOrNull();
                break;
        }

        string? reason = Given(line.TextOrNull());
        string? comment = Given(line.TextOrNull());
        Ratio? counts = CountCells.Read(filled, item, line, ref number, ref row, problems);
        bool hasValue = number is not null || status is not null || reached is not null || date is not null || Given(text) is not null;
        if (hasValue && reason is not null)
        {
            line.Report(WorkbookProblems.ValueAndReason, Value + 1);
            (number, reached, date, text, reason, status) = (null, null, null, null, null, null);
        }
        else if (reason is not null && !GivenReason.IsOne(reason))
        {
            line.Report(WorkbookProblems.NoReason, Value + 1);
            reason = null;
        }

        (Dictionary<string, decimal> groups, Dictionary<string, Ratio> ratios) = ReadGroups(filled, item, ref row, problems);
        return new FilledFigure(number, reached, date, Given(text), reason, comment, groups, problems.Count > before)
        {
            Counts = GivenCounts.Of(reason is null ? counts : null, ratios),
            Status = status,
        };
    }

    private static (Dictionary<string, decimal> Values, Dictionary<string, Ratio> Ratios) ReadGroups(
        FilledWorkbook filled,
        FormItem item,
        ref int row,
        List<WorkbookProblem> problems
    )
    {
        var groups = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var ratios = new Dictionary<string, Ratio>(StringComparer.Ordinal);
        foreach (string group in item.Sensitive ? [] : item.Groups ?? [])
        {
            var part = new RowReader(filled, 0, row++, problems);
            part.Skip(Value - 1);
            decimal? share = part.Number(FiguresSheets.KindOf(item));
            if (CountCells.Read(filled, item, part, ref share, ref row, problems) is { } ratio)
            {
                ratios[group] = ratio;
            }

            if (share is { } value)
            {
                groups[group] = value;
            }
        }

        return (groups, ratios);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
