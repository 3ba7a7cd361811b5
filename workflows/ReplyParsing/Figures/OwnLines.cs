using System.Text;
using ACip.Workflows.ReplyParsing.Extraction;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>Reads the person's own lines: commands, answers with a code, and the form where it was pasted without quotation
/// signs.</summary>
/// <remarks>Each line ends as one thing (<see cref="LineEnd"/>), so that none is dropped in silence.</remarks>
internal sealed class OwnLines
{
    private const int WrappedFrom = 50;

    private readonly FormCodes codes;
    private readonly Findings findings;
    private readonly PrintedWords printed;
    private readonly string[] raw;
    private readonly string[] lines;
    private readonly LineEnd?[] ends;
    private readonly bool[] goesOn;
    private readonly List<(Command Command, int Line)> commands = [];
    private readonly List<AssignedItems> assigned = [];
    private IReadOnlyList<FormItem> answeredLast = [];

    private OwnLines(string text, FormCodes codes, Findings findings)
    {
        this.codes = codes;
        this.findings = findings;
        printed = new(findings.Items, findings.Language);
        raw = text.Split('\n', ReadingBounds.MostLines + 1);
        bool tooMany = raw.Length > ReadingBounds.MostLines;
        raw = tooMany ? raw[..ReadingBounds.MostLines] : raw;
        lines = [.. raw.Select(line => StruckOut.Without(CleanText.Clean(line)))];
        ends = new LineEnd?[lines.Length];
        goesOn = new bool[lines.Length];
        if (tooMany)
        {
            findings.AskBack("…", [], NotUnderstoodReason.TooLong);
        }
    }

    public static ParsedOwnLines Read(string text, FormCodes codes, Findings findings)
    {
        var own = new OwnLines(text, codes, findings);
        own.TakeSlots();
        for (int i = 0; i < own.lines.Length; i++)
        {
            if (own.ends[i] is null && !IsBlank(own.lines[i]))
            {
                own.ends[i] = own.ReadLine(i);
            }
        }

        Command? command = own.OneCommand();
        string written = own.commands.Count == 0 ? "" : own.raw[own.commands[0].Line].Trim();
        return new ParsedOwnLines(command, written, own.Sorted()) { Assigned = own.assigned };
    }

    /// <summary>An answer that was taken for part of a signature must not be lost in silence, and neither must a command.</summary>
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
        string line = raw[i].Trim();
        if (lines[i].Length > ReadingBounds.LongestAnswerLine)
        {
            return ReadLongLine(i);
        }

        if (findings.Asked is not null && AssignLine.Is(lines[i], codes))
        {
            return ReadAssignment(i);
        }

        if (CommandLines.Read(lines[i], out NotUnderstoodReason? missing, out bool takesMore, findings.Asked) is { } said)
        {
            commands.Add((takesMore ? WithRest(said, i) : said, i));
            return LineEnd.Understood;
        }

        if (missing is { } reason)
        {
            FormItem[] named = [.. LineCodes.In(lines[i], codes).Items.DistinctBy(item => item.Code)];
            findings.AskBack(
                line,
                named,
                reason == NotUnderstoodReason.ReasonMissing && named.Length > 0 ? NotUnderstoodReason.NilOrItem : reason
            );
            return LineEnd.NotUnderstood;
        }

        if (printed.Contains(lines[i]))
        {
            return LineEnd.OfTheForm;
        }

