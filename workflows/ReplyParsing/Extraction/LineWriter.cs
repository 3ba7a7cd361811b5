using System.Text;
using AngleSharp.Dom;

namespace ACip.Workflows.ReplyParsing.Extraction;

/// <summary>Writes the lines of an HTML mail, element by element.</summary>
internal sealed class LineWriter(StyleRules rules)
{
    private readonly List<MailLine> lines = [];
    private readonly StringBuilder line = new();
    private readonly Stack<Frame> frames = new([new Frame(LineOrigin.Unmarked, Look.Plain, CellFlow.Free, false)]);
    private bool spacePending;
    private bool striking;
    private bool cut;
    private bool goesOn;

    public bool IsOwn => Now.Origin == LineOrigin.Unmarked;

    private Frame Now => frames.Peek();

    private bool InOneLine => Now.Flow is CellFlow.OneLine or CellFlow.OneLineButBreaks;

    public List<MailLine> Lines()
    {
        EndLine(always: false);
        return lines;
    }

    public void Text(string data)
    {
        if (Now.Look.IsUnseen)
        {
            return;
        }

        if (Now.Preformatted)
        {
            int from = 0;
            for (int end = data.IndexOf('\n', from); end >= 0; end = data.IndexOf('\n', from))
            {
                Append(data.AsSpan(from, end - from).TrimEnd('\r'));
                EndLine(always: true);
                from = end + 1;
            }

            Append(data.AsSpan(from));
            return;
        }

        foreach (char c in data)
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                spacePending = line.Length > 0;
                continue;
            }

            if (spacePending)
            {
                line.Append(' ');
                spacePending = false;
            }

            Append([c]);
        }
    }

    public void Push(LineOrigin origin)
    {
        EndLine(always: false);
        frames.Push(Now with { Origin = IsOwn ? origin : Now.Origin });
    }

    public void Pop()
    {
        EndLine(always: false);
        frames.Pop();
    }

    /// <returns>False where nothing in it is to be read.</returns>
    public bool Enter(IElement element)
    {
        string name = element.LocalName;
        if (Look.Of(element, Now.Look, rules) is not { } look)
        {
            return false;
        }

        if (name == "br")
        {
            Break();
            return false;
        }

        if (name == "hr")
        {
            EndLine(always: false);
            cut |= Containers.BeginsEarlierMail(element);
            lines.Add(new("________________", "________________", Now.Origin, cut, IsRule: true));
            return false;
        }

        LineOrigin origin = Containers.Origin(element, Now.Origin);
        bool begins = Containers.BeginsEarlierMail(element);
        CellFlow flow = Now.Flow;
        if (TableRows.IsCell(element))
        {
            flow = EnterCell(element);
        }
        else if (Containers.IsBlock(name) && origin == Now.Origin && !begins)
        {
            EndBlock();
        }

        if (origin != Now.Origin || begins)
        {
            EndLine(always: false);
        }

        if (IsApart(name) && !Containers.IsTight(element))
        {
            Gap();
        }

        if (name == "li")
        {
            line.Append("- ");
        }

        cut |= begins;
        frames.Push(new Frame(origin, look, flow, Now.Preformatted || Containers.IsPreformatted(element)));
        return true;
    }

    public void Leave(IElement element)
    {
        string name = element.LocalName;
        Frame left = frames.Pop();
        if (left.Origin != Now.Origin)
        {
            EndLine(always: false, left.Origin);
        }
        else if (Containers.IsBlock(name) && name != "dt" && !TableRows.IsCell(element))
        {
            EndBlock();
        }

        if (IsApart(name) && !Containers.IsTight(element))
        {
            Gap();
        }
    }

    private static bool IsApart(string name) => name is "p" or "h1" or "h2" or "h3" or "h4" or "ul" or "ol" or "table";

    private CellFlow EnterCell(IElement cell)
    {
        if (string.IsNullOrWhiteSpace(line.ToString()))
        {
            line.Clear(); // a cell that only keeps a distance
        }

        CellFlow flow = TableRows.FlowOf(cell, isFirst: line.Length == 0);
        if (line.Length > 0)
        {
            Strike(false);
            line.Append('\t');
        }

        spacePending = false;

        goesOn = flow == CellFlow.GoesOnFirst;
        return flow;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        goesOn = false;
        Strike(Now.Look.Struck);
        if (Now.Look.Raised == Raised.No)
        {
            line.Append(text);
            return;
        }

        foreach (char c in text)
        {
            line.Append(Markup.Raise(c, Now.Look.Raised));
        }
    }

    private void Strike(bool struck)
    {
        if (struck != striking)
        {
            line.Append(Markup.Strike);
            striking = struck;
        }
    }

    private void Break()
    {
        if (Now.Flow == CellFlow.OneLine)
        {
            spacePending = line.Length > 0;
            return;
        }

        EndLine(always: true);
    }

    /// <summary>A block begins or ends: a line of its own, but in a cell of a table of figures.</summary>
    private void EndBlock()
    {
        if (InOneLine)
        {
            spacePending = line.Length > 0 && line[^1] != '\t';
        }
        else if (!goesOn)
        {
            EndLine(always: false);
        }
    }

    private void Gap()
    {
        if (!InOneLine && !goesOn && line.Length == 0 && lines.Count > 0 && !lines[^1].IsBlank)
        {
            lines.Add(new("", "", Now.Origin, cut));
        }
    }

    private void EndLine(bool always, LineOrigin? origin = null)
    {
        spacePending = false;
        goesOn = false;
        if (line.Length == 0 && !always)
        {
            return;
        }

        Strike(false);
        string raw = line.ToString();
        line.Clear();
        MailLine plain = PlainLines.Line(raw);
        LineOrigin marked = origin ?? Now.Origin;
        lines.Add(new(raw, plain.Content, marked == LineOrigin.Unmarked ? plain.Origin : marked, cut, plain.IsRule));
    }

    private sealed record Frame(LineOrigin Origin, Look Look, CellFlow Flow, bool Preformatted);
}
