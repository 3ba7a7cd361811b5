namespace ACip.Workflows.Messaging.Letters;

/// <param name="Sensitive">True: neither label nor reason stands in the mail.</param>
public sealed record ReturnedItem(string Code, string Label, string Reason, bool Sensitive = false);

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

/// <summary>How a submission came back to its author.</summary>
public enum SentBackHow
{
    ByReview,

    /// <summary>Accepted, then reopened.</summary>
    Reopened,

    /// <summary>Recalled by the author.</summary>
    Recalled,
}

/// <param name="Link">Null where there is nothing to open.</param>
public sealed record ReportAccepted(About About, Uri? Link) : MailContent
{
    /// <summary>The accepted figures; none for a plan.</summary>
    public IReadOnlyList<UnderstoodLine> Figures { get; init; } = [];

    /// <summary>Who accepted it, and when; null if that is not disclosed.</summary>
    public (string By, DateTimeOffset At)? Decided { get; init; }

    public override MailKind Kind => MailKind.ReportAccepted;

    public override DateTimeOffset? ReadBy => DateTimeOffset.MaxValue;
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
