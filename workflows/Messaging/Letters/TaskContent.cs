namespace ACip.Workflows.Messaging.Letters;

/// <param name="WithWorkbook">True where a workbook to fill is attached.</param>
public sealed record DraftingTask(About.Plan About, DateTimeOffset Due, MailForm Form, Uri Link, bool WithWorkbook = false) : MailContent
{
    /// <summary>Why a plan in force is to be changed; null for a first draft.</summary>
    public RevisedPlan? Revises { get; init; }

    public override MailKind Kind => MailKind.DraftingTask;
}

/// <param name="Reason">The officer's words.</param>
/// <param name="From">First day that is to be measured by the new version.</param>
public sealed record RevisedPlan(string Reason, DateOnly From);

/// <param name="WithWorkbook">True where a workbook to fill is attached.</param>
public sealed record QuarterlyTask(About.Report About, DateTimeOffset Due, MailForm Form, Uri Link, bool WithWorkbook = false) : MailContent
{
    public override MailKind Kind => MailKind.QuarterlyTask;
}

/// <summary>Asks for the findings of a review of the whole plan, to be answered in words.</summary>
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
    /// <summary>True for a form that is handed in by answering all of it; there is no command for that.</summary>
    public bool HandsInItself { get; init; }

    /// <summary>The words of the officer who has it sent; null if it is sent automatically.</summary>
    public string? Words { get; init; }

    public override MailKind Kind => MailKind.Reminder;

    public override DateTimeOffset? ReadBy => Stage == ReminderStage.Overdue || Words is not null ? null : Due;
}

/// <param name="Items">How many figures or benchmarks wait.</param>
public sealed record ReviewTask(About About, int Items, DateTimeOffset SubmittedAt, DateTimeOffset Due, Uri Link) : MailContent
{
    public override DateTimeOffset? ReadBy => Due;

    public override MailKind Kind => MailKind.ReviewTask;
}
