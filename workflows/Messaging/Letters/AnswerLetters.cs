using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>What answers an answer. Sensitive items show their code and nothing else.</summary>
internal static class AnswerLetters
{
    private static readonly Text PleaseCheck = new(
        "Please check; what is right may stay as it is",
        "Merci de vérifier ; ce qui est exact peut rester tel quel",
        "Por favor, compruebe; lo que es correcto puede quedar como está"
    );

    private static readonly Text KeptAsWritten = new(
        "Kept with the report, as you wrote it",
        "Gardé avec le rapport, tel que vous l'avez écrit",
        "Guardado con el informe, tal como lo escribió"
    );

    public static Letter Of(Acknowledgement received, Wording say)
    {
        string about = say.About(received.About);
        bool refused = received.Files.Any(file => file.Refusal is not null);
        string intro =
            received.ByColleague is { } changer ? say.Words.ChangedByColleague(changer)
            : received.AfterColleague is { } first ? say.Words.AfterColleague(first)
            : received.Nil is not null ? say.Words.NilIntro
            : received.Submitted ? say.Words.SubmittedIntro
            : received.Understood.Count > 0 ? say.Words.NotedIntro
            : refused ? say.Words.NothingUsableIntro
            : say.Words.NothingUnderstoodIntro;
        return new Letter(
            say.Words.AcknowledgementSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(intro),
                .. When(received.Nil is not null, () => received.Nil!.Reason),
                .. When(received.Nil is { Codes.Count: > 0 }, () => say.Words.NilFor(string.Join(", ", received.Nil!.Codes))),
                .. Refused(received.Files, say),
                .. Understood(received.Understood, say),
                .. Unclear(received.Unclear, say),
                .. Questions(received.Questions ?? [], say),
                .. Kept(received.Kept, say),
                .. Kept(received.Files, say),
                .. When(received.Missing.Count > 0, () => say.Words.StillMissing(string.Join(", ", received.Missing))),
                .. When(!received.Submitted, () => say.Words.ToSubmit),
                new Block.Paragraph(say.Words.CorrectUntil(say.Dates.Deadline(received.CorrectUntil))),
                new Block.Action(say.Words.OpenPage, received.Link),
            ]
        );
    }

    public static Letter Of(QuestionBack question, Wording say)
    {
        string about = say.About(question.About);
        return new Letter(
            say.Words.QuestionSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.QuestionIntro),
                .. Unclear(question.Unclear, say),
                new Block.Paragraph(say.Words.AskForTime),
                new Block.Paragraph(say.Words.AnswerUntil(say.Dates.Deadline(question.Until))),
                new Block.Paragraph(say.Words.HowToReply),
                new Block.Form(question.Form),
                new Block.Action(say.Words.OpenPage, question.Link),
            ]
        );
    }

    public static Letter Of(ConfirmFirst confirm, Wording say)
    {
        string about = say.About(confirm.About);
        return new Letter(
            say.Words.ConfirmSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.ConfirmIntro),
                .. Understood([.. confirm.Understood.Where(line => !line.IsText)], say),
                .. When(InWords(confirm) > 0, () => say.Words.ConfirmWords(InWords(confirm))),
                new Block.Paragraph(say.Words.ConfirmHow(say.Dates.Deadline(confirm.Until))),
                new Block.Action(say.Words.ConfirmPageEndpoint, confirm.Link),
                new Block.Paragraph(say.Words.ConfirmNotYou),
            ]
        );
    }

    public static Letter Of(ReportReturned returned, Wording say)
    {
        string about = say.About(returned.About);
        return new Letter(
            say.Words.ReturnedSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.ReturnedIntro),
                .. When(returned.Reason is not null, () => returned.Reason!),
                .. returned.Items.Count == 0
                    ? []
                    : new Block[] { new Block.Points(say.Words.ReturnedItems, [.. returned.Items.Select(item => Returned(item, say))]) },
                new Block.Paragraph(say.Words.ReturnedHow(say.Dates.Deadline(returned.Due))),
                .. Form(returned, say),
                new Block.Action(say.Words.OpenPage, returned.Link),
            ]
        );
    }

    public static Letter Of(ReportAccepted accepted, Wording say)
    {
        string about = say.About(accepted.About);
        return new Letter(
            say.Words.AcceptedSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.AcceptedIntro),
                new Block.Paragraph(say.Words.AcceptedLater(say.Contact.Name, say.Contact.Address)),
                .. accepted.Link is { } link ? new Block[] { new Block.Action(say.Words.OpenPage, link) } : [],
            ]
        );
    }

    private static Point Returned(ReturnedItem item, Wording say) =>
        item.Sensitive ? new Point(item.Code, say.Words.HiddenLine) : new Point($"{item.Code} {item.Label}", item.Reason);

    private static int InWords(ConfirmFirst confirm) => confirm.Unclear.Count + confirm.Understood.Count(line => line.IsText);

    private static Block[] Understood(IReadOnlyList<UnderstoodLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Figures(say.Words.Understood, [.. lines.Select(line => Row(line, say))])];

    private static FigureRow Row(UnderstoodLine line, Wording say) =>
        line.Sensitive
            ? new FigureRow(line.Code, say.Words.Hidden, "")
            : new FigureRow(line.Code, line.Was is { } was ? say.Words.Changed(was, line.Value) : line.Value, line.Label);

    /// <summary>Nothing is filled in for a plan: it is changed in its workbook.</summary>
    private static IEnumerable<Block> Form(ReportReturned returned, Wording say) =>
        (returned.About, returned.Form.Text.Length) switch
        {
            (_, 0) => [],
            (About.Plan, _) =>
            [
                new Block.Paragraph(say.Words.PlanHowToReply),
                new Block.Paragraph(say.Introduces(say.Words.PlanStands)),
                new Block.Form(returned.Form),
            ],
            _ =>
            [
                new Block.Paragraph(returned.WithWorkbook ? $"{say.Words.HowToReply} {say.Words.WorkbookAttached}" : say.Words.HowToReply),
                new Block.Form(returned.Form),
            ],
        };

    private static Block[] Unclear(IReadOnlyList<UnclearLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Points(say.Words.NotUnderstood, Points(lines, say))];

    internal static IReadOnlyList<Point> Points(IReadOnlyList<UnclearLine> lines, Wording say) =>
        [
            .. lines.Select(line =>
                line.Line.Length == 0 && !line.Sensitive
                    ? new Point(line.HowToSay)
                    : new Point(line.Sensitive ? say.Words.HiddenLine : line.Line, line.HowToSay)
            ),
        ];

    private static Block[] Questions(IReadOnlyList<string> questions, Wording say) =>
        questions.Count == 0
            ? []
            : [new Block.Points(PleaseCheck.In(say.Language), [.. questions.Select(question => new Point(question))])];

    private static Block[] Kept(string? words, Wording say) =>
        words is null ? [] : [new Block.Points(KeptAsWritten.In(say.Language), [.. words.Split('\n').Select(line => new Point(line))])];

    private static Block[] Kept(IReadOnlyList<FileLine> files, Wording say) =>
        files.Where(file => file.Refusal is null).Select(file => new Point(file.Name)).ToArray() is { Length: > 0 } kept
            ? [new Block.Points(say.Words.FilesKept, kept)]
            : [];

    /// <summary>First of all where there are any: whoever sent a workbook thinks that it was taken.</summary>
    private static Block[] Refused(IReadOnlyList<FileLine> files, Wording say) =>
        files.Where(file => file.Refusal is not null).Select(file => new Point(file.Name, file.Refusal)).ToArray()
            is { Length: > 0 } refused
            ? [new Block.Points(say.Words.FilesRefused, refused)]
            : [];

    private static Block[] When(bool holds, Func<string> text) => holds ? [new Block.Paragraph(text())] : [];
}
