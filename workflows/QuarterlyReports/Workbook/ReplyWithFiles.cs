using ACip.Workflows.Documents;
using ACip.Workflows.Messaging.Incoming;
using ACip.Workflows.Messaging.Letters;
using ACip.Workflows.Messaging.Mime;
using ACip.Workflows.QuarterlyReports.Cycle;
using ACip.Workflows.QuarterlyReports.Evidence;
using ACip.Workflows.ReplyParsing;

namespace ACip.Workflows.QuarterlyReports.Workbook;

/// <summary>A reply read together with its attachments: figures of a filled workbook joined to those of the text, and each file kept or
/// refused by name.</summary>
/// <param name="Kept">To be kept as evidence.</param>
internal sealed record ReplyWithFiles(ParsedReply Reading, IReadOnlyList<FileLine> Files, IReadOnlyList<KeptFile> Kept)
{
    private const string InWorkbook = "(workbook)";

    /// <param name="days">Days that an answer may name; null: any.</param>
    /// <param name="rejected">Hashes of files that an officer rejected before; null: none.</param>
    public static ReplyWithFiles Of(
        ParsedReply text,
        IReadOnlyList<ReceivedFile> files,
        FiguresForm form,
        DayRange? days = null,
        IReadOnlySet<string>? rejected = null
    )
    {
        ParsedReply reading = text;
        var lines = new List<FileLine>();
        var kept = new List<KeptFile>();
        foreach ((AttachmentFinding finding, ReceivedFile file) in RejectedFiles.Judge(files, rejected ?? new HashSet<string>()).Zip(files))
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
                ParsedWorkbook<FilledFigures> filled = FiguresWorkbook.Read(file.Content.ToArray(), form);
                if (filled.Content is { } content)
                {
                    reading = Join(reading, content, filled.Problems, form, days);
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

        return new ReplyWithFiles(reading, lines, kept);
    }

    /// <summary>Joins text and workbook where they agree and asks back where they do not. A workbook with problems submits nothing,
    /// although its sender believes it complete.</summary>
    private static ParsedReply Join(
        ParsedReply reading,
        FilledFigures filled,
        IReadOnlyList<WorkbookProblem> problems,
        FiguresForm form,
        DayRange? days
    )
    {
        var figures = reading.Figures.ToDictionary(figure => figure.Code, StringComparer.Ordinal);
        var unclear = new List<NotUnderstood>(reading.NotUnderstood);
        HashSet<string> doubtful = Doubtful(unclear);
        bool says = filled.Narrative is not null;
        foreach (FormItem item in form.Items)
        {
            if (!filled.Items.TryGetValue(item.Code, out FilledFigure? cell) || cell.HasProblem || item.Sensitive)
            {
                continue;
            }

            if (!Says(cell))
            {
                // a remark beside an empty cell is no answer, and not nothing
                unclear.AddRange(
                    cell.Comment is { } remark && !figures.ContainsKey(item.Code)
                        ? [new NotUnderstood($"{item.Code}: {remark}", item.Code, NotUnderstoodReason.InTheWorkbook)]
                        : Array.Empty<NotUnderstood>()
                );
                continue;
            }

            ReplyFigure inWorkbook = StatusCells.Read(item, cell, form.Language, InWorkbook) ?? InCells(item, cell);
            if (item.Context.Given is { } given && IsAsHandedOut(inWorkbook, given))
            {
                continue;
            }

            says |= inWorkbook.MissingReason is null;
            if (doubtful.Contains(item.Code))
            {
                continue; // the words said something else, or nothing certain: that was asked back already
            }

            if (cell.Date is { } day && days?.Holds(day) == false)
            {
                figures.Remove(item.Code);
                unclear.Add(new NotUnderstood($"{item.Code}: {day:yyyy-MM-dd}", item.Code, NotUnderstoodReason.DayOutside));
                continue;
            }

            unclear.AddRange(Say(figures, inWorkbook));
        }

        reading = TakeAccount(reading, figures, unclear, filled.Narrative, form);
        unclear.AddRange(problems.Select(problem => new NotUnderstood(problem.In(form.Language), null, NotUnderstoodReason.InTheWorkbook)));
        Command? command = reading.Command;
        if (command is Command.Nil nil && says)
        {
            unclear.Add(new NotUnderstood(nil.Reason, null, NotUnderstoodReason.NilOrItem));
            command = null;
        }

        return reading with
        {
            Command = problems.Count > 0 && command is Command.Submit ? null : command,
            Figures = [.. form.Items.Where(item => figures.ContainsKey(item.Code)).Select(item => figures[item.Code])],
            NotUnderstood = unclear,
        };
    }

    /// <summary>The sheet for a free account answers the first section, beside what was said of that directly. Where the section is not
    /// asked, it is kept as words of the reply.</summary>
    private static ParsedReply TakeAccount(
        ParsedReply reading,
        Dictionary<string, ReplyFigure> figures,
        List<NotUnderstood> unclear,
        string? account,
        FiguresForm form
    )
    {
        if (account is null)
        {
            return reading;
        }

        string progress = NarrativeSection.All[0].Code;
        if (form.Items.All(item => item.Code != progress))
        {
            return reading with { Lines = [.. reading.Lines, new ReadLine(account, LineEnd.Narrative)] };
        }

        var said = new ReplyFigure(progress, null, null, null, null, account, new Dictionary<string, decimal>(), InWorkbook);
        unclear.AddRange(Say(figures, said));
        return reading;
    }

    private static HashSet<string> Doubtful(IEnumerable<NotUnderstood> unclear) =>
        [.. unclear.Where(line => line.Reason != NotUnderstoodReason.InASentence).SelectMany(line => line.Codes)];

    /// <returns>What is asked back: text and workbook say it differently.</returns>
    private static NotUnderstood[] Say(Dictionary<string, ReplyFigure> figures, ReplyFigure inWorkbook)
    {
        string code = inWorkbook.Code;
        if (!figures.TryGetValue(code, out ReplyFigure? inText))
        {
            figures[code] = inWorkbook;
            return [];
        }

        if (TextAndWorkbookMerge.Of(inText, inWorkbook) is { } both)
        {
            figures[code] = both;
            return [];
        }

        figures.Remove(code);
        return [new NotUnderstood(inText.Line, code, NotUnderstoodReason.SaidTwice)];
    }

    private static ReplyFigure InCells(FormItem item, FilledFigure cell) =>
        new(
            item.Code,
            cell.Number,
            cell.Reached,
            cell.Date,
            cell.MissingReason,
            TextAndWorkbookMerge.Both(cell.Text, cell.Comment),
            cell.Groups,
            InWorkbook
        )
        {
            Counts = cell.Counts,
        };

    /// <summary>True for an earlier answer that was filled in beforehand and left unchanged: it says nothing new.</summary>
    private static bool IsAsHandedOut(ReplyFigure cell, ReplyFigure given) =>
        SaidAnswer
            .Of(cell with { Narrative = cell.Narrative ?? given.Narrative, Date = cell.Date ?? given.Date })
            .IsSame(SaidAnswer.Of(given));

    private static bool Says(FilledFigure cell) =>
        cell.Number is not null
        || cell.Status is not null
        || cell.Reached is not null
        || cell.Date is not null
        || cell.Text is not null
        || cell.MissingReason is not null
        || cell.Groups.Count > 0;
}

internal sealed record KeptFile(AttachmentFinding Finding, ReadOnlyMemory<byte> Content)
{
    /// <summary>The code of the item that its sender said it supports; null if they did not say.</summary>
    public string? Item { get; init; }
}
