using ACip.Workflows.Languages;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What a mail says; one record for each kind. <see cref="MailRendering.RenderAsync"/> renders it.</summary>
public abstract record MailContent
{
    private protected MailContent() { }

    public abstract MailKind Kind { get; }

    /// <summary>When the recipient should have read it. If that leaves time, it may wait for a digest. Null if it must be sent at
    /// once.</summary>
    public virtual DateTimeOffset? ReadBy => null;

    /// <summary>The words of the officer who asks the reader in place of somebody else; null for anything else.</summary>
    public string? PassedFor { get; init; }
}

/// <summary>Everything that waited for one person, in one mail.</summary>
/// <param name="Choose">Where one chooses how often; null where that is not open to the person.</param>
/// <param name="Covers">What it stands for: stream and key of each mail, joined by a tilde.</param>
public sealed record Digest(IReadOnlyList<DigestLine> Lines, Uri? Choose, IReadOnlyList<string> Covers) : MailContent
{
    public override MailKind Kind => MailKind.Digest;
}

/// <summary>The subject matter of a task, as a subject line names it.</summary>
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

/// <summary>The form that is answered by replying, as a mail holds it; <see cref="MailedForm"/> writes its words.</summary>
/// <param name="Text">For the plain text.</param>
/// <param name="Html">A fragment whose text is escaped; null: the plain text stands in the HTML too.</param>
public sealed record MailForm(string Text, string? Html = null)
{
    /// <summary>For sensitive items, the code only.</summary>
    public static MailForm Of(IReadOnlyList<FormItem> items, Language language) =>
        new(MailedForm.Write(items, language), MailedForm.Html(items, language));
}

/// <param name="Code">Six digits.</param>
public sealed record OneTimeCode(string Code, DateTimeOffset Until) : MailContent
{
    public override MailKind Kind => MailKind.OneTimeCode;
}

/// <summary>Tells that somebody commented on a report or a plan; or tells the author of a comment sent by mail that it was passed
/// on.</summary>
/// <param name="By">Name of who said it.</param>
/// <param name="Item">Code of the item; empty for the whole.</param>
/// <param name="Text">Null where the item is sensitive: it is shown on the page only.</param>
/// <param name="TakesReply">True: what is written above a reply is added to the talk.</param>
/// <param name="Own">True: the recipient said it.</param>
public sealed record Commented(About About, string By, string Item, string? Text, Uri? Link, bool TakesReply, bool Own = false)
    : MailContent
{
    public override MailKind Kind => MailKind.Commented;

    public override DateTimeOffset? ReadBy => Own ? null : DateTimeOffset.MaxValue;
}
