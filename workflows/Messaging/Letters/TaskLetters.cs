namespace ACip.Workflows.Messaging.Letters;

/// <summary>Mails that ask people for something.</summary>
internal static class TaskLetters
{
    public static Letter Of(DraftingTask task, Wording say)
    {
        string about = say.About(task.About);
        return new Letter(
            say.In(task.Revises is null ? Texts.DraftingSubject(about) : Texts.RevisingSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                .. task.Revises is { } revised
                    ? new Block[]
                    {
                        new Block.Paragraph(say.In(Texts.RevisingIntro(say.Dates.Day(revised.From)))),
                        new Block.Paragraph(say.In(Texts.OfficerWrites(revised.Reason))),
                    }
                    : [new Block.Paragraph(say.In(Texts.DraftingIntro))],
                new Block.Paragraph(say.In(Texts.DueBy(say.Dates.Deadline(task.Due)))),
                new Block.Paragraph(say.In(Texts.PlanHowToReply)),
                new Block.Action(say.In(Texts.OpenPage), task.Link),
                new Block.Paragraph(say.In(Texts.OnlyForYou)),
                new Block.Paragraph(say.Introduces(say.In(Texts.PlanStands))),
                new Block.Form(task.Form),
            ]
        );
    }

    public static Letter Of(QuarterlyTask task, Wording say)
    {
        string about = say.About(task.About);
        string due = $"{say.In(Texts.DueBy(say.Dates.Deadline(task.Due)))} {say.In(Texts.AskForMoreTime)} {say.In(Texts.AskColleagues)}";
        return new Letter(say.In(Texts.QuarterlySubject(about)), Asking(task, about, due, say));
    }

    public static Letter Of(PlanReviewTask task, Wording say)
    {
        string about = say.About(task.About);
        return new Letter(
            say.In(Texts.PlanReviewSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(task.Closing ? say.In(Texts.PlanReviewAtEnd) : say.In(Texts.PlanReviewAtMidTerm)),
                new Block.Paragraph(say.In(Texts.PlanReviewHow)),
                new Block.Paragraph(say.In(Texts.DueBy(say.Dates.Deadline(task.Due)))),
                new Block.Paragraph(say.In(Texts.OnlyForYou)),
            ]
        );
    }

    public static Letter Of(Asking asking, Wording say) =>
        new(
            asking.Subject.In(say.Language),
            [
                .. asking.Paragraphs(language => say.Dates.In(language)).Select(text => new Block.Paragraph(text.In(say.Language))),
                .. asking.Link is { } link ? new Block[] { new Block.Action(say.In(Texts.OpenPage), link) } : [],
                new Block.Paragraph(say.In(Texts.OnlyForYou)),
                .. asking.Form(say.Language) is { } form ? new Block[] { new Block.Form(form) } : [],
            ]
        );

    public static Letter Of(Reminder reminder, Wording say)
    {
        string about = say.About(reminder.About);
        string due = say.Dates.Deadline(reminder.Due);
        (string subject, string[] intro) = reminder.Stage switch
        {
            ReminderStage.First => (say.In(Texts.ReminderSubject(about)), new[] { say.In(Texts.ReminderIntro), say.In(Texts.DueBy(due)) }),
            ReminderStage.Later => (
                say.In(Texts.LaterReminderSubject(about)),
                [say.In(Texts.LaterReminderIntro), say.In(Texts.DueBy(due))]
            ),
            _ => (
                say.In(Texts.OverdueSubject(about)),
                [say.In(Texts.OverdueIntro(due)), say.In(Texts.ClosesAt(say.Dates.Deadline(reminder.Closes)))]
            ),
        };
        return new Letter(
            subject,
            [
                new Block.Paragraph($"{about}."),
                .. intro.Select(text => new Block.Paragraph(text)),
                .. reminder.Words is { } words ? new Block[] { new Block.Paragraph(say.In(Texts.OfficerWrites(words))) } : [],
                .. HowToAnswer(reminder, say),
                .. reminder.Link is { } link ? new Block[] { new Block.Action(say.In(Texts.OpenPage), link) } : [],
                new Block.Paragraph(say.In(Texts.OnlyForYou)),
            ]
        )
        {
            InShort = say.In(Texts.ByWhen(due)),
        };
    }

