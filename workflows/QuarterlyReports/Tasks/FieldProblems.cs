using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>The message beside a field that could not be read.</summary>
internal static class FieldProblems
{
    public static Text ValueAndReason { get; } = Texts.ThereValueReasonWhyThereNone;

    public static Text TotalMissing { get; } = Texts.WriteTotalHereNotOnlyGroups;

    public static Text Unanswered { get; } = Texts.GiveValueSayWhyThereNone;

    public static Text NilReason { get; } = Texts.SayWhyThereNothingReport;

    public static Text TooLong { get; } = Texts.TextTooLongAtMostNarrative(narrative: TextBounds.Narrative, reason: TextBounds.Reason);

    public static Text ReasonInWords { get; } = Texts.SayFewWordsWhyThereNo;

    public static Text NilWithFigures { get; } = Texts.ThereFiguresAboveHandThemTake;

    public static Text Of(NotUnderstoodReason reason) =>
        reason switch
        {
            NotUnderstoodReason.TooLong => TooLong,
            NotUnderstoodReason.AmbiguousNumber => Texts.FieldAmbiguousNumber,
            NotUnderstoodReason.Range => Texts.FieldRange,
            NotUnderstoodReason.WrongUnit => Texts.FieldWrongUnit,
            NotUnderstoodReason.NotARatio => Texts.FieldNotARatio,
            NotUnderstoodReason.NotARating or NotUnderstoodReason.NotAStatus or NotUnderstoodReason.DoneInPart => Texts.FieldNotAStatus,
            NotUnderstoodReason.NotYesOrNo => Texts.FieldNotYesOrNo,
            NotUnderstoodReason.NotADate or NotUnderstoodReason.AmbiguousDate => Texts.FieldNotADate,
            NotUnderstoodReason.DayOutside => Texts.FieldDayOutside,
            NotUnderstoodReason.ReasonMissing => Unanswered,
            NotUnderstoodReason.TextMissing => Texts.FieldTextMissing,
            NotUnderstoodReason.WrongCharacters => Texts.FieldWrongCharacters,
            _ => Texts.ANumberAloneIsExpected,
        };
}
