using System.Text.Json.Serialization;
using ACip.Workflows.Languages;
using ACip.Workflows.Programme;

namespace ACip.Workflows.ReplyParsing;

/// <summary>A command in a reply. It is alone on its line, and a mail has at most one.</summary>
public abstract record Command
{
    private Command() { }

    public sealed record Submit : Command;

    /// <param name="Reason">Why there is nothing to report; never empty.</param>
    public sealed record Nil(string Reason) : Command;

    /// <param name="Text">The question; never empty.</param>
    public sealed record Question(string Text) : Command;

    public sealed record Correct : Command;

    /// <param name="Day">Until when.</param>
    /// <param name="Reason">Why; never empty.</param>
    public sealed record MoreTime(DateOnly Day, string Reason) : Command;

    /// <summary>An answer to an assigned part. It is kept and submits nothing. No words express this command; the task implies
    /// it.</summary>
    public sealed record Part : Command;
}

/// <summary>Items that somebody else is to answer.</summary>
/// <param name="Items">Codes, each once, in the order in which they were named.</param>
/// <param name="Line">As it was written.</param>
public sealed record AssignedItems(IReadOnlyList<string> Items, string Address, string Line);

/// <summary>One answer, as understood.</summary>
/// <param name="Code">Code of the item, as in the form.</param>
/// <param name="Value">For numbers and percentages (45 for 45 %), in the item's unit.</param>
/// <param name="Reached">For yes or no.</param>
/// <param name="Date">Day given, Gregorian; for a yes or no item, the day it was reached.</param>
/// <param name="MissingReason">Why there is no value; then nothing else is set.</param>
/// <param name="Groups">Values by group, keyed by the group's word as in <see cref="FormItem.Groups"/>.</param>
/// <param name="Line">The line as the person wrote it.</param>
public sealed record ReplyFigure(
    string Code,
    decimal? Value,
    bool? Reached,
    DateOnly? Date,
    string? MissingReason,
    string? Narrative,
    IReadOnlyDictionary<string, decimal> Groups,
    string Line
)
{
    /// <summary>True if it is everything that is said about the item, as on a page that shows the earlier answer; a line of a mail only
    /// says what it names.</summary>
    public bool IsWhole { get; init; }

    /// <summary>The counts behind a share; null if it was given without.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GivenCounts? Counts { get; init; }

    /// <summary>The status of a result or an activity. The accompanying sentence is the narrative.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ItemStatus? Status { get; init; }
}

/// <summary>Why something is asked back. The names are part of the API; <see cref="NotUnderstood.HowToSay"/> is for people.</summary>
public enum NotUnderstoodReason
{
    /// <summary>A number with two possible meanings, such as 1.234.</summary>
    AmbiguousNumber,
    NotANumber,
    Range,
    WrongUnit,
    NotYesOrNo,
    NotADate,
    AmbiguousDate,
    ReasonMissing,
    TextMissing,
    UnknownCode,
    NoCode,
    SaidTwice,
    CutLine,
    WrongCharacters,
    ThroughTheLink,
    OutsideTheBrackets,
    TwoCommands,
    InTheSignature,

    /// <summary>A cell of an attached workbook; the line names it and says what is wrong.</summary>
    InTheWorkbook,

    /// <summary>One answer follows several codes.</summary>
    SeveralCodes,

    /// <summary>An item is mentioned in a sentence.</summary>
    InASentence,

    /// <summary>NIL, beside figures or about one item.</summary>
    NilOrItem,

    /// <summary>A day before the plan began or after the period, perhaps of another calendar.</summary>
    DayOutside,

    /// <summary>A command that does not stand alone on its line.</summary>
    CommandInWords,

    /// <summary>A text above its limit, or more than is read.</summary>
    TooLong,

    /// <summary>Two counts that are not a part and its whole, or not those of the share beside them.</summary>
    NotARatio,

    /// <summary>A result is on track, constrained, without progress, or met.</summary>
    NotARating,

    /// <summary>An activity is done, under way, delayed or cancelled.</summary>
    NotAStatus,

    /// <summary>"Done in part": neither done nor not.</summary>
    DoneInPart,

    /// <summary>MORE TIME, without a day or without a reason.</summary>
    NotMoreTime,

    /// <summary>ASSIGN, without items of the form or without one address.</summary>
    NotAnAssignment,
}

/// <summary>Something that looks like an answer or a command and could not be read with certainty.</summary>
/// <param name="Line">As the person wrote it; only the code where the item is sensitive.</param>
/// <param name="Code">The item meant, where that is known.</param>
public sealed record NotUnderstood(string Line, string? Code, NotUnderstoodReason Reason)
{
    /// <summary>All items meant, where there are several.</summary>
    public IReadOnlyList<string> Codes { get; init; } = Code is null ? [] : [Code];

    /// <summary>A sentence that explains how to write it.</summary>
    public Text HowToSay => Instead ?? AskingBack.Sentence(Reason, Code);

    /// <summary>What to say if the line was understood but cannot be accepted; null to explain how to write it.</summary>
    [JsonIgnore]
    public Text? Instead { get; init; }
}

/// <summary>Everything that a reply says.</summary>
/// <param name="Command">Null when there is none, or more than one.</param>
/// <param name="Figures">In the order of the form; at most one for each item.</param>
/// <param name="NotUnderstood">In the order of the mail.</param>
public sealed record ParsedReply(Command? Command, IReadOnlyList<ReplyFigure> Figures, IReadOnlyList<NotUnderstood> NotUnderstood)
{
    /// <summary>What others are asked for, with or without a command.</summary>
    [JsonIgnore]
    public IReadOnlyList<AssignedItems> Assigned { get; init; } = [];

    /// <summary>The person's own lines with their classification.</summary>
    public IReadOnlyList<ReadLine> Lines { get; init; } = [];

    /// <summary>The words that are neither answer nor courtesy, as written; empty if there are none.</summary>
    public string Narrative => string.Join('\n', Lines.Where(line => line.End == LineEnd.Narrative).Select(line => line.Line));
}
