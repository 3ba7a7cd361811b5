using System.Text;

namespace ACip.Workflows.ReplyParsing.Figures;

/// <summary>How far a text that begins on one line continues on the next ones.</summary>
internal sealed class Continuations(ClassifiedLines own, FormCodes codes, Findings findings)
{
    private const int WrappedFrom = 50;

    /// <summary>A narrative continues to the next blank line, closing, command or line that begins with a code; a reason only if its line
    /// was long enough to have been wrapped.</summary>
    public string Of(string written, int i, bool always)
    {
        StringBuilder all = new(written);
        for (int next = i + 1; next < own.Count; next++)
        {
            bool ended =
                ClassifiedLines.IsBlank(own.Clean[next])
                || own.Ends[next] is not null
                || (!always && own.Clean[next - 1].Length < WrappedFrom)
                || (own.Clean[next].Length <= ReadingBounds.LongestAnswerLine && LineCodes.In(own.Clean[next], codes).Answers.Count > 0)
                || Courtesies.IsClosing(own.Clean[next])
                || (findings.Asked is not null && AssignLine.Is(own.Clean[next], codes))
                || CommandLines.Read(own.Clean[next], out NotUnderstoodReason? missing, out _, findings.Asked) is not null
                || missing is not null;
            if (ended)
            {
                break;
            }

            all.Append('\n').Append(own.Clean[next].Trim());
            own.Ends[next] = LineEnd.Understood;
            own.GoesOn[next] = true;
        }

        return all.ToString();
    }

    /// <summary>The next line may be the rest of this number: "B3: 1" and "234", broken at the space.</summary>
    public bool MayBeCut(Answer read, int i)
    {
        if ((read.Value is null && read.Groups is null) || i + 1 >= own.Count)
        {
            return false;
        }

        string line = own.Clean[i].TrimEnd();
        string next = own.Clean[i + 1].TrimStart();
        int digits = 0;
        while (digits < next.Length && NumberReader.Digit(next[digits]) >= 0)
        {
            digits++;
        }

        return (digits == 3 && line.Length > 0 && NumberReader.Digit(line[^1]) >= 0)
            || (digits > 0 && line.Length > 0 && line[^1] is '.' or ',' or '\'');
    }
}
