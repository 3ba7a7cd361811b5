using ACip.Workflows.Documents;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>The two rows for the counts under a share. They are separate numbers, because a spreadsheet turns 12/20 into a date.</summary>
internal static class CountCells
{
    /// <param name="group">Null: of all.</param>
    public static IEnumerable<IReadOnlyList<CellDesign>> Of(FormItem item, string? group, Language language)
    {
        if (item.Ratio is not { } names || item.Sensitive)
        {
            yield break;
        }

        Ratio? given = group is null ? item.Context.Given?.Counts?.Total : item.Context.Given?.Counts?.Of(group);
        string? label = group is null ? null : GroupWords.Label(group, language);
        yield return Row(item.Code, label, names.Numerator, given?.Numerator);
        yield return Row(item.Code, label, names.Denominator, given?.Denominator);
    }

    /// <summary>Reads them, if the form has them.</summary>
    /// <param name="share">The row above; a share that was left open is theirs.</param>
    /// <param name="number">What stands in the row above: what the counts make where nothing does.</param>
    /// <returns>Null where they are empty, or cannot be taken.</returns>
    public static Ratio? Read(
        FilledWorkbook filled,
        FormItem item,
        RowReader share,
        ref decimal? number,
        ref int row,
        ICollection<WorkbookProblem> problems
    )
    {
        if (item.Ratio is null || item.Sensitive)
        {
            return null;
        }

        decimal? numerator = Number(filled, row++, problems);
        decimal? denominator = Number(filled, row++, problems);
        if (numerator is null && denominator is null)
        {
            return null;
        }

        if (
            numerator is not { } part
            || denominator is not { } whole
            || new Ratio(part, whole) is not { IsSound: true } ratio
            || (number is { } beside && !ratio.IsAbout(beside))
        )
        {
            share.Report(WorkbookProblems.NotARatio, FiguresWorkbook.Value);
            return null;
        }

        number = ratio.Percent;
        return ratio;
    }

    private static decimal? Number(FilledWorkbook filled, int row, ICollection<WorkbookProblem> problems)
    {
        var line = new RowReader(filled, 0, row, problems);
        line.Skip(FiguresWorkbook.Value - 1);
        return line.Number();
    }

    private static CellDesign[] Row(string code, string? group, string name, decimal? given) =>
        [
            .. new object?[] { code, group, name, null, null, null }.Select(CellDesign.Label),
            new CellDesign(CellKind.Number, given),
            CellDesign.Label(null),
            CellDesign.Label(null),
            CellDesign.Note(""),
        ];
}
