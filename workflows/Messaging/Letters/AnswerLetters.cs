using ACip.Workflows.Languages;

namespace ACip.Workflows.Messaging.Letters;

/// <summary>Mails that respond to answers. Of sensitive items they show the code only.</summary>
internal static class AnswerLetters
{
    private static readonly Text PleaseCheck = Texts.PleaseCheckFigures;

    private static readonly Text KeptAsWritten = Texts.KeptAsWritten;

    public static Letter Of(Acknowledgement received, Wording say)
    {
        string about = say.About(received.About);
        bool refused = received.Files.Any(file => file.Refusal is not null);
        string intro =
            received.OnBehalfBy is { } officer ? say.In(OnBehalf(received, officer))
            : received.ByColleague is { } changer ? say.In(Texts.ChangedByColleague(changer))
            : received.AfterColleague is { } first ? say.In(Texts.AfterColleague(first))
            : received.Nil is not null ? say.In(Texts.NilIntro)
            : received.HandedInBy is { } other && received.Understood.Count > 0 ? say.In(Texts.PartNotedIntro(other))
            : received.Submitted ? say.In(Texts.SubmittedIntro)
            : received.Understood.Count > 0 ? say.In(received.HandsInItself ? Texts.FormNotedIntro : Texts.NotedIntro)
            : refused ? say.In(Texts.NothingUsableIntro)
            : say.In(received.HandsInItself ? Texts.FormNothingUnderstoodIntro : Texts.NothingUnderstoodIntro);
        return new Letter(
            say.In(Texts.AcknowledgementSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(intro),
                .. When(received.Nil is not null, () => received.Nil!.Reason),
                .. When(received.Nil is { Codes.Count: > 0 }, () => say.In(Texts.NilFor(TextArgument.List(received.Nil!.Codes)))),
                .. Refused(received.Files, say),
                .. Understood(received.Understood, say),
                .. Unclear(received.Unclear, say),
                .. Questions(received.Questions ?? [], say),
                .. Kept(received.Kept, say),
                .. Kept(received.Files, say),
                .. When(received.Missing.Count > 0, () => say.In(Texts.StillMissing(TextArgument.List(received.Missing)))),
                .. When(
                    !received.Submitted && !received.HandsInItself && !received.IsForOfficer && received.HandedInBy is null,
                    () => say.In(Texts.ToSubmit)
                ),
                .. When(!received.IsForOfficer, () => say.In(CorrectUntil(received, say))),
                new Block.Action(say.In(Texts.OpenPage), received.Link),
            ]
        );
    }

    private static Text CorrectUntil(Acknowledgement received, Wording say) =>
        received.HandedInBy is { } whole ? Texts.PartCorrectUntil(whole)
        : received.HandsInItself ? Texts.FormCorrectUntil(say.Dates.Deadline(received.CorrectUntil))
        : Texts.CorrectUntil(say.Dates.Deadline(received.CorrectUntil));

