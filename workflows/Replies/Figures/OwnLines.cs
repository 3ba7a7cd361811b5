using System.Text;
using ACip.Workflows.Replies.Extraction;
using ACip.Workflows.Tasks;

namespace ACip.Workflows.Replies.Figures;

/// <summary>Reads the person's own lines: commands, answers with a code, and the form where it was pasted without quotation signs.</summary>
internal static class OwnLines
{
    private const int LongestAnswerLine = TextBounds.Narrative + 100;
    private const int WrappedFrom = 50;

    public static Command? Read(string text, FormCodes codes, Findings findings)
    {
        string[] raw = text.Split('\n');
        string[] lines = [.. raw.Select(CleanText.Clean)];
        bool[] taken = new bool[lines.Length];
        TakeSlots(lines, taken, codes, findings);
        PrintedWords printed = new(findings.Items, findings.Language);
        Command? command = null;
        bool several = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (taken[i] || string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }

            if (CommandLines.Read(lines[i], out NotUnderstoodReason? missing, out bool takesMore) is { } said)
            {
                said = takesMore ? WithRest(said, lines, taken, i, codes) : said;
                several |= command is not null && command != said;
                command ??= said;
            }
            else if (missing is { } reason)
            {
                findings.AskBack(raw[i].Trim(), null, reason);
            }
            else if (lines[i].Length <= LongestAnswerLine)
            {
                ReadLine(i, raw, lines, taken, codes, printed, findings);
            }
            else if (AnswerLine.On(lines[i][..LongestAnswerLine], codes) is [{ Certain: true } answer, ..])
            {
                findings.AskBack(answer.Item.Sensitive ? answer.Item.Code : ReplyBounds.Shorten(raw[i].Trim()), answer.Item.Code, NotUnderstoodReason.TooLong);
            }
        }

        if (several)
        {
            findings.AskBack("", null, NotUnderstoodReason.TwoCommands);
            return null;
        }

