namespace ACip.Workflows.Messaging.Letters;

/// <summary>What asks people for something.</summary>
internal static class TaskLetters
{
    public static Letter Of(DraftingTask task, Wording say)
    {
        string about = say.About(task.About);
        return new Letter(
            say.Words.DraftingSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.DraftingIntro),
                new Block.Paragraph(say.Words.DueBy(say.Dates.Deadline(task.Due))),
                new Block.Paragraph(say.Words.PlanHowToReply),
                new Block.Action(say.Words.OpenPage, task.Link),
                new Block.Paragraph(say.Words.OnlyForYou),
                new Block.Paragraph(say.Introduces(say.Words.PlanStands)),
                new Block.Form(task.Form),
            ]
        );
    }

    public static Letter Of(QuarterlyTask task, Wording say)
    {
        string about = say.About(task.About);
        string due = say.Words.DueBy(say.Dates.Deadline(task.Due));
        return new Letter(
            say.Words.QuarterlySubject(about),
            Asking(about, say.Words.QuarterlyIntro, due, task.Form, task.Link, task.WithWorkbook, say)
        );
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
                new Block.Paragraph(say.Words.DueBy(say.Dates.Deadline(task.Due))),
                new Block.Paragraph(say.Words.OnlyForYou),
            ]
        );
    }

    public static Letter Of(Asking asking, Wording say) =>
        new(
            asking.Subject.In(say.Language),
            [
                .. asking.Paragraphs(language => say.Dates.In(language)).Select(text => new Block.Paragraph(text.In(say.Language))),
                .. asking.Link is { } link ? new Block[] { new Block.Action(say.Words.OpenPage, link) } : [],
                new Block.Paragraph(say.Words.OnlyForYou),
                .. asking.Form(say.Language) is { } form ? new Block[] { new Block.Form(form) } : [],
            ]
        );

    public static Letter Of(Reminder reminder, Wording say)
    {
        string about = say.About(reminder.About);
        string due = say.Dates.Deadline(reminder.Due);
        (string subject, string[] intro) = reminder.Stage switch
        {
            ReminderStage.First => (say.Words.ReminderSubject(about), new[] { say.Words.ReminderIntro, say.Words.DueBy(due) }),
            ReminderStage.Later => (say.Words.LaterReminderSubject(about), [say.Words.LaterReminderIntro, say.Words.DueBy(due)]),
            _ => (say.Words.OverdueSubject(about), [say.Words.OverdueIntro(due), say.Words.ClosesAt(say.Dates.Deadline(reminder.Closes))]),
        };
        return new Letter(
            subject,
            [
                new Block.Paragraph($"{about}."),
                .. intro.Select(text => new Block.Paragraph(text)),
                .. HowToAnswer(reminder, say),
                .. reminder.Link is { } link ? new Block[] { new Block.Action(say.Words.OpenPage, link) } : [],
                new Block.Paragraph(say.Words.OnlyForYou),
            ]
        )
        {
            InShort = say.Words.ByWhen(due),
        };
    }

    private static Block[] HowToAnswer(Reminder reminder, Wording say) =>
        reminder switch
        {
            { Form: { } form, About: About.Plan } =>
            [
                new Block.Paragraph(say.Words.PlanHowToReplyAgain),
                new Block.Paragraph(say.Introduces(say.Words.PlanStands)),
                new Block.Form(form),
            ],
            { Form: { } form } => [new Block.Paragraph(say.Words.HowToReply), new Block.Form(form)],
            { Link: null } => [new Block.Paragraph(say.Words.PlanReviewHow)],
            _ => [],
        };

    public static Letter Of(Escalation escalation, Wording say)
    {
        string about = say.About(escalation.About);
        string due = say.Dates.Deadline(escalation.Due);
        string intro = escalation.To switch
        {
            EscalatedTo.Alternate => say.Words.EscalationToAlternate(escalation.Asked, due),
            EscalatedTo.Head => say.Words.EscalationToHead(escalation.Asked, due),
            _ => say.Words.EscalationToOfficer(escalation.Asked, due),
        };
        return new Letter(
            say.Words.EscalationSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(intro),
                new Block.Paragraph(say.Words.ClosesAt(say.Dates.Deadline(escalation.Closes))),
                new Block.Action(say.Words.OpenPage, escalation.Link),
            ]
        )
        {
            InShort = intro,
        };
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
                new Block.Paragraph(say.Words.DueBy(say.Dates.Deadline(task.Due))),
                new Block.Action(say.Words.OpenPage, task.Link),
            ]
        )
        {
            InShort = say.Words.ByWhen(say.Dates.Deadline(task.Due)),
        };
    }

    private static IReadOnlyList<Block> Asking(
        string about,
        string intro,
        string due,
        MailForm form,
        Uri link,
        bool workbook,
        Wording say
    ) =>
        [
            new Block.Paragraph($"{about}."),
            new Block.Paragraph(intro),
            new Block.Paragraph(due),
            new Block.Paragraph(workbook ? $"{say.Words.HowToReply} {say.Words.WorkbookAttached}" : say.Words.HowToReply),
            new Block.Form(form),
            new Block.Action(say.Words.OpenPage, link),
            new Block.Paragraph(say.Words.OnlyForYou),
        ];
}
