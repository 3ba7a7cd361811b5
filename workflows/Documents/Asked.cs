using ACip.Workflows.ActionPlans.Workbook;
using ACip.Workflows.Languages;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Text = ACip.Workflows.Languages.Text;

namespace ACip.Workflows.Documents;

/// <summary>Data validation: what a spreadsheet program lets people type, told in their language. Reading checks it all again.</summary>
internal static class Asked
{
    private static readonly Text WrongTitle = Texts.NotUnderstood;
    private static readonly Text WantsNumber = Texts.Number0MoreWithoutUnit;
    private static readonly Text WantsPercentage = Texts.NumberFrom0100WithoutSign;
    private static readonly Text WantsDate = Texts.DateSuchAs20261231;
    private static readonly Text WantsChoice = Texts.OneOfTheList;

    public static DataValidations? Validations(Language language, SheetDesign sheet)
    {
        List<DataValidation> all =
        [
            .. Enumerable.Range(0, sheet.Columns.Count).SelectMany(column => Runs(sheet, column)).Select(run => Make(language, run)),
        ];
        return all.Count == 0 ? null : new DataValidations(all) { Count = (uint)all.Count };
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

    private static DataValidation Make(Language language, Run run)
    {
        var (type, words) = run.Kind switch
        {
            CellKind.Number => (DataValidationValues.Decimal, WantsNumber),
            CellKind.Percentage => (DataValidationValues.Decimal, WantsPercentage),
            CellKind.Date => (DataValidationValues.Date, WantsDate),
            _ => (DataValidationValues.List, WantsChoice),
        };
        var validation = new DataValidation
        {
            Type = type,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = WrongTitle.In(language),
            Error = words.In(language),
            ShowInputMessage = true,
            Prompt = words.In(language),
            SequenceOfReferences = new ListValue<StringValue>
            {
                InnerText = $"{new CellAddress(run.First, run.Column)}:{new CellAddress(run.Last, run.Column)}",
            },
        };
        switch (run.Kind)
        {
            case CellKind.Percentage:
                validation.Operator = DataValidationOperatorValues.Between;
                validation.Append(new Formula1("0"), new Formula2("100"));
                break;
            case CellKind.Number:
                validation.Operator = DataValidationOperatorValues.GreaterThanOrEqual;
                validation.Append(new Formula1("0"));
                break;
            case CellKind.Date:
                validation.Operator = DataValidationOperatorValues.GreaterThanOrEqual;
                validation.Append(new Formula1("1"));
                break;
            default:
                validation.Append(new Formula1($"\"{run.Choices}\""));
                break;
        }

        return validation;
    }

    private sealed record Run(CellKind Kind, string Choices, int First, int Last, int Column);
}
