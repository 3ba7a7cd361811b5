using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Tasks;

/// <summary>What stands beside a field that could not be taken.</summary>
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
            NotUnderstoodReason.AmbiguousNumber => Texts.NumberCouldMeanTwoThingsWrite,
            NotUnderstoodReason.Range => Texts.OneExactNumberExpectedNotRange,
            NotUnderstoodReason.WrongUnit => Texts.UnitNotOneShownWriteNumber,
            NotUnderstoodReason.NotARatio => Texts.WritePartAndWhole,
            NotUnderstoodReason.NotYesOrNo => Texts.ChooseYesNoDayOnlyGoes,
            NotUnderstoodReason.NotADate or NotUnderstoodReason.AmbiguousDate => Texts.WriteDayAs20261231,
            NotUnderstoodReason.DayOutside => Texts.DayLiesBeforePlanBeganAfter,
            NotUnderstoodReason.ReasonMissing => Unanswered,
            NotUnderstoodReason.TextMissing => Texts.WriteAFewWords,
            NotUnderstoodReason.WrongCharacters => Texts.SomeCharactersWereDamagedWriteAgain,
            _ => Texts.ANumberAloneIsExpected,
        };
}