        return command;
    }

    /// <summary>An answer that was taken for part of a signature must not be lost in silence.</summary>
    public static void ReadSignature(IReadOnlyList<string> signature, FormCodes codes, Findings findings)
    {
        foreach (string line in signature)
        {
            if (line.Length > LongestAnswerLine)
            {
                continue;
            }

            foreach (AnswerLine answer in AnswerLine.On(CleanText.Clean(line), codes))
            {
                if (answer.Certain)
                {
                    findings.AskBack(answer.Item.Sensitive ? answer.Item.Code : line.Trim(), answer.Item.Code, NotUnderstoodReason.InTheSignature);
                }
            }
        }
    }

    private static void ReadLine(int i, string[] raw, string[] lines, bool[] taken, FormCodes codes, PrintedWords printed, Findings findings)
    {
        string line = raw[i].Trim();
        List<AnswerLine> answers = AnswerLine.On(lines[i], codes);
        if (answers.Count == 0)
        {
            ReadOther(lines[i], line, printed, findings);
            return;
        }

        if (printed.Contains(lines[i]))
        {
            return;
        }

        foreach (AnswerLine found in answers)
        {
            AnswerLine answer = found.Item.Kind == FormItemKind.Narrative ? found with { Written = Continued(found.Written, lines, taken, i, codes, always: true) } : found;
            Answer read = answer.Read(findings.Language);
            if (read.MissingReason is not null)
            {
                read = answer with { Written = Continued(answer.Written, lines, taken, i, codes, always: false) } is var longer ? longer.Read(findings.Language) : read;
            }

            if (read.Problem is not null && !answer.Certain && !Traces.HasDigit(answer.Written))
            {
                continue; // prose that begins with a code
            }

            if (answer.Item.Kind == FormItemKind.Narrative && !answer.Certain && !answer.AfterDash)
            {
                continue;
            }

            if (read.Problem is null && answer == answers[^1] && MayGoOn(read, lines, i))
            {
                read = new(Problem: NotUnderstoodReason.CutLine);
            }

            findings.Add(answer.Item, read, line);
        }
    }

    private static void ReadOther(string clean, string line, PrintedWords printed, Findings findings)
    {
        string keyed = FormCodes.Key(clean.Trim(' ', '\t', '*', '-', '•'));
        if (FormCodes.LooksLikeOther(keyed) && !printed.Contains(clean))
        {
            findings.AskBack(line, null, NotUnderstoodReason.UnknownCode);
        }
        else if (IsFigureAlone(clean))
        {
            findings.AskBack(line, null, NotUnderstoodReason.NoCode);
        }
        else if (CleanText.LooksDamaged(line) && line.IndexOf(':', StringComparison.Ordinal) is > 1 and < 20)
        {
            findings.AskBack(line, null, NotUnderstoodReason.WrongCharacters);
        }
    }

    private static bool IsFigureAlone(string clean)
    {
        string text = clean.Trim(' ', '\t', '[', ']', '*', '%', '.');
        return text.Length is > 0 and < 25 && NumberText.Read(text, decimalComma: true, out int end, out NotUnderstoodReason problem) is var value && end == text.TrimEnd('%', ' ').Length
            && (value is not null || problem == NotUnderstoodReason.AmbiguousNumber) && !(value is null && text.Contains(' ', StringComparison.Ordinal));
    }

    private static void TakeSlots(string[] lines, bool[] taken, FormCodes codes, Findings findings)
    {
        string text = string.Join('\n', lines);
        int line = 0;
        int lineStart = 0;
        foreach (Slot slot in Slots.In(text, codes))
        {
            QuotedForm.AddSlot(text, slot, findings);
            while (lineStart + lines[line].Length < slot.Start)
            {
                lineStart += lines[line++].Length + 1;
            }

            for (int l = line, at = lineStart; l < lines.Length && at < slot.End; at += lines[l++].Length + 1)
            {
                taken[l] = true;
            }
        }
    }

    /// <summary>A narrative goes on to the next blank line, code or command; a reason only where its line was long enough to be wrapped.</summary>
    private static string Continued(string written, string[] lines, bool[] taken, int i, FormCodes codes, bool always)
    {
        StringBuilder all = new(written);
        for (int next = i + 1; next < lines.Length; next++)
        {
            bool ends = string.IsNullOrWhiteSpace(lines[next]) || taken[next] || (!always && lines[next - 1].Length < WrappedFrom)
                || AnswerLine.On(lines[next].Length > LongestAnswerLine ? "" : lines[next], codes).Exists(answer => answer.Certain) || CommandLines.Read(lines[next], out NotUnderstoodReason? missing, out _) is not null || missing is not null;
            if (ends)
            {
                break;
            }

            all.Append('\n').Append(lines[next].Trim());
            taken[next] = true;
        }

        return all.ToString();
    }

    private static Command WithRest(Command command, string[] lines, bool[] taken, int i, FormCodes codes) => command switch
    {
        Command.Question question => new Command.Question(Continued(question.Text, lines, taken, i, codes, always: true)),
        Command.Nil nil => new Command.Nil(Continued(nil.Reason, lines, taken, i, codes, always: false).Replace('\n', ' ')),
        _ => command,
    };

    /// <summary>The next line may be the rest of this number: "B3: 1" and "234", broken at the space.</summary>
    private static bool MayGoOn(Answer read, string[] lines, int i)
    {
        if ((read.Value is null && read.Groups is null) || i + 1 >= lines.Length)
        {
            return false;
        }

        string line = lines[i].TrimEnd();
        string next = lines[i + 1].TrimStart();
        int digits = 0;
        while (digits < next.Length && NumberText.Digit(next[digits]) >= 0)
        {
            digits++;
        }

        return (digits == 3 && line.Length > 0 && NumberText.Digit(line[^1]) >= 0) || (digits > 0 && line.Length > 0 && line[^1] is '.' or ',' or '\'');
    }
}
