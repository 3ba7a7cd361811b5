using ACip.Workflows.Languages;

namespace ACip.Workflows.ReplyParsing;

/// <summary>Sentences that tell the sender how to write what was not understood.</summary>
internal static class AskingBack
{
    public static Text Sentence(NotUnderstoodReason reason, string? code)
    {
        string c = code ?? "B3";
        return reason switch
        {
            NotUnderstoodReason.AmbiguousNumber => Texts.AskAmbiguousNumber(c: c),
            NotUnderstoodReason.NotANumber => Texts.AskNotANumber(c: c),
            NotUnderstoodReason.Range => Texts.AskRange(c: c),
            NotUnderstoodReason.NotARatio => Texts.AskNotARatio(c: c),
            NotUnderstoodReason.NotARating => Texts.AskNotARating(c: c),
            NotUnderstoodReason.NotAStatus => Texts.AskNotAStatus(c: c),
            NotUnderstoodReason.DoneInPart => Texts.AskDoneInPart(c: c),
            NotUnderstoodReason.NotMoreTime => Texts.AskNotMoreTime,
            NotUnderstoodReason.NotAnAssignment => Texts.AskNotAnAssignment(c: c),
            NotUnderstoodReason.WrongUnit => Texts.AskWrongUnit,
            NotUnderstoodReason.NotYesOrNo => Texts.AskNotYesOrNo(c: c),
            NotUnderstoodReason.NotADate => Texts.AskNotADate(c: c),
            NotUnderstoodReason.AmbiguousDate => Texts.AskAmbiguousDate(c: c),
            NotUnderstoodReason.ReasonMissing => Texts.AskReasonMissing,
            NotUnderstoodReason.TextMissing => Texts.AskTextMissing,
            NotUnderstoodReason.UnknownCode => Texts.AskUnknownCode,
            NotUnderstoodReason.NoCode => Texts.AskNoCode,
            NotUnderstoodReason.SaidTwice => Texts.AskSaidTwice(c: c),
            NotUnderstoodReason.CutLine => Texts.AskCutLine(c: c),
            NotUnderstoodReason.WrongCharacters => Texts.AskWrongCharacters,
            NotUnderstoodReason.ThroughTheLink => Texts.AskThroughTheLink(c: c),
            NotUnderstoodReason.OutsideTheBrackets => Texts.AskOutsideTheBrackets(c: c),
            NotUnderstoodReason.InTheWorkbook => Texts.AskInTheWorkbook,
            NotUnderstoodReason.TooLong => Texts.AskTooLong(narrative: TextBounds.Narrative, reason: TextBounds.Reason),
            NotUnderstoodReason.TwoCommands => Texts.AskTwoCommands,
            NotUnderstoodReason.SeveralCodes => Texts.AskSeveralCodes(c: c),
            NotUnderstoodReason.InASentence => Texts.AskInASentence(c: c),
            NotUnderstoodReason.NilOrItem => Texts.AskNilOrItem(c: c),
            NotUnderstoodReason.DayOutside => Texts.AskDayOutside(c: c),
            NotUnderstoodReason.CommandInWords => Texts.AskCommandInWords,
            _ => Texts.StandsWhatLooksLikeSignatureWrite(c: c),
        };
    }
}
