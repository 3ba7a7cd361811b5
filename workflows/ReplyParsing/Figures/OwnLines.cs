using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Reads the person's own lines: commands, answers with a code, and the form if it was pasted without quotation signs.</summary>
/// <remarks>Each line ends as exactly one thing (<see cref="LineEnd"/>), so that none is dropped silently.</remarks>
internal sealed class OwnLines
{
    private readonly FormCodes codes;
    private readonly Findings findings;
    private readonly PrintedWords printed;
    private readonly ClassifiedLines own;
    private readonly Continuations continuations;
    private readonly LineAnswers answers;
    private readonly List<(Command Command, int Line)> commands = [];
    private readonly List<AssignedItems> assigned = [];

    private OwnLines(string text, FormCodes codes, Findings findings)
    {
        this.codes = codes;
        this.findings = findings;
        printed = new(findings.Items, findings.Language);
        own = new(text, findings);
        continuations = new(own, codes, findings);
        answers = new(own, continuations, codes, findings);
    }

    public static ParsedOwnLines Read(string text, FormCodes codes, Findings findings) => new OwnLines(text, codes, findings).Read();

    private ParsedOwnLines Read()
    {
        new PastedSlots(own, codes, findings, printed).Take();
        for (int i = 0; i < own.Count; i++)
        {
            if (own.Ends[i] is null && !ClassifiedLines.IsBlank(own.Clean[i]))
            {
                own.Ends[i] = ReadLine(i);
            }
        }

        Command? command = OneCommand();
        string[] written = commands is [{ Line: var line }, ..] ? [.. own.Raw[line..own.Behind(line)].Select(one => one.Trim())] : [];
        return new ParsedOwnLines(command, written, own.Sorted()) { Assigned = assigned };
    }

    /// <summary>Looks for answers and commands in lines taken for a signature, so that none is lost silently.</summary>
    public static void ReadSignature(IReadOnlyList<string> signature, FormCodes codes, Findings findings)
    {
        foreach (string line in signature.Take(ReadingBounds.MostLines))
        {
            if (line.Length > ReadingBounds.LongestAnswerLine)
            {
                continue;
            }

            string clean = StruckOut.Without(CleanText.Clean(line));
            LineCodes said = LineCodes.In(clean, codes);
            if (said.IsCertain)
            {
                FormItem[] items = [.. said.Answers.Where(answer => answer.Certain).SelectMany(answer => answer.Items)];
                findings.AskBack(line.Trim(), items, NotUnderstoodReason.InTheSignature);
            }
            else if (
                CommandLines.Read(clean, out _, out _, findings.Asked) is not null
                || (findings.Asked is not null && AssignLine.Is(clean, codes))
            )
            {
                findings.AskBack(line.Trim(), [], NotUnderstoodReason.InTheSignature);
            }
        }
    }

    private LineEnd? ReadLine(int i)
    {
        string line = own.Raw[i].Trim();
        if (own.Clean[i].Length > ReadingBounds.LongestAnswerLine)
        {
            return ReadLongLine(i);
        }

        if (findings.Asked is not null && AssignLine.Is(own.Clean[i], codes))
        {
            return ReadAssignment(i);
        }

        if (CommandLines.Read(own.Clean[i], out NotUnderstoodReason? missing, out bool takesMore, findings.Asked) is { } said)
        {
            if (said is Command.Nil && !findings.TakesNil)
            {
                return LineEnd.Narrative;
            }

            commands.Add((takesMore ? WithRest(said, i) : said, i));
            return LineEnd.Understood;
        }

        if (missing == NotUnderstoodReason.ReasonMissing && !findings.TakesNil)
        {
            return LineEnd.Narrative;
        }

        if (missing is { } reason)
        {
            FormItem[] named = [.. LineCodes.In(own.Clean[i], codes).Items.DistinctBy(item => item.Code)];
            findings.AskBack(
                line,
                named,
                reason == NotUnderstoodReason.ReasonMissing && named.Length > 0 ? NotUnderstoodReason.NilOrItem : reason
            );
            return LineEnd.NotUnderstood;
        }

        if (printed.Contains(own.Clean[i]))
        {
            return LineEnd.OfTheForm;
        }

        LineCodes codesHere = LineCodes.In(own.Clean[i], codes);
        return codesHere.Any ? answers.Read(i, line, codesHere) : OtherLines.Read(own.Clean[i], line, answers.AnsweredLast, findings);
    }

    /// <summary>An address that no longer fitted may stand on the next line.</summary>
    private LineEnd ReadAssignment(int i)
    {
        string line = own.Raw[i].Trim(),
            clean = own.Clean[i];
        if (!clean.Contains('@', StringComparison.Ordinal) && i + 1 < own.Count && AssignLine.IsAddress(own.Clean[i + 1]))
        {
            (line, clean) = ($"{line} {own.Raw[i + 1].Trim()}", $"{clean} {own.Clean[i + 1]}");
            own.GoesOn[i + 1] = true;
        }

        AssignedItems? read = AssignLine.Read(clean, codes);
        if (read is null)
        {
            findings.AskBack(line, [], NotUnderstoodReason.NotAnAssignment);
        }
        else
        {
            assigned.Add(read with { Line = line });
        }

        own.MarkBelow(i, read is not null);
        return read is null ? LineEnd.NotUnderstood : LineEnd.Understood;
    }

    /// <summary>Nobody writes an answer on a line several pages long; but if it names an item, the sender is told that it was not
    /// read.</summary>
    private LineEnd ReadLongLine(int i)
    {
        FormItem[] named = [.. LineCodes.In(own.Clean[i][..ReadingBounds.LongestAnswerLine], codes).Items.DistinctBy(item => item.Code)];
        if (named.Length == 0)
        {
            return LineEnd.Narrative;
        }

        findings.AskBack(own.Raw[i].Trim(), named, NotUnderstoodReason.TooLong);
        return LineEnd.NotUnderstood;
    }

    private Command? OneCommand()
    {
        Command[] different = [.. commands.Select(command => command.Command).Distinct()];
        if (different.Length > 1)
        {
            string[] written =
            [
                .. commands.SelectMany(command => own.Clean[command.Line..own.Behind(command.Line)].Select(line => line.Trim())).Distinct(),
            ];
            FormItem[] named =
            [
                .. written.SelectMany(line => codes.In(FormCodes.Key(line))).Select(place => place.Item).DistinctBy(item => item.Code),
            ];
            findings.AskBack(string.Join('\n', written), named, NotUnderstoodReason.TwoCommands, doubts: false);
            foreach ((_, int line) in commands)
            {
                own.Ends[line] = LineEnd.NotUnderstood;
                own.MarkBelow(line, taken: false);
            }

            return null;
        }

        return different.FirstOrDefault();
    }

    private Command WithRest(Command command, int i) =>
        command switch
        {
            Command.Question question => new Command.Question(StruckOut.Cleared(continuations.Of(question.Text, i, always: true))),
            Command.Nil nil => new Command.Nil(StruckOut.Cleared(continuations.Of(nil.Reason, i, always: false)).Replace('\n', ' ')),
            Command.MoreTime more => more with
            {
                Reason = StruckOut.Cleared(continuations.Of(more.Reason, i, always: false)).Replace('\n', ' '),
            },
            _ => command,
        };
}
