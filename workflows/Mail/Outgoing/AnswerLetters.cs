using ACip.Workflows.Programme;

namespace ACip.Workflows.Mail.Outgoing;

/// <summary>What answers an answer. Sensitive items show their code and nothing else.</summary>
internal static class AnswerLetters
{
    private static readonly Text3 PleaseCheck = new(
        "Please check; what is right may stay as it is",
        "Merci de vérifier ; ce qui est exact peut rester tel quel",
        "Por favor, compruebe; lo que es correcto puede quedar como está");

    private static readonly Text3 KeptAsWritten = new(
        "Kept with the report, as you wrote it",
        "Gardé avec le rapport, tel que vous l'avez écrit",
        "Guardado con el informe, tal como lo escribió");

    public static Letter Of(Acknowledgement received, Wording say)
    {
        string about = say.About(received.About);
        string intro = received.ByColleague is { } changer ? say.Words.ChangedByColleague(changer)
            : received.AfterColleague is { } first ? say.Words.AfterColleague(first)
            : received.Submitted ? say.Words.SubmittedIntro
            : received.Understood.Count > 0 ? say.Words.NotedIntro
            : say.Words.NothingUnderstoodIntro;
        return new Letter(
            say.Words.AcknowledgementSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(intro),
                .. Understood(received.Understood, say),
                .. Unclear(received.Unclear, say),
                .. Questions(received.Questions ?? [], say),
                .. Kept(received.Kept, say),
                .. Files(received.Files, say),
                .. When(received.Missing.Count > 0, () => say.Words.StillMissing(string.Join(", ", received.Missing))),
                .. When(!received.Submitted, () => say.Words.ToSubmit),
                new Block.Paragraph(say.Words.CorrectUntil(say.Dates.Moment(received.CorrectUntil))),
                new Block.Action(say.Words.OpenPage, received.Link),
            ]);
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
                new Block.Paragraph(say.Words.AnswerUntil(say.Dates.Moment(question.Until))),
                new Block.Paragraph(say.Words.HowToReply),
                new Block.Form(question.Form),
                new Block.Action(say.Words.OpenPage, question.Link),
            ]);
    }

    public static Letter Of(ConfirmFirst confirm, Wording say)
    {
        string about = say.About(confirm.About);
        return new Letter(
            say.Words.ConfirmSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.ConfirmIntro),
                .. Understood(confirm.Understood, say),
                .. Unclear(confirm.Unclear, say),
                new Block.Paragraph(say.Words.ConfirmHow(say.Dates.Moment(confirm.Until))),
                new Block.Action(say.Words.ConfirmPage, confirm.Link),
                new Block.Paragraph(say.Words.ConfirmNotYou),
            ]);
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
                new Block.Paragraph(say.Words.ReturnedHow(say.Dates.Moment(returned.Due))),
                .. returned.Form.Text.Length == 0 ? [] : new Block[] { new Block.Paragraph(say.Words.HowToReply), new Block.Form(returned.Form) },
                .. When(returned.WithWorkbook, () => say.Words.WorkbookAttached),
                new Block.Action(say.Words.OpenPage, returned.Link),
            ]);
    }

    public static Letter Of(ReportAccepted accepted, Wording say)
    {
        string about = say.About(accepted.About);
        return new Letter(
            say.Words.AcceptedSubject(about),
            [
                new Block.Paragraph($"{about}."),
                new Block.Paragraph(say.Words.AcceptedIntro),
                .. When(accepted.Locks is not null, () => say.Words.LocksAt(say.Dates.Moment(accepted.Locks!.Value))),
                new Block.Action(say.Words.OpenPage, accepted.Link),
            ]);
    }

    private static Point Returned(ReturnedItem item, Wording say) =>
        item.Sensitive ? new Point(item.Code, say.Words.HiddenLine) : new Point($"{item.Code} {item.Label}", item.Reason);

    private static Block[] Understood(IReadOnlyList<UnderstoodLine> lines, Wording say) =>
        lines.Count == 0 ? [] : [new Block.Figures(say.Words.Understood, [.. lines.Select(line => Row(line, say))])];

    private static FigureRow Row(UnderstoodLine line, Wording say) =>
        line.Sensitive
            ? new FigureRow(line.Code, say.Words.Hidden, "")
            : new FigureRow(line.Code, line.Unit is null ? line.Value : $"{line.Value} {line.Unit}", line.Label);

    private static Block[] Unclear(IReadOnlyList<UnclearLine> lines, Wording say) =>
        lines.Count == 0
            ? []
            : [new Block.Points(say.Words.NotUnderstood, [.. lines.Select(line => new Point(line.Sensitive ? say.Words.HiddenLine : line.Line, line.HowToSay))])];

    private static Block[] Questions(IReadOnlyList<string> questions, Wording say) =>
        questions.Count == 0 ? [] : [new Block.Points(PleaseCheck.In(say.Language), [.. questions.Select(question => new Point(question))])];

    private static Block[] Kept(string? words, Wording say) =>
        words is null ? [] : [new Block.Points(KeptAsWritten.In(say.Language), [.. words.Split('\n').Select(line => new Point(line))])];

    private static IEnumerable<Block> Files(IReadOnlyList<FileLine> files, Wording say)
    {
        Point[] kept = [.. files.Where(file => file.Refusal is null).Select(file => new Point(file.Name))];
        Point[] refused = [.. files.Where(file => file.Refusal is not null).Select(file => new Point(file.Name, file.Refusal))];
        if (kept.Length > 0)
        {
            yield return new Block.Points(say.Words.FilesKept, kept);
        }

        if (refused.Length > 0)
        {
            yield return new Block.Points(say.Words.FilesRefused, refused);
        }
    }

    private static Block[] When(bool holds, Func<string> text) => holds ? [new Block.Paragraph(text())] : [];
}
