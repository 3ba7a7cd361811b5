using ACip.Workflows.Languages;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Programme;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What a mail says: one record for each kind. Give it to <see cref="MailTexts.RenderAsync"/>.</summary>
public abstract record MailContent
{
    private protected MailContent() { }

    public abstract MailKind Kind { get; }

    /// <summary>Until then the recipient should have read it: where that leaves time, it may wait for their digest. Null: it goes out at
    /// once.</summary>
    public virtual DateTimeOffset? ReadBy => null;
}

/// <summary>Everything that waited for one person, in one mail.</summary>
/// <param name="Choose">Where one chooses how often; null where that is not open to the person.</param>
/// <param name="Covers">What it stands for: stream and key of each mail, joined by a tilde.</param>
public sealed record Digest(IReadOnlyList<DigestLine> Lines, Uri? Choose, IReadOnlyList<string> Covers) : MailContent
{
    public override MailKind Kind => MailKind.Digest;
}

/// <summary>What a task is about, as a subject line names it.</summary>
public abstract record About
{
    private About() { }

    /// <param name="End">Last day covered, inclusive.</param>
    public sealed record Report(Text Administration, DateOnly Start, DateOnly End) : About;

    public sealed record Plan(Text Administration, string Title) : About;

    /// <param name="End">Last day of the donor period, inclusive.</param>
    public sealed record DonorReport(string Donor, DateOnly Start, DateOnly End) : About;

    /// <summary>Anything else of one administration.</summary>
    public sealed record Matter(Text Administration, Text Title) : About;
}

/// <summary>The form that is answered by replying.</summary>
/// <param name="Text">For the plain text.</param>
/// <param name="Html">A fragment whose text is escaped; null: the plain text stands in the HTML too.</param>
public sealed record MailForm(string Text, string? Html = null)
{
    /// <summary>Sensitive items show their code alone.</summary>
    public static MailForm Of(IReadOnlyList<FormItem> items, Language language) =>
        new(ReplyForm.Write(items, language), ReplyForm.Html(items, language));
}

/// <param name="Value">Written for people, with its unit.</param>
/// <param name="Was">What it was before, where the message has changed it.</param>
/// <param name="Sensitive">True: only the code stands in the mail.</param>
public sealed record UnderstoodLine(string Code, string Label, string Value, string? Was = null, bool Sensitive = false)
{
    /// <summary>True: words of whoever wrote it, and no figure.</summary>
    public bool IsText { get; init; }
}

/// <param name="Line">As the person wrote it.</param>
/// <param name="HowToSay">Words in the recipient's language, with an example.</param>
/// <param name="Sensitive">True: the line is not repeated.</param>
public sealed record UnclearLine(string Line, string HowToSay, bool Sensitive = false);

/// <param name="Refusal">In the recipient's language; null where the file is kept.</param>
public sealed record FileLine(string Name, string? Refusal = null);

/// <param name="Sensitive">True: neither label nor reason stands in the mail.</param>
public sealed record ReturnedItem(string Code, string Label, string Reason, bool Sensitive = false);

/// <param name="WithWorkbook">True where a workbook to fill is attached.</param>
public sealed record DraftingTask(About.Plan About, DateTimeOffset Due, MailForm Form, Uri Link, bool WithWorkbook = false) : MailContent
{
    public override MailKind Kind => MailKind.DraftingTask;
}

/// <param name="WithWorkbook">True where a workbook to fill is attached.</param>
public sealed record QuarterlyTask(About.Report About, DateTimeOffset Due, MailForm Form, Uri Link, bool WithWorkbook = false) : MailContent
{
    public override MailKind Kind => MailKind.QuarterlyTask;
}

/// <summary>What a review of the plan as a whole has found is answered in words.</summary>
/// <param name="Closing">True at the plan's end, false at mid-term.</param>
public sealed record PlanReviewTask(About.Plan About, bool Closing, DateTimeOffset Due) : MailContent
{
    public override MailKind Kind => MailKind.PlanReviewTask;
}

public enum ReminderStage
{
    First,
    Later,
    Overdue,
}

/// <param name="Closes">Until when an answer is still taken.</param>
/// <param name="Link">Null where it is answered by reply alone.</param>
/// <param name="Form">The form again, so that the reminder can be answered as it is.</param>
public sealed record Reminder(ReminderStage Stage, About About, DateTimeOffset Due, DateTimeOffset Closes, Uri? Link, MailForm? Form = null)
    : MailContent
{
    public override MailKind Kind => MailKind.Reminder;

    public override DateTimeOffset? ReadBy => Stage == ReminderStage.Overdue ? null : Due;
}

