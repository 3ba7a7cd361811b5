namespace ACip.Workflows.Messaging.Letters;

/// <summary>How much there is of a plan, by kind.</summary>
public sealed record PlanCounts(int Results, int Indicators, int Benchmarks, int Activities, int Risks);

/// <summary>A draft plan was submitted.</summary>
/// <param name="Missing">What the rules miss in it, and the approver sees too.</param>
public sealed record PlanHandedIn(About.Plan About, PlanCounts Counts, IReadOnlyList<UnclearLine> Missing) : MailContent
{
    /// <summary>Words beside the workbook, kept as a comment on the plan. Null if there are none.</summary>
    public string? Kept { get; init; }

    /// <summary>Files that were not kept, each with the reason.</summary>
    public IReadOnlyList<FileLine> Files { get; init; } = [];

    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <summary>A workbook was merged into the draft, which is not submitted yet.</summary>
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
    /// <summary>Words beside the workbook, kept as a comment on the plan. Null if there are none.</summary>
    public string? Kept { get; init; }

    /// <summary>Files that were not kept, each with the reason.</summary>
    public IReadOnlyList<FileLine> Files { get; init; } = [];

    public override MailKind Kind => MailKind.Acknowledgement;
}

/// <summary>A reply to a drafting mail changed nothing. Says why, and what to do instead.</summary>
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
    /// <summary>Words beside the workbook, kept as a comment on the plan. Null if there are none.</summary>
    public string? Kept { get; init; }

    /// <summary>Files that were not kept, each with the reason.</summary>
    public IReadOnlyList<FileLine> Files { get; init; } = [];

    public override MailKind Kind => MailKind.QuestionBack;
}

/// <summary>What was taken as the findings of a review.</summary>
public sealed record FindingsTaken(About.Plan About, string Words, DateTimeOffset CorrectUntil) : MailContent
{
    /// <summary>Words of the reply that answer no question. They are kept with the report as written. Null if there are none.</summary>
    public string? Kept { get; init; }

    /// <summary>Files that were not kept, each with the reason.</summary>
    public IReadOnlyList<FileLine> Files { get; init; } = [];

    public override MailKind Kind => MailKind.Acknowledgement;
}
