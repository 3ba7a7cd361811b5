using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ACip.Workflows.Replies.Extraction;

/// <summary>The lines that an HTML part shows, each with what its elements say of its origin.</summary>
/// <remarks>Walks without recursion, so that no nesting can exhaust the stack.</remarks>
internal static class HtmlLines
{
    public static List<MailLine> Of(string html)
    {
        if (NestingGuard.IsTooDeep(html))
        {
            // no mail program nests like that: everything in it is treated as foreign
            return [new("", "", LineOrigin.Unmarked, QuotedFromHere: true)];
        }

        IDocument document = new HtmlParser().ParseDocument(html);
        Writer writer = new();
        if (document.Body is { } body)
        {
            Walk(body, writer);
        }

        return writer.Lines();
    }

    private static void Walk(IElement root, Writer writer)
    {
        Stack<Step> open = new();
        open.Push(new(root, Part.Entering));
        while (open.TryPop(out Step step))
        {
            switch (step)
            {
                case { Node: IText text }:
                    writer.Text(text.Data);
                    break;
                case { Part: Part.IntroductionBegins }:
                    writer.Push(LineOrigin.Attribution);
                    break;
                case { Part: Part.IntroductionEnds }:
                    writer.Pop();
                    break;
                case { Node: IElement left, Part: Part.Leaving }:
                    writer.Leave(left);
                    break;
                case { Node: IElement element } when writer.Enter(element):
                    open.Push(new(element, Part.Leaving));
                    PushChildren(element, open, writer.IsOwn);
                    break;
            }
        }
    }

    /// <summary>What stands before the first quotation in Gmail's container introduces it, in whatever language.</summary>
    private static void PushChildren(IElement element, Stack<Step> open, bool own)
    {
        bool introduced = own && Containers.IsGmailReply(element);
        bool before = false;
        INode? first = introduced ? element.Children.First(child => child.LocalName == "blockquote") : null;
        // by index: asking a node for its sibling looks it up in its parent, which is quadratic
        for (int i = element.ChildNodes.Length - 1; i >= 0; i--)
        {
            INode child = element.ChildNodes[i];
            open.Push(new(child, Part.Entering));
            if (child == first)
            {
                before = true;
                open.Push(new(element, Part.IntroductionEnds));
            }
        }

        if (before)
        {
            open.Push(new(element, Part.IntroductionBegins));
        }
    }

    private enum Part { Entering, Leaving, IntroductionBegins, IntroductionEnds }

    private readonly record struct Step(INode Node, Part Part);

    private sealed class Writer
    {
        private readonly List<MailLine> lines = [];
        private readonly StringBuilder line = new();
        private readonly Stack<LineOrigin> origins = new([LineOrigin.Unmarked]);
        private int preformatted;
        private bool spacePending;
        private bool cut;

        public List<MailLine> Lines()
        {
            EndLine(always: false);
            return lines;
        }

        public bool IsOwn => origins.Peek() == LineOrigin.Unmarked;

        public void Text(string data)
        {
            if (preformatted > 0)
            {
                int from = 0;
                for (int end = data.IndexOf('\n', from); end >= 0; end = data.IndexOf('\n', from))
                {
                    line.Append(data.AsSpan(from, end - from).TrimEnd('\r'));
                    EndLine(always: true);
                    from = end + 1;
                }

                line.Append(data.AsSpan(from));
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

                line.Append(c);
            }
        }

        public void Push(LineOrigin origin)
        {
            EndLine(always: false);
            origins.Push(origins.Peek() == LineOrigin.Unmarked ? origin : origins.Peek());
        }

        public void Pop()
        {
            EndLine(always: false);
            origins.Pop();
        }

        public bool Enter(IElement element)
        {
            string name = element.LocalName;
            if (Containers.IsHidden(element))
            {
                return false;
            }

            switch (name)
            {
                case "br":
                    EndLine(always: true);
                    return false;
                case "hr":
                    EndLine(always: false);
                    cut |= Containers.BeginsEarlierMail(element);
                    lines.Add(new("________________", "________________", origins.Peek(), cut, IsRule: true));
                    return false;
                case "td" or "th" when line.Length > 0:
                    line.Append('\t');
                    spacePending = false;
                    break;
            }

            LineOrigin origin = Containers.Origin(element, origins.Peek());
            bool begins = Containers.BeginsEarlierMail(element);
            if (Containers.IsBlock(name) || origin != origins.Peek() || begins)
            {
                EndLine(always: false);
            }

            if (name is "p" or "h1" or "h2" or "h3" or "h4" or "ul" or "ol" or "table" && !Containers.IsTight(element))
            {
                Gap();
            }

            if (name == "li")
            {
                line.Append("- ");
            }

            cut |= begins;
            origins.Push(origin);
            preformatted += Containers.IsPreformatted(element) ? 1 : 0;
            return true;
        }

        public void Leave(IElement element)
        {
            string name = element.LocalName;
            LineOrigin left = origins.Peek();
            bool block = Containers.IsBlock(name);
            if (block || left != OriginBelow())
            {
                EndLine(always: false);
            }

            origins.Pop();
            preformatted -= Containers.IsPreformatted(element) ? 1 : 0;
            if (name is "p" or "h1" or "h2" or "h3" or "h4" or "ul" or "ol" or "table" && !Containers.IsTight(element))
            {
                Gap();
            }
        }

        private LineOrigin OriginBelow()
        {
            LineOrigin top = origins.Pop();
            LineOrigin below = origins.Peek();
            origins.Push(top);
            return below;
        }

        private void Gap()
        {
            if (lines.Count > 0 && !lines[^1].IsBlank)
            {
                lines.Add(new("", "", origins.Peek() == LineOrigin.Unmarked ? LineOrigin.Unmarked : origins.Peek(), cut));
            }
        }

        private void EndLine(bool always)
        {
            spacePending = false;
            if (line.Length == 0 && !always)
            {
                return;
            }

            string raw = line.ToString();
            line.Clear();
            MailLine plain = PlainLines.Line(raw);
            LineOrigin origin = origins.Peek() == LineOrigin.Unmarked ? plain.Origin : origins.Peek();
            lines.Add(new(raw, plain.Content, origin, cut, plain.IsRule));
        }
    }
}
