using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>The sentences that say how to write what was not understood.</summary>
internal static class AskingBack
{
    public static Text Sentence(NotUnderstoodReason reason, string? code)
    {
        string c = code ?? "B3";
        return reason switch
        {
            NotUnderstoodReason.AmbiguousNumber => Texts.NumberCouldMeanTwoThingsWrite(c: c),
            NotUnderstoodReason.NotANumber => Texts.NumberAloneExpectedInstanceC45(c: c),
            NotUnderstoodReason.Range => Texts.OneExactNumberExpectedNotRange(c: c),
            NotUnderstoodReason.NotARatio => Texts.TwoCountsExpected(c: c),
            NotUnderstoodReason.WrongUnit => Texts.UnitNotOneFormWriteNumber,
            NotUnderstoodReason.NotYesOrNo => Texts.YesNoExpectedWithDateIf(c: c),
            NotUnderstoodReason.NotADate => Texts.DateExpectedInstanceC202610(c: c),
            NotUnderstoodReason.AmbiguousDate => Texts.DateCouldMeanTwoDaysWrite(c: c),
            NotUnderstoodReason.ReasonMissing => Texts.PleaseSayWhyAfterColonInstance,
            NotUnderstoodReason.TextMissing => Texts.PleaseWriteYourTextAfterColon,
            NotUnderstoodReason.UnknownCode => Texts.CodeNotFormUseCodesForm,
            NotUnderstoodReason.NoCode => Texts.WhichItemPutCodeFrontInstance,
            NotUnderstoodReason.SaidTwice => Texts.TwoDifferentAnswersGivenCWhich(c: c),
            NotUnderstoodReason.CutLine => Texts.LineMayBeenCutMailProgram(c: c),
            NotUnderstoodReason.WrongCharacters => Texts.SomeCharactersWereDamagedWayPlease,
            NotUnderstoodReason.ThroughTheLink => Texts.AnswerCConfidentialPleaseGiveThrough(c: c),
            NotUnderstoodReason.OutsideTheBrackets => Texts.MeantAsAnswerWriteBetweenBrackets(c: c),
            NotUnderstoodReason.InTheWorkbook => Texts.CorrectCellSendWorkbookAgainWrite,
            NotUnderstoodReason.TooLong => Texts.TextTooLongAtMostNarrative(narrative: TextBounds.Narrative, reason: TextBounds.Reason),
            NotUnderstoodReason.TwoCommands => Texts.MoreThanOneCommandFoundPlease,
            NotUnderstoodReason.SeveralCodes => Texts.OneAnswerStandsSeveralItemsPlease(c: c),
            NotUnderstoodReason.InASentence => Texts.NamesCButNotTakenAs(c: c),
            NotUnderstoodReason.NilOrItem => Texts.ThereNothingReportAtAllThen(c: c),
            NotUnderstoodReason.DayOutside => Texts.DayLiesBeforePlanBeganAfter(c: c),
            NotUnderstoodReason.CommandInWords => Texts.MeantAsCommandMustStandAlone,
            _ => Texts.StandsWhatLooksLikeSignatureWrite(c: c),
        };
    }
}