    private static Block[] HowToAnswer(Reminder reminder, Wording say) =>
        reminder switch
        {
            { Form: { } form, About: About.Plan } =>
            [
                new Block.Paragraph(say.In(Texts.PlanHowToReplyAgain)),
                new Block.Paragraph(say.Introduces(say.In(Texts.PlanStands))),
                new Block.Form(form),
            ],
            { Form: { } form } =>
            [
                new Block.Paragraph(say.In(reminder.HandsInItself ? Texts.HowToReplyToForm : Texts.HowToReply)),
                new Block.Form(form),
            ],
            { Link: null } => [new Block.Paragraph(say.In(Texts.PlanReviewHow))],
            _ => [],
        };

    public static Letter Of(Escalation escalation, Wording say)
    {
        string about = say.About(escalation.About);
        if (escalation is { To: EscalatedTo.Before, Asked: { } others })
        {
            return new Letter(
                say.In(Texts.AskedOfOthersSubject(about)),
                [
                    new Block.Paragraph($"{about}."),
                    new Block.Paragraph(say.In(Texts.AskedOfOthers(others))),
                    .. escalation.Words is { } words ? new[] { new Block.Paragraph(say.In(Texts.OfficerWrites(words))) } : [],
                ]
            );
        }

        string due = say.Dates.Deadline(escalation.Due);
        string intro = say.In(
            (escalation.To, escalation.Asked) switch
            {
                (EscalatedTo.Coordinator, null) => Texts.EscalationPartOfNobody(due),
                (_, null) => Texts.EscalationNobodyAsked(due),
                (EscalatedTo.Alternate, { } asked) => Texts.EscalationToAlternate(asked, due),
                (EscalatedTo.Instead, { } asked) => Texts.EscalationInstead(asked, due),
                (EscalatedTo.Coordinator, { } asked) => Texts.EscalationToCoordinator(asked, due),
                (EscalatedTo.Head, { } asked) => Texts.EscalationToHead(asked, due),
                (_, { } asked) => Texts.EscalationToOfficer(asked, due),
            }
        );
        return new Letter(
            say.In(Texts.EscalationSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(intro),
                new Block.Paragraph(say.In(Texts.ClosesAt(say.Dates.Deadline(escalation.Closes)))),
                new Block.Action(say.In(Texts.OpenPage), escalation.Link),
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
            say.In(Texts.ReviewSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.In(Texts.ReviewIntro(say.Dates.Moment(task.SubmittedAt), task.Items))),
                new Block.Paragraph(say.In(Texts.ReviewHow)),
                new Block.Paragraph(say.In(Texts.DueBy(say.Dates.Deadline(task.Due)))),
                new Block.Action(say.In(Texts.OpenPage), task.Link),
            ]
        )
        {
            InShort = say.In(Texts.ByWhen(say.Dates.Deadline(task.Due))),
        };
    }

    private static IReadOnlyList<Block> Asking(QuarterlyTask task, string about, string due, Wording say) =>
        [
            new Block.Paragraph($"{about}."),
            new Block.Paragraph(say.In(Texts.QuarterlyIntro)),
            new Block.Paragraph(due),
            new Block.Paragraph(
                task.WithWorkbook ? $"{say.In(Texts.HowToReply)} {say.In(Texts.WorkbookAttached)}" : say.In(Texts.HowToReply)
            ),
            new Block.Form(task.Form),
            new Block.Action(say.In(Texts.OpenPage), task.Link),
            new Block.Paragraph(say.In(Texts.OnlyForYou)),
        ];
}
