using ACip.Workflows.Languages;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>What is said about files of answers and their lines.</summary>
public static class ImportWords
{
    public static Text Of(string rule) =>
        rule switch
        {
            "register-quotes" => Texts.QuotationMarkNotClosed,
            "register-columns" => Texts.MoreFewerValuesThanThereHeadings,
            "survey-answer" => Texts.Answer15Empty,
            "survey-stratum" => Texts.NoSuchStratumSamplingFrame,
            "survey-not-asked" => Texts.GroupNotAsked,
            "survey-no-answer" => Texts.NothingIsAnswered,
            "survey-file-damaged" => Texts.TheFileIsDamaged,
            "survey-file-empty" => Texts.TheFileIsEmpty,
            "survey-file-heading-twice" => Texts.AHeadingStandsTwice,
            "survey-file-group" => Texts.WithoutColumnGroupStrataCannotTold,
            _ => Texts.FirstLineNeedsHeadingsStratumCodes,
        };

    public static Text Converted(string from) =>
        from switch
        {
            AnswerFile.Workbook => Texts.ReadFromAWorkbook,
            AnswerFile.Utf16 => Texts.ReadAsUTF16,
            _ => Texts.ReadAsWindows1252,
        };
}
