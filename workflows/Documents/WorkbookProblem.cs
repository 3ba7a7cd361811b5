using ACip.Workflows.Languages;

namespace ACip.Workflows.Documents;

/// <summary>The content of a workbook and its problems. Reading always returns this and never throws, whatever people send.</summary>
/// <param name="Content">Null where the workbook as a whole could not be used.</param>
/// <param name="Problems">Empty if all was well. With content present, each names a cell whose value was not taken.</param>
public sealed record ParsedWorkbook<T>(T? Content, IReadOnlyList<WorkbookProblem> Problems)
    where T : class;

/// <param name="Rule">Slug of what is wrong, from <see cref="WorkbookProblems"/>.</param>
/// <param name="Sheet">Name on the tab; null where the whole file is meant.</param>
/// <param name="Cell">Such as G7; null where the whole sheet is meant.</param>
/// <param name="Found">What stands there, shortened; null if nothing does.</param>
public sealed record WorkbookProblem(string Rule, string? Sheet = null, string? Cell = null, string? Found = null)
{
    public string In(Language language)
    {
        string place = (Sheet, Cell) switch
        {
            (null, _) => "",
            (_, null) => $"{Sheet}: ",
            _ => $"{Sheet}!{Cell}: ",
        };
        return place + WorkbookProblems.Words[Rule].In(language) + (Found is null ? "" : $" [{Found}]");
    }
}

/// <summary>Everything that can be wrong, in the words of the answer.</summary>
public static class WorkbookProblems
{
    public const string NotAWorkbook = "not-a-workbook";
    public const string Protected = "protected-file";
    public const string TooLarge = "too-large";
    public const string ZipBomb = "zip-bomb";
    public const string Macros = "macros";
    public const string ExternalLink = "external-link";
    public const string Embedded = "embedded-object";
    public const string NotOurs = "not-our-form";
    public const string AnotherForm = "another-form";
    public const string Stale = "stale-form";
    public const string SheetMissing = "sheet-missing";
    public const string SheetUnknown = "sheet-unknown";
    public const string HeadingChanged = "heading-changed";
    public const string LockedChanged = "locked-cell-changed";
    public const string Merged = "merged-cells";
    public const string OutsideForm = "outside-the-form";
    public const string Formula = "formula";
    public const string ErrorValue = "error-value";
    public const string NotANumber = "not-a-number";
    public const string Ambiguous = "ambiguous-number";
    public const string OutOfRange = "out-of-range";
    public const string PercentSign = "unexpected-percent";
    public const string NotADate = "not-a-date";
    public const string NotAChoice = "not-a-choice";
    public const string NotAList = "not-a-list";
    public const string TooLong = "too-long";
    public const string CodeMissing = "code-missing";
    public const string CodeUnknown = "code-unknown";
    public const string ValueAndReason = "value-and-reason";
    public const string NotARatio = "not-a-ratio";
    public const string NoReason = "reason-missing";
    public const string Sensitive = "sensitive-by-link-only";

    public static IReadOnlyDictionary<string, Text> Words { get; } =
        new Dictionary<string, Text>
        {
            [NotAWorkbook] = Texts.ProblemNotAWorkbook,
            [Protected] = Texts.ProblemProtected,
            [TooLarge] = Texts.ProblemTooLarge,
            [ZipBomb] = Texts.ProblemZipBomb,
            [Macros] = Texts.ProblemMacros,
            [ExternalLink] = Texts.ProblemExternalLink,
            [Embedded] = Texts.ProblemEmbedded,
            [NotOurs] = Texts.ProblemNotOurs,
            [AnotherForm] = Texts.ProblemAnotherForm,
            [Stale] = Texts.ProblemStale,
            [SheetMissing] = Texts.ProblemSheetMissing,
            [SheetUnknown] = Texts.ProblemSheetUnknown,
            [HeadingChanged] = Texts.ProblemHeadingChanged,
            [LockedChanged] = Texts.ProblemLockedChanged,
            [Merged] = Texts.ProblemMerged,
            [OutsideForm] = Texts.ProblemOutsideForm,
            [Formula] = Texts.ProblemFormula,
            [ErrorValue] = Texts.ProblemErrorValue,
            [NotANumber] = Texts.ProblemNotANumber,
            [Ambiguous] = Texts.ProblemAmbiguous,
            [OutOfRange] = Texts.ProblemOutOfRange,
            [PercentSign] = Texts.ProblemPercentSign,
            [NotADate] = Texts.ProblemNotADate,
            [NotAChoice] = Texts.ProblemNotAChoice,
            [NotAList] = Texts.ProblemNotAList,
            [TooLong] = Texts.ProblemTooLong,
            [CodeMissing] = Texts.ProblemCodeMissing,
            [CodeUnknown] = Texts.ProblemCodeUnknown,
            [NotARatio] = Texts.ProblemNotARatio,
            [ValueAndReason] = Texts.ProblemValueAndReason,
            [NoReason] = Texts.ProblemNoReason,
            [Sensitive] = Texts.ProblemSensitive,
        };
}
