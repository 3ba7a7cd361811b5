using ACip.Workflows.Mail.Incoming;
using ACip.Workflows.Mail.Mime;
using ACip.Workflows.Mail.Outgoing;
using ACip.Workflows.Programme;
using ACip.Workflows.Replies;
using ACip.Workflows.Reporting;
using ACip.Workflows.Workbooks;

namespace ACip.Workflows.Mail.Workbooks;

/// <summary>A reply with its attachments read: figures of a filled workbook joined to those of the text, and each file kept or refused by name.</summary>
/// <param name="Kept">To be kept as evidence.</param>
internal sealed record ReadReply(ReplyReading Reading, IReadOnlyList<FileLine> Files, IReadOnlyList<KeptFile> Kept)
{
    public static ReadReply Of(ReplyReading text, IReadOnlyList<ReceivedFile> files, FiguresForm form)
    {
        ReplyReading reading = text;
        var lines = new List<FileLine>();
        var kept = new List<KeptFile>();
        foreach ((AttachmentFinding finding, ReceivedFile file) in AttachmentRules.Judge(files).Zip(files))
        {
            if (finding.Refusal is { } refusal)
            {
                // a logo in a signature is nothing that the person sent us
                if (refusal != AttachmentReasons.Decoration)
                {
                    lines.Add(new FileLine(finding.Name, AttachmentReasons.Text(refusal).In(form.Language)));
                }

                continue;
            }

            if (finding.IsWorkbook)
            {
                WorkbookReading<FilledFigures> filled = FiguresWorkbook.Read(file.Content.ToArray(), form);
                if (filled.Content is { } content)
                {
                    reading = Join(reading, content, filled.Problems, form);
                }
                else if (filled.Problems is [{ Rule: not WorkbookProblems.NotOurs } problem, ..])
                {
                    lines.Add(new FileLine(finding.Name, problem.In(form.Language)));
                    // its sender thinks that it is complete: without it nothing is handed in
                    reading = reading.Command is Command.Submit ? reading with { Command = null } : reading;
                    continue;
                }
            }

            lines.Add(new FileLine(finding.Name));
            kept.Add(new KeptFile(finding, file.Content));
        }

        return new ReadReply(reading, lines, kept);
    }

    /// <summary>Two ways of saying the same figure agree, or it is asked back. A workbook with problems hands nothing in: its sender thinks that it is complete.</summary>
    private static ReplyReading Join(ReplyReading reading, FilledFigures filled, IReadOnlyList<WorkbookProblem> problems, FiguresForm form)
    {
        var figures = reading.Figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        var unclear = new List<NotUnderstood>(reading.NotUnderstood);
        foreach (FormItem item in form.Items)
        {
            if (!filled.Items.TryGetValue(item.Code, out FilledFigure? cell) || cell.HasProblem || item.Sensitive || !Says(cell))
            {
                continue;
            }

            var inWorkbook = new Figure(item.Code, cell.Number, cell.Reached, cell.Date, cell.MissingReason, cell.Text ?? cell.Comment, cell.Groups, "(workbook)");
            if (item.Context.Given is { } given && IsAsHandedOut(inWorkbook, given))
            {
                continue;
            }

            if (figures.TryGetValue(item.Code, out Figure? inText) && !Agree(inText, inWorkbook))
            {
                figures.Remove(item.Code);
                unclear.Add(new NotUnderstood(inText.Line, item.Code, NotUnderstoodReason.SaidTwice));
            }
            else
            {
                figures[item.Code] = inWorkbook;
            }
        }

        string progress = NarrativeSection.All[0].Code;
        if (filled.Narrative is { } account && form.Items.Any(item => item.Code == progress))
        {
            // the sheet for an account in one's own words answers the first section, unless that was answered itself
            figures.TryAdd(progress, new Figure(progress, null, null, null, null, account, new Dictionary<string, decimal>(), "(workbook)"));
        }

        unclear.AddRange(problems.Select(problem => new NotUnderstood(problem.In(form.Language), null, NotUnderstoodReason.InTheWorkbook)));
        return new ReplyReading(
            problems.Count > 0 && reading.Command is Command.Submit ? null : reading.Command,
            [.. form.Items.Where(item => figures.ContainsKey(item.Code)).Select(item => figures[item.Code])],
            unclear);
    }

    /// <summary>Earlier answers were filled in before it was handed out: what was left so says nothing new.</summary>
    private static bool IsAsHandedOut(Figure cell, Figure given) =>
        SaidAnswer.Of(cell with { Narrative = cell.Narrative ?? given.Narrative, Date = cell.Date ?? given.Date }).IsSame(SaidAnswer.Of(given));

    private static bool Says(FilledFigure cell) => cell.Number is not null || cell.Reached is not null || cell.Date is not null || cell.Text is not null || cell.MissingReason is not null;

    private static bool Agree(Figure a, Figure b) =>
        a.Value == b.Value && a.Reached == b.Reached && a.MissingReason == b.MissingReason
        && a.Groups.All(group => !b.Groups.TryGetValue(group.Key, out decimal other) || other == group.Value);
}

internal sealed record KeptFile(AttachmentFinding Finding, ReadOnlyMemory<byte> Content);
