using ACip.Workflows.Languages;

namespace ACip.Workflows.Surveys.Imports;

/// <summary>What is said about files of answers and their lines.</summary>
public static class ImportWords
{
    public static Text Of(string rule) =>
        rule switch
        {
            "register-quotes" => Texts.FileQuoteOpen,
            "register-columns" => Texts.FileValuesAndHeadings,
            "survey-answer" => Texts.FileAnswerRange,
            "survey-stratum" => Texts.FileNoSuchStratum,
            "survey-not-asked" => Texts.FileGroupNotAsked,
            "survey-no-answer" => Texts.FileNothingAnswered,
            "survey-file-damaged" => Texts.FileDamaged,
            "survey-file-empty" => Texts.FileEmpty,
            "survey-file-heading-twice" => Texts.FileHeadingTwice,
            "survey-file-group" => Texts.FileNeedsGroup,
            _ => Texts.FileNeedsHeadings,
        };

    public static Text Converted(string from) =>
        from switch
        {
            AnswerFile.Workbook => Texts.FileReadFromWorkbook,
            AnswerFile.Utf16 => Texts.FileReadAsUtf16,
            _ => Texts.FileReadAsWindows1252,
        };
}