        LineCodes codesHere = LineCodes.In(lines[i], codes);
        return codesHere.Any ? ReadAnswers(i, line, codesHere) : OtherLines.Read(lines[i], line, answeredLast, findings);
    }

    /// <summary>An address that no longer fitted may stand on the next line.</summary>
    private LineEnd ReadAssignment(int i)
    {
        string line = raw[i].Trim(),
            clean = lines[i];
        if (!clean.Contains('@', StringComparison.Ordinal) && i + 1 < lines.Length && AssignLine.IsAddress(lines[i + 1]))
        {
            (line, clean) = ($"{line} {raw[i + 1].Trim()}", $"{clean} {lines[i + 1]}");
            goesOn[i + 1] = true;
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

        MarkBelow(i, read is not null);
        return read is null ? LineEnd.NotUnderstood : LineEnd.Understood;
    }

    /// <summary>Nobody writes an answer on a line of several pages; but where it names an item, it is said that it was not read.</summary>
    private LineEnd ReadLongLine(int i)
    {
        FormItem[] named = [.. LineCodes.In(lines[i][..ReadingBounds.LongestAnswerLine], codes).Items.DistinctBy(item => item.Code)];
        if (named.Length == 0)
        {
            return LineEnd.Narrative;
        }

        findings.AskBack(raw[i].Trim(), named, NotUnderstoodReason.TooLong);
        return LineEnd.NotUnderstood;
    }

    private LineEnd ReadAnswers(int i, string line, LineCodes said)
    {
        bool understood = false,
            asked = false,
            broken = false;
        foreach (AnswerLine found in said.Answers)
        {
            AnswerLine answer =
                found.Item.Kind.EndsInWords() && found.Items.Count == 1 && (found.Certain || found.AfterDash)
                    ? found with
                    {
                        Written = Continued(found.Written, i, always: found.Item.Kind == FormItemKind.Narrative),
                    }
                    : found;
            if (answer.AfterWords && broken)
            {
                findings.AskBack(line, answer.Items, NotUnderstoodReason.InASentence, said.Items);
                asked = true;
                continue;
            }

            answeredLast = answer.Items;
            string written = answer == found ? line : string.Join('\n', raw[i..Behind(i)].Select(one => one.Trim()));
            (bool taken, broken) = Take(i, written, answer, said, isLast: found == said.Answers[^1]);
            MarkBelow(i, taken);
            understood |= taken;
            asked |= !taken;
        }

        foreach (IGrouping<bool, FormItem> mentioned in said.Mentioned.GroupBy(item => item.Sensitive))
        {
            Mention(line, lines[i], [.. mentioned], said);
            asked = true;
        }

        // what was understood of it stands in the acknowledgement, and so does what was not
        return asked ? LineEnd.NotUnderstood
            : understood ? LineEnd.Understood
            : LineEnd.NotUnderstood;
    }

    /// <returns>Whether something was taken from it, and whether what follows on the line may belong to a sentence.</returns>
    private (bool Taken, bool Broken) Take(int i, string line, AnswerLine answer, LineCodes said, bool isLast)
    {
        Answer read = answer.Read(answer.Item, findings.Language);
        if (read.MissingReason is not null)
        {
            AnswerLine longer = answer with { Written = Continued(answer.Written, i, always: false) };
            read = longer.Read(answer.Item, findings.Language);
            answer = longer;
        }

        if (answer.Items.Count > 1)
        {
            return (TakeTogether(line, answer, read, said), read.Problem is not null || read.MissingReason is not null);
        }

        if (
            !answer.Certain
            && (
                (read.Problem is not null && !Traces.HasDigit(CleanText.Fold(answer.Written)))
                || (answer.Item.Kind == FormItemKind.Narrative && !answer.AfterDash)
            )
        )
        {
            Mention(line, lines[i], answer.Items, said);
            return (false, true); // prose that begins with a code
        }

        if (read.Problem is null && isLast && MayGoOn(read, i))
        {
            read = new(Problem: NotUnderstoodReason.CutLine);
        }

        findings.Add(answer.Item, read, line, said.Items);
        return (read.Problem is null && !answer.Item.Sensitive, read.Problem is not null || read.MissingReason is not null);
    }

    /// <summary>A reason or a plain yes or no may hold for several; a figure hardly does.</summary>
    private bool TakeTogether(string line, AnswerLine answer, Answer read, LineCodes said)
    {
        bool all =
            read.MissingReason is not null
            || (read is { Reached: not null, Problem: null } && answer.Items.All(item => item.Kind == FormItemKind.YesNo))
            || (read is { Status: not null, Problem: null } && answer.Items.All(item => item.Kind == answer.Item.Kind));
        FormItem[] open = [.. answer.Items.Where(item => !item.Sensitive)];
        foreach (FormItem item in answer.Items.Where(item => item.Sensitive || all))
        {
            findings.Add(item, read, line, said.Items);
        }

        if (!all && open.Length > 0)
        {
            findings.AskBack(
                line,
                open,
                read.Problem == NotUnderstoodReason.ReasonMissing ? NotUnderstoodReason.ReasonMissing : NotUnderstoodReason.SeveralCodes,
                said.Items
            );
        }

        return all && open.Length > 0;
    }

    /// <summary>A number beside a code, or a word that takes something back, puts an answer given elsewhere in doubt; other words are only
    /// said back.</summary>
    private void Mention(string line, string clean, IReadOnlyList<FormItem> items, LineCodes said)
    {
        if (items[0].Sensitive)
        {
            findings.AskBack("", items, NotUnderstoodReason.ThroughTheLink);
            return;
        }

        findings.AskBack(line, items, NotUnderstoodReason.InASentence, said.Items, doubts: Doubts.Casts(clean, codes));
    }

    private Command? OneCommand()
    {
        Command[] different = [.. commands.Select(command => command.Command).Distinct()];
        if (different.Length > 1)
        {
            string[] written =
            [
                .. commands.SelectMany(command => lines[command.Line..Behind(command.Line)].Select(line => line.Trim())).Distinct(),
            ];
            FormItem[] named =
            [
                .. written.SelectMany(line => codes.In(FormCodes.Key(line))).Select(place => place.Item).DistinctBy(item => item.Code),
            ];
            findings.AskBack(string.Join('\n', written), named, NotUnderstoodReason.TwoCommands, doubts: false);
            foreach ((_, int line) in commands)
            {
                ends[line] = LineEnd.NotUnderstood;
                MarkBelow(line, taken: false);
            }

            return null;
        }

        return different.FirstOrDefault();
    }

    private List<ReadLine> Sorted()
    {
        string[] shown = [.. lines.Select(line => line.Trim())];
        bool[] courtesy = Courtesies.Among(shown, at => ends[at] is null or LineEnd.Narrative);
        var sorted = new List<ReadLine>();
        for (int at = 0; at < lines.Length; at++)
        {
            if (IsBlank(lines[at]))
            {
                continue;
            }

            LineEnd end = courtesy[at] ? LineEnd.Courtesy : ends[at] ?? LineEnd.Narrative;
            if (end != LineEnd.OfTheForm)
            {
                sorted.Add(new ReadLine(raw[at].Trim(), end));
            }
        }

        return sorted;
    }

    private void TakeSlots()
    {
        string text = string.Join('\n', lines);
        int line = 0;
        int lineStart = 0;
        foreach (Slot slot in Slots.In(text, codes))
        {
            LineEnd end = QuotedForm.AddSlot(text, slot, findings);
            while (lineStart + lines[line].Length < slot.Start)
            {
                lineStart += lines[line++].Length + 1;
            }

            if (slot.Start - lineStart <= ReadingBounds.LongestAnswerLine)
            {
                MentionBefore(line, text[lineStart..slot.Start]);
            }

            for (int l = line, at = lineStart; l < lines.Length && at < slot.End; at += lines[l++].Length + 1)
            {
                ends[l] = ends[l] is { } before && before > end ? before : end;
            }
        }
    }

    /// <summary>Words of the person's before a slot on its line.</summary>
    private void MentionBefore(int line, string before)
    {
        if (
            ends[line] is null
            && !before.Contains(']', StringComparison.Ordinal)
            && LineCodes.In(before, codes) is { Any: true } said
            && !printed.Contains(before)
        )
        {
            findings.AskBack(
                raw[line].Trim(),
                [.. said.Items.DistinctBy(item => item.Code)],
                NotUnderstoodReason.InASentence,
                said.Items,
                doubts: Doubts.Casts(before, codes)
            );
            ends[line] = LineEnd.NotUnderstood;
        }
    }

    /// <summary>A narrative goes on to the next blank line, closing, command or line that begins with a code; a reason only where its line
    /// was long enough to be wrapped.</summary>
    private string Continued(string written, int i, bool always)
    {
        StringBuilder all = new(written);
        for (int next = i + 1; next < lines.Length; next++)
        {
            bool ended =
                IsBlank(lines[next])
                || ends[next] is not null
                || (!always && lines[next - 1].Length < WrappedFrom)
                || (lines[next].Length <= ReadingBounds.LongestAnswerLine && LineCodes.In(lines[next], codes).Answers.Count > 0)
                || Courtesies.IsClosing(lines[next])
                || (findings.Asked is not null && AssignLine.Is(lines[next], codes))
                || CommandLines.Read(lines[next], out NotUnderstoodReason? missing, out _, findings.Asked) is not null
                || missing is not null;
            if (ended)
            {
                break;
            }

            all.Append('\n').Append(lines[next].Trim());
            ends[next] = LineEnd.Understood;
            goesOn[next] = true;
        }

        return all.ToString();
    }

    /// <summary>The line behind those that go on from this one.</summary>
    private int Behind(int i)
    {
        int next = i + 1;
        while (next < lines.Length && goesOn[next])
        {
            next++;
        }

        return next;
    }

    /// <summary>What goes on from a line ends as that line does.</summary>
    private void MarkBelow(int i, bool taken) =>
        Array.Fill(ends, taken ? LineEnd.Understood : LineEnd.NotUnderstood, i + 1, Behind(i) - i - 1);

    private Command WithRest(Command command, int i) =>
        command switch
        {
            Command.Question question => new Command.Question(StruckOut.Cleared(Continued(question.Text, i, always: true))),
            Command.Nil nil => new Command.Nil(StruckOut.Cleared(Continued(nil.Reason, i, always: false)).Replace('\n', ' ')),
            Command.MoreTime more => more with { Reason = StruckOut.Cleared(Continued(more.Reason, i, always: false)).Replace('\n', ' ') },
            _ => command,
        };

    /// <summary>The next line may be the rest of this number: "B3: 1" and "234", broken at the space.</summary>
    private bool MayGoOn(Answer read, int i)
    {
        if ((read.Value is null && read.Groups is null) || i + 1 >= lines.Length)
        {
            return false;
        }

        string line = lines[i].TrimEnd();
        string next = lines[i + 1].TrimStart();
        int digits = 0;
        while (digits < next.Length && NumberReader.Digit(next[digits]) >= 0)
        {
            digits++;
        }

        return (digits == 3 && line.Length > 0 && NumberReader.Digit(line[^1]) >= 0)
            || (digits > 0 && line.Length > 0 && line[^1] is '.' or ',' or '\'');
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim([' ', '\t', StruckOut.Mark]).IsEmpty;
}
