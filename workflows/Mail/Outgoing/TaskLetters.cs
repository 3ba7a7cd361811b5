namespace ACip.Workflows.Mail.Outgoing;

/// <summary>What asks people for something.</summary>
internal static class TaskLetters
{
    public static Letter Of(DraftingTask task, Wording say)
    {
        string about = say.About(task.About);
        return new Letter(say.Words.DraftingSubject(about), [.. Asking(about, say.Words.DraftingIntro, say.Words.DueBy(say.Dates.Moment(task.Due)), task.Form, task.Link, say), .. Workbook(task.WithWorkbook, say)]);
    }

    public static Letter Of(QuarterlyTask task, Wording say)
    {
        string about = say.About(task.About);
        string due = say.Words.DueBy(say.Dates.Moment(task.Due));
        return new Letter(say.Words.QuarterlySubject(about), [.. Asking(about, say.Words.QuarterlyIntro, due, task.Form, task.Link, say), .. Workbook(task.WithWorkbook, say)]);
    }

    public static Letter Of(PlanReviewTask task, Wording say)
    {
        string about = say.About(task.About);
        return new Letter(
            say.Words.PlanReviewSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(task.Closing ? say.Words.PlanReviewAtEnd : say.Words.PlanReviewAtMidTerm),
                new Block.Paragraph(say.Words.PlanReviewHow),
                new Block.Paragraph(say.Words.DueBy(say.Dates.Moment(task.Due))),
                new Block.Action(say.Words.OpenPage, task.Link),
                new Block.Paragraph(say.Words.OnlyForYou),
            ]);
    }

    public static Letter Of(Reminder reminder, Wording say)
    {
        string about = say.About(reminder.About);
        string due = say.Dates.Moment(reminder.Due);
        (string subject, string[] intro) = reminder.Stage switch
        {
            ReminderStage.First => (say.Words.ReminderSubject(about), new[] { say.Words.ReminderIntro, say.Words.DueBy(due) }),
            ReminderStage.Later => (say.Words.LaterReminderSubject(about), [say.Words.LaterReminderIntro, say.Words.DueBy(due)]),
            _ => (say.Words.OverdueSubject(about), [say.Words.OverdueIntro(due), say.Words.ClosesAt(say.Dates.Moment(reminder.Closes))]),
        };
        return new Letter(
            subject,
            [
                new Block.Paragraph($"{about}."),
                .. intro.Select(text => new Block.Paragraph(text)),
                .. reminder.Form is null ? [] : new Block[] { new Block.Paragraph(say.Words.HowToReply), new Block.Form(reminder.Form) },
                new Block.Action(say.Words.OpenPage, reminder.Link),
                new Block.Paragraph(say.Words.OnlyForYou),
            ]);
    }

    public static Letter Of(Escalation escalation, Wording say)
    {
        string about = say.About(escalation.About);
        string due = say.Dates.Moment(escalation.Due);
        string intro = escalation.To == EscalatedTo.Alternate
            ? say.Words.EscalationToAlternate(escalation.Asked, due)
            : say.Words.EscalationToHead(escalation.Asked, due);
        return new Letter(
            say.Words.EscalationSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(intro),
                new Block.Paragraph(say.Words.ClosesAt(say.Dates.Moment(escalation.Closes))),
                new Block.Action(say.Words.OpenPage, escalation.Link),
            ]);
    }

    public static Letter Of(ReviewTask task, Wording say)
    {
        string about = say.About(task.About);
        return new Letter(
            say.Words.ReviewSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.ReviewIntro(say.Dates.Moment(task.SubmittedAt), task.Items)),
                new Block.Paragraph(say.Words.ReviewHow),
                new Block.Paragraph(say.Words.DueBy(say.Dates.Moment(task.Due))),
                new Block.Action(say.Words.OpenPage, task.Link),
            ]);
    }

    public static Letter Of(TaskExpired expired, Wording say)
    {
        string about = say.About(expired.About);
        return new Letter(
            say.Words.ExpiredSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.ExpiredIntro(say.Dates.Moment(expired.Closed))),
                new Block.Paragraph(say.Words.ExpiredNext),
                new Block.Action(say.Words.OpenPage, expired.Link),
            ]);
    }

    private static Block[] Workbook(bool attached, Wording say) => attached ? [new Block.Paragraph(say.Words.WorkbookAttached)] : [];

    private static IEnumerable<Block> Asking(string about, string intro, string due, MailForm form, Uri link, Wording say) =>
    [
        new Block.Paragraph($"{about}."),
        new Block.Paragraph(intro),
        new Block.Paragraph(due),
        new Block.Paragraph(say.Words.HowToReply),
        new Block.Form(form),
        new Block.Action(say.Words.OpenPage, link),
        new Block.Paragraph(say.Words.OnlyForYou),
    ];
}