    public static Letter Of(QuestionBack question, Wording say)
    {
        string about = say.About(question.About);
        return new Letter(
            say.In(Texts.QuestionSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.In(Texts.QuestionIntro)),
                .. Unclear(question.Unclear, say),
                new Block.Paragraph(say.In(question.About is About.Report ? Texts.AskForMoreTime : Texts.AskForTime)),
                new Block.Paragraph(say.In(Texts.AnswerUntil(say.Dates.Deadline(question.Until)))),
                new Block.Paragraph(say.In(Texts.HowToReply)),
                new Block.Form(question.Form),
                new Block.Action(say.In(Texts.OpenPage), question.Link),
            ]
        );
    }

    public static Letter Of(ConfirmFirst confirm, Wording say)
    {
        string about = say.About(confirm.About);
        return new Letter(
            say.In(Texts.ConfirmSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.In(Texts.ConfirmIntro)),
                .. Understood([.. confirm.Understood.Where(line => !line.IsText)], say),
                .. When(InWords(confirm) > 0, () => say.In(Texts.ConfirmWords(lines: InWords(confirm)))),
                new Block.Paragraph(say.In(Texts.ConfirmHow(say.Dates.Deadline(confirm.Until)))),
                new Block.Action(say.In(Texts.ConfirmPageEndpoint), confirm.Link),
                .. When(confirm.IsLast, () => say.In(Texts.ConfirmLastToday)),
                new Block.Paragraph(say.In(Texts.ConfirmNotYou)),
            ]
        );
    }

    public static Letter Of(ReportReturned returned, Wording say)
    {
        string about = say.About(returned.About);
        (Text subject, Text intro) = returned.How switch
        {
            SentBackHow.Reopened => (Texts.ReopenedSubject(about), Texts.ReopenedIntro),
            SentBackHow.Recalled => (Texts.RecalledSubject(about), Texts.RecalledIntro),
            _ => (Texts.ReturnedSubject(about), Texts.ReturnedIntro),
        };
        return new Letter(
            say.In(subject),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.In(intro)),
                .. When(!string.IsNullOrWhiteSpace(returned.Reason), () => returned.Reason!),
                .. returned.Items.Count == 0
                    ? []
                    : new Block[]
                    {
                        new Block.Points(say.In(Texts.ReturnedItems), [.. returned.Items.Select(item => Returned(item, say))]),
                    },
                new Block.Paragraph(say.In(Texts.ReturnedHow(say.Dates.Deadline(returned.Due)))),
                .. Form(returned, say),
                new Block.Action(say.In(Texts.OpenPage), returned.Link),
            ]
        );
    }

    public static Letter Of(ReportAccepted accepted, Wording say)
    {
        string about = say.About(accepted.About);
        return new Letter(
            say.In(Texts.AcceptedSubject(about)),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.In(Texts.AcceptedIntro)),
                .. accepted.Decided is { } decided
                    ? new Block[] { new Block.Paragraph(say.In(Texts.AcceptedBy(decided.By, say.Dates.Moment(decided.At)))) }
                    : [],
                .. accepted.Figures.Count == 0
                    ? []
                    : new Block[]
                    {
                        new Block.Figures(say.In(Texts.AcceptedFigures), [.. accepted.Figures.Select(line => Row(line, say))]),
                    },
                new Block.Paragraph(say.In(Texts.AcceptedLater(say.Contact.Name, say.Contact.Address))),
                .. accepted.Link is { } link ? new Block[] { new Block.Action(say.In(Texts.OpenPage), link) } : [],
            ]
        );
    }

    private static Text OnBehalf(Acknowledgement entered, string officer) =>
        entered.Nil is not null ? Texts.OnBehalfNil(name: officer)
        : entered.Submitted ? Texts.OnBehalfSubmitted(name: officer)
        : Texts.OnBehalfNoted(name: officer);

    private static Point Returned(ReturnedItem item, Wording say) =>
        item.Sensitive ? new Point(item.Code, say.In(Texts.HiddenLine)) : new Point($"{item.Code} {item.Label}", item.Reason);

    private static int InWords(ConfirmFirst confirm) => confirm.Unclear.Count + confirm.Understood.Count(line => line.IsText);

    private static Block[] Understood(IReadOnlyList<UnderstoodLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Figures(say.In(Texts.Understood), [.. lines.Select(line => Row(line, say))])];

    private static FigureRow Row(UnderstoodLine line, Wording say) =>
        line.Sensitive
            ? new FigureRow(line.Code, say.In(Texts.Hidden), "")
            : new FigureRow(line.Code, line.Was is { } was ? say.In(Texts.Changed(was, line.Value)) : line.Value, line.Label);

    /// <summary>A plan has no form to fill in; it is changed in its workbook.</summary>
    private static IEnumerable<Block> Form(ReportReturned returned, Wording say) =>
        (returned.About, returned.Form.Text.Length) switch
        {
            (_, 0) => [],
            (About.Plan, _) =>
            [
                new Block.Paragraph(say.In(Texts.PlanHowToReply)),
                new Block.Paragraph(say.Introduces(say.In(Texts.PlanStands))),
                new Block.Form(returned.Form),
            ],
            _ =>
            [
                new Block.Paragraph(
                    returned.WithWorkbook ? $"{say.In(Texts.HowToReply)} {say.In(Texts.WorkbookAttached)}" : say.In(Texts.HowToReply)
                ),
                new Block.Form(returned.Form),
            ],
        };

    private static Block[] Unclear(IReadOnlyList<UnclearLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Points(say.In(Texts.NotUnderstood), Points(lines, say))];

    internal static IReadOnlyList<Point> Points(IReadOnlyList<UnclearLine> lines, Wording say) =>
        [
            .. lines.Select(line =>
                line.Line.Length == 0 && !line.Sensitive
                    ? new Point(line.HowToSay)
                    : new Point(line.Sensitive ? say.In(Texts.HiddenLine) : line.Line, line.HowToSay)
            ),
        ];

    private static Block[] Questions(IReadOnlyList<string> questions, Wording say) =>
        questions.Count == 0
            ? []
            : [new Block.Points(PleaseCheck.In(say.Language), [.. questions.Select(question => new Point(question))])];

    private static Block[] Kept(string? words, Wording say) => Kept(words, KeptAsWritten, say);

    internal static Block[] Kept(string? words, Text heading, Wording say) =>
        words is null ? [] : [new Block.Points(heading.In(say.Language), [.. words.Split('\n').Select(line => new Point(line))])];

    private static Block[] Kept(IReadOnlyList<FileLine> files, Wording say) =>
        files.Where(file => file.Refusal is null).Select(file => new Point(file.Name)).ToArray() is { Length: > 0 } kept
            ? [new Block.Points(say.In(Texts.FilesKept), kept)]
            : [];

    /// <summary>Refused files come first, because whoever sent a workbook believes that it was accepted.</summary>
    internal static Block[] Refused(IReadOnlyList<FileLine> files, Wording say) =>
        files.Where(file => file.Refusal is not null).Select(file => new Point(file.Name, file.Refusal)).ToArray()
            is { Length: > 0 } refused
            ? [new Block.Points(say.In(Texts.FilesRefused), refused)]
            : [];

    private static Block[] When(bool holds, Func<string> text) => holds ? [new Block.Paragraph(text())] : [];
}