public enum EscalatedTo
{
    Alternate,
    Head,
    Officer,
}

/// <param name="Asked">Names of those who were asked first.</param>
public sealed record Escalation(EscalatedTo To, About About, Text Asked, DateTimeOffset Due, DateTimeOffset Closes, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.Escalation;

    /// <summary>An officer is told so that it is known; those of the administration are to act.</summary>
    public override DateTimeOffset? ReadBy => To == EscalatedTo.Officer ? Closes : null;
}

/// <summary>The parse-back: what a reply was understood to say.</summary>
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
    /// <summary>Words of the reply that are no answer: kept with the report, as they were written. Null where there are none.</summary>
    public string? Kept { get; init; }

    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <param name="Codes">Items that the reason stands for; empty: all that the report asks for.</param>
public sealed record NilReturn(string Reason, IReadOnlyList<string> Codes);

/// <summary>How much there is of a plan, by kind.</summary>
public sealed record PlanCounts(int Results, int Indicators, int Benchmarks, int Activities, int Risks);

/// <summary>A draft plan was handed in.</summary>
/// <param name="Missing">What the rules miss in it, and the approver sees too.</param>
public sealed record PlanHandedIn(About.Plan About, PlanCounts Counts, IReadOnlyList<UnclearLine> Missing) : MailContent
{
    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <summary>A workbook was taken into the draft, which is not handed in yet.</summary>
/// <param name="NotTaken">Cells whose old values stay, with the reason.</param>
/// <param name="ToPutRight">What keeps the plan from being handed in.</param>
public sealed record PlanSaved(
    About.Plan About,
    string Workbook,
    PlanCounts Counts,
    IReadOnlyList<UnclearLine> NotTaken,
    IReadOnlyList<UnclearLine> ToPutRight,
    DateTimeOffset Due,
    Uri Link
) : MailContent
{
    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <summary>A reply to a drafting mail that changed nothing: it says why, and what to do instead.</summary>
/// <param name="ToPutRight">What keeps the plan from being handed in, where that was asked for.</param>
/// <param name="Unclear">What the reply said.</param>
public sealed record PlanQuestion(
    About.Plan About,
    IReadOnlyList<UnclearLine> ToPutRight,
    IReadOnlyList<UnclearLine> Unclear,
    DateTimeOffset Due,
    Uri Link
) : MailContent
{
    public override MailKind Kind => MailKind.QuestionBack;
}

/// <summary>What was taken as the findings of a review.</summary>
public sealed record FindingsTaken(About.Plan About, string Words, DateTimeOffset CorrectUntil) : MailContent
{
    /// <summary>Words of the reply that are no answer: kept with the report, as they were written. Null where there are none.</summary>
    public string? Kept { get; init; }

    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <summary>Nothing, or nothing certain, was understood.</summary>
public sealed record QuestionBack(About About, IReadOnlyList<UnclearLine> Unclear, DateTimeOffset Until, MailForm Form, Uri Link)
    : MailContent
{
    public override MailKind Kind => MailKind.QuestionBack;
}

/// <summary>To the registered address, where the sender's domain proved nothing: the answer counts once confirmed.</summary>
/// <remarks>Anybody may have written it, so that the mail repeats figures alone: no sentence and no address of a stranger goes out in the
/// programme's name.</remarks>
public sealed record ConfirmFirst(
    About About,
    IReadOnlyList<UnderstoodLine> Understood,
    IReadOnlyList<UnclearLine> Unclear,
    DateTimeOffset Until,
    Uri Link
) : MailContent
{
    public override MailKind Kind => MailKind.ConfirmFirst;
}

/// <param name="Reason">What holds for the whole; null where only items have reasons.</param>
/// <param name="WithWorkbook">True where a workbook to fill is attached.</param>
public sealed record ReportReturned(
    About About,
    string? Reason,
    IReadOnlyList<ReturnedItem> Items,
    DateTimeOffset Due,
    MailForm Form,
    Uri Link,
    bool WithWorkbook = false
) : MailContent
{
    public SentBackHow How { get; init; }

    public override MailKind Kind => MailKind.ReportReturned;
}

/// <summary>How what was handed in came back to whoever wrote it.</summary>
public enum SentBackHow
{
    ByReview,

    /// <summary>Accepted, and then opened again.</summary>
    Reopened,

    /// <summary>Taken back by themselves.</summary>
    Recalled,
}

/// <param name="Link">Null where there is nothing to open.</param>
public sealed record ReportAccepted(About About, Uri? Link) : MailContent
{
    /// <summary>As they were accepted; none where a plan was.</summary>
    public IReadOnlyList<UnderstoodLine> Figures { get; init; } = [];

    /// <summary>Who accepted it, and when; null where that is not told.</summary>
    public (string By, DateTimeOffset At)? Decided { get; init; }

    public override MailKind Kind => MailKind.ReportAccepted;

    public override DateTimeOffset? ReadBy => DateTimeOffset.MaxValue;
}

/// <param name="Items">How many figures or benchmarks wait.</param>
public sealed record ReviewTask(About About, int Items, DateTimeOffset SubmittedAt, DateTimeOffset Due, Uri Link) : MailContent
{
    public override DateTimeOffset? ReadBy => Due;

    public override MailKind Kind => MailKind.ReviewTask;
}

/// <param name="Title">As on the report's cover.</param>
/// <param name="Sha256">Of the manifest.</param>
/// <param name="Supersedes">Version that this one replaces, or null.</param>
public sealed record DonorReportIssued(
    string Donor,
    string Title,
    int Version,
    DateOnly Start,
    DateOnly End,
    string Sha256,
    DateTimeOffset LinkExpires,
    Uri Link,
    int? Supersedes = null
) : MailContent
{
    public override MailKind Kind => MailKind.DonorReportIssued;
}

/// <param name="Code">Six digits.</param>
public sealed record OneTimeCode(string Code, DateTimeOffset Until) : MailContent
{
    public override MailKind Kind => MailKind.OneTimeCode;
}

/// <summary>To the Secretariat: a message waits for a decision. What it says stays behind the link: it may be an allegation.</summary>
/// <param name="Reason">A slug of <see cref="Reasons"/>.</param>
/// <param name="About">The task it was sent to, or null.</param>
public sealed record NeedsPerson(string Reason, About? About, DateTimeOffset ReceivedAt, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.NeedsPerson;
}

/// <summary>To somebody who was asked and whose message came too late or could not be read: it is not lost, a person has it.</summary>
/// <param name="Reason">A slug of <see cref="Reasons"/>; null where there is nothing to explain: a question, or an answer that was asked
/// back before.</param>
public sealed record PassedOn(string? Reason, DateTimeOffset ReceivedAt) : MailContent
{
    /// <summary>Why what it answers is closed, and what can still be done; empty where that is not known.</summary>
    public IReadOnlyList<Text> Because { get; init; } = [];

    public override MailKind Kind => MailKind.PassedOn;
}

/// <summary>Somebody said something about a report; or, to who said it by mail, that it was passed on.</summary>
/// <param name="By">Name of who said it.</param>
/// <param name="Item">Code of the item; empty for the report as a whole.</param>
/// <param name="Text">Null where the item is sensitive: it is shown on the page only.</param>
/// <param name="TakesReply">True: what is written above a reply is added to the talk.</param>
/// <param name="Own">True: the recipient said it.</param>
public sealed record Commented(About.Report About, string By, string Item, string? Text, Uri? Link, bool TakesReply, bool Own = false)
    : MailContent
{
    public override MailKind Kind => MailKind.Commented;

    public override DateTimeOffset? ReadBy => Own ? null : DateTimeOffset.MaxValue;
}

/// <summary>To the Secretariat: an address takes no mail of ours any more.</summary>
/// <param name="Person">Name of whose it is.</param>
/// <param name="Spam">True: a mail was marked as spam; false: the person unsubscribed.</param>
public sealed record Suppressed(string Person, bool Spam, DateTimeOffset At, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.Suppressed;
}

/// <summary>To the Secretariat: a mail of ours did not arrive.</summary>
/// <param name="Person">Name of whom it was for.</param>
/// <param name="Why">As the mail service says; may be empty.</param>
public sealed record Bounced(string Person, About? About, string Why, DateTimeOffset At, Uri Link) : MailContent
{
    public override MailKind Kind => MailKind.Bounced;
}
