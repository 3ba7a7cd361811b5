using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;

namespace ACip.Workflows.Messaging.Letters;

/// <param name="Value">Written for people, with its unit.</param>
/// <param name="Was">What it was before, where the message has changed it.</param>
/// <param name="Sensitive">True: only the code stands in the mail.</param>
public sealed record UnderstoodLine(string Code, string Label, string Value, string? Was = null, bool Sensitive = false)
{
    /// <summary>True for the author's words; false for a figure.</summary>
    public bool IsText { get; init; }
}

/// <param name="Line">As the person wrote it.</param>
/// <param name="HowToSay">Words in the recipient's language, with an example.</param>
/// <param name="Sensitive">True: the line is not repeated.</param>
public sealed record UnclearLine(string Line, string HowToSay, bool Sensitive = false);

/// <param name="Refusal">In the recipient's language; null where the file is kept.</param>
public sealed record FileLine(string Name, string? Refusal = null);

/// <summary>Repeats to the sender what a reply was understood to say.</summary>
/// <param name="Submitted">True where the reply submitted the answer; false where figures were only noted.</param>
/// <param name="Missing">Codes that are still without an answer.</param>
/// <param name="CorrectUntil">Until when a further reply corrects.</param>
/// <param name="AfterColleague">Name of a colleague who had handed it in before; null where nobody had.</param>
/// <param name="ByColleague">Name of a colleague who has changed what the recipient handed in; null where nobody has.</param>
/// <param name="Questions">About figures that look otherwise than expected; each may be right as it stands.</param>
/// <param name="Nil">There is nothing to report, and why; null where there is.</param>
public sealed record Acknowledgement(
    About About,
    IReadOnlyList<UnderstoodLine> Understood,
    IReadOnlyList<UnclearLine> Unclear,
    IReadOnlyList<FileLine> Files,
    IReadOnlyList<string> Missing,
    bool Submitted,
    DateTimeOffset CorrectUntil,
    Uri Link,
    IReadOnlyList<string>? Questions = null,
    string? AfterColleague = null,
    string? ByColleague = null,
    NilReturn? Nil = null
) : MailContent
{
    /// <summary>Words of the reply that answer no question. They are kept with the report as written. Null if there are none.</summary>
    public string? Kept { get; init; }

    /// <summary>True for a form that is handed in by answering all of it; there is no command for that.</summary>
    public bool HandsInItself { get; init; }

    /// <summary>Name of an officer who has entered it on behalf of the recipient's administration; null where the recipient, or a
    /// colleague, has said it.</summary>
    public string? OnBehalfBy { get; init; }

    /// <summary>True for an officer who had handed it in on behalf of the administration: the link is the report's page, and nothing is
    /// corrected by a reply.</summary>
    public bool IsForOfficer { get; init; }

    /// <summary>Who submits the report of which this is a part; null if it is the whole.</summary>
    public Text? HandedInBy { get; init; }

    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <param name="Codes">Items that the reason stands for; empty: all that the report asks for.</param>
public sealed record NilReturn(string Reason, IReadOnlyList<string> Codes);

/// <summary>Nothing was understood, or nothing for certain.</summary>
public sealed record QuestionBack(About About, IReadOnlyList<UnclearLine> Unclear, DateTimeOffset Until, MailForm Form, Uri Link)
    : MailContent
{
    public override MailKind Kind => MailKind.QuestionBack;
}

/// <summary>Asks the registered address for confirmation, because the sender's domain did not authenticate the answer.</summary>
/// <remarks>Anybody may have written it, so the mail repeats figures only: no sentence and no address of a stranger is sent in the
/// programme's name.</remarks>
public sealed record ConfirmFirst(
    About About,
    IReadOnlyList<UnderstoodLine> Understood,
    IReadOnlyList<UnclearLine> Unclear,
    DateTimeOffset Until,
    Uri Link
) : MailContent
{
    /// <summary>True: no more of this person's mails of today are asked to be confirmed.</summary>
    public bool IsLast { get; init; }

    public override MailKind Kind => MailKind.ConfirmFirst;
}

/// <summary>Tells a person who was asked that the message came too late or could not be read, and that it is not lost: somebody has
/// it.</summary>
/// <param name="Reason">A slug of <see cref="TriageReasons"/>; null where there is nothing to explain: a question, or an answer that was
/// asked back before.</param>
public sealed record PassedOn(string? Reason, DateTimeOffset ReceivedAt) : MailContent
{
    /// <summary>Why the matter is closed, and what can still be done; empty if that is not known.</summary>
    public IReadOnlyList<Text> Because { get; init; } = [];

    /// <summary>Why a person has put it aside, in the officer's words; null while nobody has.</summary>
    public string? DiscardedFor { get; init; }

    public override MailKind Kind => MailKind.PassedOn;
}
