using System.Globalization;
using ACip.Workflows.Languages;

namespace ACip.Workflows.Documents;

/// <summary>Data validation: restricts input in the spreadsheet program, with messages in the reader's language. Reading checks everything
/// again.</summary>
internal static class FormValidations
{
    private static readonly Text WrongTitle = Texts.NotUnderstood;
    private static readonly Text WantsNumber = Texts.Number0MoreWithoutUnit;
    private static readonly Text WantsPercentage = Texts.NumberFrom0100WithoutSign;
    private static readonly Text WantsDate = Texts.DateSuchAs20261231;
    private static readonly Text WantsChoice = Texts.OneOfTheList;

    public static void Write(MarkupText xml, Language language, SheetDesign sheet)
    {
        Run[] all = [.. Enumerable.Range(0, sheet.Columns.Count).SelectMany(column => Runs(sheet, column))];
        if (all.Length == 0)
        {
            return;
        }

        xml.Raw($"<dataValidations count=\"{all.Length.ToString(CultureInfo.InvariantCulture)}\">");
        foreach (Run run in all)
        {
            Write(xml, language, run);
        }

        xml.Raw("</dataValidations>");
    }

    private static IEnumerable<Run> Runs(SheetDesign sheet, int column)
    {
        Run? open = null;
        for (int row = 0; row < sheet.Rows.Count; row++)
        {
            CellDesign cell = sheet.Rows[row][column];
            if (open is not null && (cell.Locked || cell.Kind != open.Kind || Key(cell) != open.Choices))
            {
                yield return open;
                open = null;
            }

            if (!cell.Locked && cell.Kind != CellKind.Text)
            {
                int number = SheetDesign.FirstRow + row;
                open = open is null ? new Run(cell.Kind, Key(cell), number, number, column + 1) : open with { Last = number };
            }
        }

        if (open is not null)
        {
            yield return open;
        }
    }

    private static string Key(CellDesign cell) => cell.Choices is null ? "" : string.Join(",", cell.Choices);

    private static void Write(MarkupText xml, Language language, Run run)
    {
        var (kind, words) = run.Kind switch
        {
            CellKind.Number => ("type=\"decimal\" operator=\"greaterThanOrEqual\"", WantsNumber),
            CellKind.Percentage => ("type=\"decimal\" operator=\"between\"", WantsPercentage),
            CellKind.Date => ("type=\"date\" operator=\"greaterThanOrEqual\"", WantsDate),
            _ => ("type=\"list\"", WantsChoice),
        };
        xml.Raw($"<dataValidation {kind} allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" errorTitle=\"")
            .Whole(WrongTitle.In(language))
            .Raw("\" error=\"")
            .Whole(words.In(language))
            .Raw("\" prompt=\"")
            .Whole(words.In(language))
            .Raw($"\" sqref=\"{new CellAddress(run.First, run.Column)}:{new CellAddress(run.Last, run.Column)}\"><formula1>")
            .Whole(
                run.Kind switch
                {
                    CellKind.Number or CellKind.Percentage => "0",
                    CellKind.Date => "1", // the first day that a spreadsheet knows
                    _ => $"\"{run.Choices}\"",
                }
            )
            .Raw("</formula1>")
            .Raw(run.Kind == CellKind.Percentage ? "<formula2>100</formula2>" : "")
            .Raw("</dataValidation>");
    }

    private sealed record Run(CellKind Kind, string Choices, int First, int Last, int Column);
}
